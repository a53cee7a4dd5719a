import { expect, test } from "vitest";
import { knowledge } from "../../flow/knowledge.ts";
import { newWalk } from "../../flow/walk.ts";
import { takeStep } from "../../flow/to-machine.ts";
import { isEnd } from "../../flow/define-flow.ts";
import { grants } from "../../grants/index.ts";
import { openSandbox } from "../../testing/lab.ts";
import { isNotApplicable } from "../attack.ts";
import { attackedFlow, defencesAgainst } from "../run.ts";
import { targetsOf } from "../target.ts";
import { workerWay } from "./worker.ts";

const [target] = targetsOf(grants).filter(({ variant }) => variant === "public-pkce");

async function whoKnowsTheToken(keeps: boolean): Promise<readonly string[]> {
  if (target === undefined) throw new Error("There is a public client.");
  const [keepsToken] = defencesAgainst(workerWay, target);
  const flow = attackedFlow(
    workerWay,
    target,
    keeps && keepsToken !== undefined ? [keepsToken] : [],
  );
  if (isNotApplicable(flow)) throw new Error(flow.reason);
  const transport = await openSandbox(flow.sandbox);
  let walk = newWalk(flow);
  while (!isEnd(walk.at)) walk = await takeStep(flow, transport, { walk });
  return [...(knowledge(flow, walk.taken).get("access_token")?.keys() ?? [])].toSorted();
}

test("the page never sees a token that its worker keeps (RFC 10017 §8.3)", async () => {
  expect(await whoKnowsTheToken(true)).toEqual(["api", "as", "worker"]);
});

test("the page and Mallory see one that it hands out (RFC 10017 §8.3)", async () => {
  expect(await whoKnowsTheToken(false)).toEqual(["api", "as", "attacker", "page", "worker"]);
});
