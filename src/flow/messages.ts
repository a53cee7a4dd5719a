import { type Flow, isEnd, promisedWalk } from "./define-flow.ts";
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
  const promised = isEnd(walk.at) ? [] : promisedWalk(flow, walk.at).map((step) => ({ step }));
  return [...happened, ...promised].map((message, position) => ({
    position,
    number: position + 1,
    ...message,
  }));
}
