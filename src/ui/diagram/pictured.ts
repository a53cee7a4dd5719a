import type { Flow } from "../../flow/define-flow.ts";
import { countOf } from "../../flow/messages.ts";
import type { Stretch } from "../../flow/shown-window.ts";
import type { Walk } from "../../flow/walk.ts";

/** The numbers of the messages a picture is of, where it is not of all: `1961 to 2012`. */
export function pictured(flow: Flow, walk: Walk, { from, to }: Stretch): string | undefined {
  return to - from < countOf(flow, walk) ? `${from + 1} to ${to}` : undefined;
}

/** What the file of a picture is called, without its ending; one of a part says so. */
export function pictureName(flow: Flow, walk: Walk, shown: Stretch): string {
  const part = pictured(flow, walk, shown);
  return part === undefined ? flow.id : `${flow.id}-${part.replaceAll(" ", "-")}`;
}
