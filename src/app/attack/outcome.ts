import type { Defence } from "../../attacks/attack.ts";
import { type Flow, stepOf } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { verdictOf } from "../../attacks/verdict.ts";
import type { VerdictFacts } from "../../ui/attack/verdict-panel.tsx";
import type { Lab } from "./lab.ts";

/** What the walk has come to so far, in words; computed from nothing but the walk. */
export function outcomeOf(lab: Lab, flow: Flow, walk: Walk): VerdictFacts {
  const verdict = verdictOf(lab.way, flow, { ...walk, taken: standing(walk) });
  if (verdict?.verdict === "succeeds") return { kind: "succeeds", proof: verdict.proof };
  if (verdict?.verdict === "stopped") {
    return { kind: "stopped", ...whatStopped(lab.defences, flow, walk, verdict.by) };
  }
  return { kind: "undecided" };
}

/** A message that was refused, and then sent again with success, decides nothing. */
function standing({ taken }: Walk): Walk["taken"] {
  return taken.filter(({ led }, index) => led || index === taken.length - 1);
}

/** A defence says itself what it is; of any other check, the walk does. */
function whatStopped(defences: readonly Defence[], flow: Flow, walk: Walk, id: string) {
  const defence = defences.find((one) => one.id === id);
  if (defence !== undefined) {
    return { id, title: defence.title, spec: defence.spec, who: `the ${defence.by}` };
  }
  const refusals = walk.taken.flatMap(({ step, entry }) =>
    entry.checks
      .filter((check) => check.id === id && check.outcome === "failed")
      .map(({ title, spec }) => ({ title, spec, who: flow.parties[stepOf(flow, step).to]?.name })),
  );
  const { title = id, spec = "", who = "" } = refusals.at(-1) ?? {};
  return { id, title, spec, who };
}
