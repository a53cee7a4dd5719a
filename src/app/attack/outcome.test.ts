import { expect, test } from "vitest";
import type { Flow } from "../../flow/define-flow.ts";
import { openLab } from "../../testing/lab.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { flowOf, type Lab, labAt } from "./lab.ts";
import { outcomeOf } from "./outcome.ts";

const PUBLIC = "grant=authorization-code/public-pkce";

function setUp(id: string, search: string): { readonly lab: Lab; readonly flow: Flow } {
  const lab = labAt(id, search);
  const flow = "missing" in lab ? { reason: lab.name } : flowOf(lab);
  if ("missing" in lab || "reason" in flow) throw new Error("There is no such walk.");
  return { lab, flow };
}

/** What is said after each message of the walk, where that changes. */
async function told(id: string, search: string) {
  const { lab, flow } = setUp(id, search);
  const running = await openLab(flow);
  const said = [outcomeOf(lab, flow, running.walk())];
  while (running.state() === "waiting") {
    const walk = await running.send({ type: "NEXT" });
    const now = outcomeOf(lab, flow, walk);
    if (now.kind !== said.at(-1)?.kind) said.push(now);
  }
  return said;
}

test("the verdict is undecided until the loot was used", async () => {
  expect(await told("code-interception", `${PUBLIC}&off=token.pkce`)).toEqual([
    { kind: "undecided" },
    {
      kind: "succeeds",
      proof: "GET /photos with the stolen token answered 200 with Alice’s photos",
    },
  ]);
});

test("a defence that stopped the attack is told by its own words, with who has to do it", async () => {
  expect(await told("code-interception", PUBLIC)).toEqual([
    { kind: "undecided" },
    {
      kind: "stopped",
      id: "token.pkce",
      title: "The code is redeemed only with its verifier (PKCE)",
      spec: "RFC 7636 §4.6",
      who: "the authorization server",
    },
  ]);
});

test("a refusal that was mended decides nothing, and one that stands is told by the check itself", async () => {
  const { lab, flow } = setUp("code-interception", `${PUBLIC}&off=token.pkce`);
  const running = await openLab(flow);
  const at = (step: string) => running.walk().at === step;
  while (!at("authorize")) await running.send({ type: "NEXT" });
  const edited: WireRequest = {
    method: "GET",
    url: "https://auth.example/authorize?client_id=nobody",
    headers: [],
  };
  expect(outcomeOf(lab, flow, await running.send({ type: "NEXT", edited }))).toMatchObject({
    kind: "stopped",
    id: "authorize.client",
    who: "auth.example",
  });
  expect(outcomeOf(lab, flow, await running.send({ type: "NEXT" }))).toEqual({
    kind: "undecided",
  });
});
