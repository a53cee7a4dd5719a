import type { Defence } from "../../src/attacks/attack.ts";

/** What one run came to; `by` is missing where nobody refused: then there was nothing to take. */
export type Ran =
  | { readonly verdict: "succeeds" }
  | { readonly verdict: "stopped"; readonly by?: string };

/** Runs a cell with just these defences, in a world of its own. */
export type RunWith = (on: readonly Defence[]) => Promise<Ran>;

/** What a cell came to where one defence was left out. */
export type Without =
  | { readonly verdict: "succeeds" }
  | { readonly verdict: "stopped"; readonly by: string };

/** What the runs of a cell show. `unshown`: why nobody can be thanked for the stop. */
export type Conclusion =
  | { readonly verdict: "succeeds" }
  | { readonly verdict: "stopped"; readonly by: string; readonly without: Without }
  | { readonly verdict: "stopped"; readonly unshown: string };

/**
 * What a cell comes to with these defences, and who is to thank for a stop: the one that refused, or, where nobody did,
 * the one claimed. Either is believed only once the same cell was run with just that one left out: then the attack has
 * to succeed, or another defence of the cell has to stop it.
 */
export async function conclude(
  run: RunWith,
  on: readonly Defence[],
  claimed: string | undefined,
): Promise<Conclusion> {
  const ran = await run(on);
  if (ran.verdict === "succeeds") return { verdict: "succeeds" };
  const by = ran.by ?? claimed;
  const blamed = on.find(({ id }) => id === by);
  if (by === undefined) return unshown("nobody refused, and nobody is named");
  if (blamed === undefined) return unshown(`\`${by}\` is none of its defences`);
  const without = await thanked(run, on, blamed, ran.by !== undefined);
  return without === undefined
    ? unshown(`leaving out \`${by}\` does not show that it was \`${by}\``)
    : { verdict: "stopped", by, without };
}

function unshown(why: string): Conclusion {
  return { verdict: "stopped", unshown: why };
}

/** What comes of leaving out the one that is blamed; nothing when that does not show its part in the stop. */
async function thanked(
  run: RunWith,
  on: readonly Defence[],
  blamed: Defence,
  refused: boolean,
): Promise<Without | undefined> {
  const others = on.filter((defence) => defence !== blamed);
  const without = await outcome(run, others);
  // Whom nobody saw refuse must also be enough alone, unseen again: the others may have left nothing to take.
  if (without === undefined || refused || others.length === 0) return without;
  const alone = await run([blamed]);
  return alone.verdict === "stopped" && alone.by === undefined ? without : undefined;
}

/** How it ends with these defences; nothing when it is stopped, and not by one of them. */
async function outcome(run: RunWith, on: readonly Defence[]): Promise<Without | undefined> {
  const ran = await run(on);
  if (ran.verdict === "succeeds") return { verdict: "succeeds" };
  if (ran.by !== undefined) return on.some(({ id }) => id === ran.by) ? named(ran.by) : undefined;
  for (const one of on) {
    if ((await thanked(run, on, one, false)) !== undefined) return named(one.id);
  }
  return undefined;
}

function named(by: string): Without {
  return { verdict: "stopped", by };
}
