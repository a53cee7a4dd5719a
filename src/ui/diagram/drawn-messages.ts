import type { Flow } from "../../flow/define-flow.ts";
import { shownMessages } from "../../flow/messages.ts";
import type { Stretch } from "../../flow/shown-window.ts";
import type { Walk } from "../../flow/walk.ts";
import { positionOf } from "./positions.ts";

/** The messages of a walk that `drawPicture` draws: of a long one those around where it stands. */
export function drawnMessages(flow: Flow, walk: Walk, folded: boolean): Stretch {
  return shownMessages(flow, walk, { folded, looking: positionOf(flow, walk, undefined) });
}
