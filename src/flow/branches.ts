import type { Flow } from "./define-flow.ts";
import type { Branch, TraceEntry } from "./trace.ts";
import { type Walk, walkOf } from "./walk.ts";

/** A way the walk went before it was rewound, as a walk that can be read. */
export interface BranchWalk {
  /** From 1, in the order they were abandoned. */
  readonly number: number;
  readonly walk: Walk;
}

/** A trace, and what rewinding took out of it. */
export interface Branched {
  readonly trace: readonly TraceEntry[];
  readonly abandoned: {
    readonly branches: readonly Branch[];
    readonly entries: readonly TraceEntry[];
  };
}

/** The abandoned branches as walks, oldest first. Throws what `walkOf` throws. */
export function branchWalks(flow: Flow, { trace, abandoned }: Branched): readonly BranchWalk[] {
  const all = [...trace, ...abandoned.entries];
  const byId = new Map(all.map((entry): [string, TraceEntry] => [entry.id, entry]));
  return abandoned.branches.map(({ number, entries }) => ({
    number,
    walk: walkOf(
      flow,
      entries.flatMap((id) => byId.get(id) ?? []),
    ),
  }));
}
