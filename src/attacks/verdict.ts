import { type Flow, stepOf } from "../flow/define-flow.ts";
import type { Walk } from "../flow/walk.ts";
import type { Way } from "./attack.ts";

/** What came of an attack, computed from the walk. */
export type Verdict =
  | { readonly verdict: "succeeds"; readonly proof: string }
  /** `by`: id of the check that refused, or of the precaution that left nothing to take. */
  | { readonly verdict: "stopped"; readonly by: string }
  | { readonly verdict: "does not apply"; readonly reason: string };

/** The verdict of a walk under attack; nothing while it is undecided. */
export function verdictOf(way: Way, flow: Flow, walk: Walk): Verdict | undefined {
  const proof = way.proof(walk);
  if (proof !== undefined) return { verdict: "succeeds", proof };
  const by = stoppedBy(flow, walk);
  return by === undefined ? undefined : { verdict: "stopped", by };
}

/** Who is to thank: the last check that refused, or what the last outcome names. */
function stoppedBy(flow: Flow, walk: Walk): string | undefined {
  const last = walk.taken.findLast(
    ({ step, outcome, notYet, entry }) =>
      stepOf(flow, step).outcomes[outcome]?.stoppedBy !== undefined ||
      (notYet !== true && entry.checks.some((check) => check.outcome === "failed")),
  );
  if (last === undefined) return undefined;
  const refused = last.entry.checks.find((check) => check.outcome === "failed")?.id;
  return refused ?? stepOf(flow, last.step).outcomes[last.outcome]?.stoppedBy;
}
