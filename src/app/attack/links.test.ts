import { expect, test } from "vitest";
import type { Flow } from "../../flow/define-flow.ts";
import { runTo } from "../../flow/run-to.ts";
import { openSandbox } from "../../testing/lab.ts";
import { flowOf, labAt } from "./lab.ts";

function flowAt(id: string, search: string): Flow {
  const lab = labAt(id, search);
  const flow = "missing" in lab ? { reason: lab.name } : flowOf(lab);
  if ("reason" in flow) throw new Error(flow.reason);
  return flow;
}

/** Where a link to a step leads, and what was sent last on the way. */
async function linked(id: string, search: string, step: string) {
  const flow = flowAt(id, search);
  const walk = await runTo(flow, await openSandbox(flow.sandbox), step);
  return [walk.at, walk.taken.at(-1)?.step];
}

test("a link to a step runs the attack up to it", async () => {
  expect(await linked("csrf", "grant=implicit&off=client.state", "show")).toEqual(["show", "api"]);
});

test("a link sends nothing the client would not have sent once its check has refused", async () => {
  expect(await linked("csrf", "grant=implicit", "show")).toEqual(["reject", "check"]);
});

test("a link to a step that a server's check forbids ends with the walk", async () => {
  const search = "grant=authorization-code/public-pkce";
  expect(await linked("code-interception", search, "attacker_use")).toEqual([
    "stop",
    "attacker_redeem",
  ]);
});
