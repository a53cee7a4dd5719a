import type { Flow } from "../../../flow/define-flow.ts";

/** A walk made to show one refusal: all of it is right but for one thing. */
export interface RefusalWalk {
  /** Id of the check that refuses. */
  readonly check: string;
  /** The error it answers with, or one of the ids that stand for an answer without one. */
  readonly code: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Who made the mistake, and how: a sentence or two. */
  readonly story: string;
  /** The step whose Next is refused. */
  readonly step: string;
  readonly flow: Flow;
  /** The same walk with that one thing right, where this check lets the step pass. */
  readonly right: Flow;
}

interface Mistaken extends Omit<RefusalWalk, "flow"> {
  /** Makes the one mistake. */
  wrong(right: Flow): Flow;
}

/** A walk that is told as a mistake in another one. */
export function refusal({ wrong, ...walk }: Mistaken): RefusalWalk {
  const { right, title } = walk;
  return { ...walk, flow: { ...wrong(right), title } };
}
