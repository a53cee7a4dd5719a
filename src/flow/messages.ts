import { type Flow, isEnd, promisedWalk, stepOf } from "./define-flow.ts";
import { type Stretch, shownWindow } from "./shown-window.ts";
import type { Taken, Walk } from "./walk.ts";

/** A message of the walk: one that happened, or one that comes next if everything goes well. */
export interface Message {
  /** Place in the list, from 0. */
  readonly position: number;
  /** What it is called: “message 7”. */
  readonly number: number;
  readonly step: string;
  /** What came of it; absent for a message that is only promised. */
  readonly taken?: Taken;
}

/** What happened so far, then the promised remainder; a message refused and sent again is in it twice. */
export function messagesOf(flow: Flow, walk: Walk): readonly Message[] {
  const happened = walk.taken.map((taken) => ({ step: taken.step, taken }));
  const promised = restOf(flow, walk).map((step) => ({ step }));
  return [...happened, ...promised].map((message, position) => ({
    position,
    number: position + 1,
    ...message,
  }));
}

/** How many messages that makes. */
export function countOf(flow: Flow, walk: Walk): number {
  return walk.taken.length + restOf(flow, walk).length;
}

function restOf(flow: Flow, walk: Walk): readonly string[] {
  return isEnd(walk.at) ? [] : promisedWalk(flow, walk.at);
}

/**
 * The messages of a walk that are shown while one of them is looked at, as positions: see `shownWindow`. Folded, the
 * rows are chapters, and every chapter is shown whole.
 */
export function shownMessages(
  flow: Flow,
  walk: Walk,
  options: { readonly folded: boolean; readonly looking: number },
): Stretch {
  const { folded, looking } = options;
  if (!folded) return shownWindow(countOf(flow, walk), looking);
  const starts = chapterStarts(flow, walk);
  const row = starts.findLastIndex((start) => start <= looking);
  const { from, to } = shownWindow(starts.length, row);
  return { from: starts[from] ?? 0, to: starts[to] ?? countOf(flow, walk) };
}

/** The positions at which a chapter begins, or begins again. */
function chapterStarts(flow: Flow, walk: Walk): readonly number[] {
  const steps = [...walk.taken.map(({ step }) => step), ...restOf(flow, walk)];
  const chapters = steps.map((step) => stepOf(flow, step).chapter);
  return [...chapters.keys()].filter((position) => chapters[position] !== chapters[position - 1]);
}
