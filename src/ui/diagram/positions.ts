import { type Flow, isEnd } from "../../flow/define-flow.ts";
import type { DiagramLine } from "../../flow/diagram-lines.ts";
import { messagesOf } from "../../flow/messages.ts";
import type { Walk } from "../../flow/walk.ts";
import type { Selected } from "../stepper/props.ts";

export type LineState = "past" | "current" | "future";

/**
 * The position, in `messagesOf`, of what is looked at: the selected message, else the one that comes next,
 * else the last.
 */
export function positionOf(flow: Flow, walk: Walk, selected: Selected | undefined): number {
  const now = isEnd(walk.at) ? walk.taken.length - 1 : walk.taken.length;
  if (selected === undefined) return now;
  if (typeof selected === "number") return selected;
  const messages = messagesOf(flow, walk);
  const promised = messages.findIndex(
    ({ step, taken }) => step === selected && taken === undefined,
  );
  return promised === -1 ? now : promised;
}

/** How a line stands to what is looked at, after so many messages were taken. */
export function stateOf(
  { first, last }: Pick<DiagramLine, "first" | "last">,
  position: number,
  taken: number,
): LineState {
  if (first <= position && position <= last) return "current";
  return first < taken ? "past" : "future";
}

/** How a line's message is selected. */
export function selectionOf({ takenIndex, step }: DiagramLine): Selected {
  return takenIndex ?? step;
}
