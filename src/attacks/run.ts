import { type Flow, isEnd } from "../flow/define-flow.ts";
import { takeStep } from "../flow/to-machine.ts";
import type { SandboxSettings, Transport } from "../flow/transport.ts";
import { newWalk, type Walk } from "../flow/walk.ts";
import {
  type Defence,
  isNotApplicable,
  type NotApplicable,
  type Way,
  type Weakening,
} from "./attack.ts";
import { reworded } from "../flow/edit-flow.ts";
import { answered, type Target } from "./target.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** Opens a fresh world of these settings. */
export type OpenWorld = (settings: SandboxSettings) => Promise<Transport>;

/** The defences of a way that have something to do against a target. */
export function defencesAgainst(way: Way, target: Target): readonly Defence[] {
  return way.defences.filter((defence) => defence.applies?.(target) !== false);
}

/** Those that the walk has as it is. */
export function standardDefences(way: Way, target: Target): readonly Defence[] {
  return defencesAgainst(way, target).filter((defence) => isStandard(defence, target));
}

function isStandard({ id, standard = true }: Defence, { flow }: Target): boolean {
  return standard && flow.sandbox.without?.includes(id) !== true;
}

/** The walk under attack with just these defences, or why there is none. */
export function attackedFlow(way: Way, target: Target, on: readonly Defence[]) {
  const ids = new Set(on.map(({ id }) => id));
  const made = walkUnder(way, target, ids);
  if (isNotApplicable(made)) return made;
  const all = defencesAgainst(way, target);
  const changes = all.map((defence) =>
    ids.has(defence.id) ? (defence.present ?? {}) : (defence.leftOut ?? { without: [defence.id] }),
  );
  const kept = made.sandbox.without?.filter((id) => !ids.has(id)) ?? [];
  const sandbox = changes.reduce(weakened, { ...made.sandbox, without: kept });
  const missing = all.filter(({ id }) => !ids.has(id));
  return { ...missing.reduce(withoutIt, made), sandbox, ends: ENDS };
}

/** The flow whose steps do not claim what is left out. */
function withoutIt(flow: Flow, { wordsWithout = {} }: Defence): Flow {
  return reworded(flow, wordsWithout);
}

function walkUnder(way: Way, target: Target, on: ReadonlySet<string>): Flow | NotApplicable {
  if (way.anyGrant === true) return way.against(target, on);
  const asked = answered(target);
  return asked === undefined ? NOTHING_COMES_BACK : way.against(asked, on);
}

/** Whether the way has anything to do against the target. */
export function appliesTo(way: Way, target: Target): boolean {
  return !isNotApplicable(attackedFlow(way, target, []));
}

const NOTHING_COMES_BACK = {
  reason:
    "In this walk nothing comes back to the client through a browser, so there is no answer to steal or to plant.",
};

const ENDS = {
  done: "The attack has run to its end",
  stop: "The attack goes no further",
};

function weakened(settings: SandboxSettings, change: Weakening): SandboxSettings {
  const { authorizationServer: policy } = change;
  return {
    ...settings,
    ...change,
    without: [...(settings.without ?? []), ...(change.without ?? [])],
    ...(policy && { authorizationServer: { ...settings.authorizationServer, ...policy } }),
  };
}

/** Walks the attack to its end in a fresh world. Throws when it ends without a verdict, or what the transport throws. */
export async function runAttack(
  way: Way,
  target: Target,
  on: readonly Defence[],
  open: OpenWorld,
): Promise<Verdict> {
  const flow = attackedFlow(way, target, on);
  if (isNotApplicable(flow)) return { verdict: "does not apply", reason: flow.reason };
  const walk = await walked(flow, await open(flow.sandbox));
  const verdict = verdictOf(way, flow, walk);
  if (verdict !== undefined) return verdict;
  const steps = walk.taken.map(({ step, outcome }) => `${step}:${outcome}`).join(" ");
  throw new Error(`“${way.title}” against ${target.id} ended without a verdict: ${steps}`);
}

/** No walk is nearly as long. */
const STEPS = 200;

/** Takes every step until the walk ends, or a refusal leaves it waiting. Throws when it goes round in circles. */
async function walked(flow: Flow, transport: Transport): Promise<Walk> {
  let walk = newWalk(flow);
  while (!isEnd(walk.at)) {
    if (walk.taken.length > STEPS) throw new Error(`${flow.id} does not end: it is at ${walk.at}.`);
    walk = await takeStep(flow, transport, { walk });
    if (walk.taken.at(-1)?.led === false) return walk;
  }
  return walk;
}
