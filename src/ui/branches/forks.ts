import type { BranchWalk } from "../../flow/branches.ts";
import type { Walk } from "../../flow/walk.ts";

/** Of the messages after which an abandoned branch went another way, by index: the numbers of those branches. */
type Forks = ReadonlyMap<number, readonly number[]>;

/** Where abandoned branches leave this walk. One that is all in it leaves it nowhere. */
export function forksOf({ taken }: Walk, branches: readonly BranchWalk[]): Forks {
  const forks = new Map<number, number[]>();
  for (const { number, walk } of branches) {
    const after = walk.taken.findIndex(({ entry }, at) => entry.id !== taken[at]?.entry.id) - 1;
    if (after >= 0) forks.set(after, [...(forks.get(after) ?? []), number]);
  }
  return forks;
}

/** Which branches leave, in words; nothing where none does. */
export function forkText(numbers: readonly number[] | undefined): string | undefined {
  if (numbers === undefined || numbers.length === 0) return undefined;
  const last = numbers.at(-1);
  if (numbers.length === 1) return `branch ${last} leaves here`;
  return `branches ${numbers.slice(0, -1).join(", ")} and ${last} leave here`;
}
