import { useState } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import { countOf, shownMessages } from "../../flow/messages.ts";
import type { Stretch } from "../../flow/shown-window.ts";
import type { Walk } from "../../flow/walk.ts";
import { positionOf } from "../diagram/positions.ts";
import type { Selected } from "./props.ts";

/** Which messages of a walk are shown. */
export interface ShownStretch {
  readonly shown: Stretch;
  readonly count: number;
  /** The position they are shown around. */
  readonly looking: number;
  /** Shows those around another one, until the walk goes on or another message is selected. */
  showAround(position: number): void;
}

/** The stretch of a walk around what is looked at; one can look around in it. */
export function useStretch(
  flow: Flow,
  walk: Walk,
  selected: Selected | undefined,
  folded: boolean,
): ShownStretch {
  const [browsed, browse] = useState<{ readonly at: number; readonly during: string }>();
  const during = JSON.stringify([walk.at, walk.taken.length, selected]);
  const looking = browsed?.during === during ? browsed.at : positionOf(flow, walk, selected);
  return {
    shown: shownMessages(flow, walk, { folded, looking }),
    count: countOf(flow, walk),
    looking,
    showAround: (at) => browse({ at, during }),
  };
}
