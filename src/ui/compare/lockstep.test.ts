import { expect, test } from "vitest";
import { takeStep } from "../../flow/to-machine.ts";
import { newWalk } from "../../flow/walk.ts";
import { pageClientFlow } from "../../grants/authorization-code/page-client.ts";
import { authorizationCode } from "../../grants/authorization-code/grant.ts";
import { implicitFlow } from "../../grants/implicit/flow.ts";
import type { Flow } from "../../flow/define-flow.ts";
import { openSandbox } from "../../testing/lab.ts";
import type { MarkedField } from "./fields.ts";
import { pairsIn, sideMessages } from "./messages.ts";
import { type SideId, STAGES, turnOf, type Walking } from "./stages.ts";

/** Two flows on servers of their own, led the way the buttons lead them. */
async function lockstep(left: Flow, right: Flow) {
  const worlds = { left: await openSandbox(left.sandbox), right: await openSandbox(right.sandbox) };
  const sides: Record<SideId, Walking> = {
    left: { flow: left, walk: newWalk(left) },
    right: { flow: right, walk: newWalk(right) },
  };
  const next = async () => {
    const turn = turnOf(sides.left, sides.right);
    const sent = turn.map((side) => `${side}:${sides[side].walk.at}`).join(" ");
    for (const side of turn) {
      const { flow, walk } = sides[side];
      sides[side] = { flow, walk: await takeStep(flow, worlds[side], { walk }) };
    }
    return sent;
  };
  return { sides, next };
}

async function toEnd({ next }: Awaited<ReturnType<typeof lockstep>>): Promise<readonly string[]> {
  const sent: string[] = [];
  for (let turn = await next(); turn !== ""; turn = await next()) sent.push(turn);
  return sent;
}

test("implicit waits before it uses its token until the code on the other side is redeemed", async () => {
  expect(await toEnd(await lockstep(implicitFlow, pageClientFlow))).toEqual([
    "left:click right:click",
    "left:prepare right:prepare",
    "left:authorize right:authorize",
    "left:login_page right:login_page",
    "left:sign_in right:sign_in",
    "left:consent_page right:consent_page",
    "left:consent right:consent",
    "left:callback right:callback",
    "left:check right:check",
    "right:redeem",
    "left:api right:api",
    "left:show right:show",
  ]);
});

test("a side with more messages in a stage goes on alone until it has caught up", async () => {
  const [classic] = authorizationCode.variants;
  const ran = await toEnd(await lockstep(classic?.flow ?? implicitFlow, implicitFlow));
  expect(ran.slice(0, 5)).toEqual([
    "left:click right:click",
    "left:prepare right:prepare",
    "left:redirect right:authorize",
    "left:authorize",
    "left:login_page right:login_page",
  ]);
});

function marks(fields: readonly MarkedField[]): readonly string[] {
  return fields.map(({ name, difference }) => `${name} ${difference}`);
}

test("the parameters that differ are marked, and what is only made anew is not", async () => {
  const lock = await lockstep(implicitFlow, pageClientFlow);
  await toEnd(lock);
  const { left, right } = lock.sides;
  const messageOf = (own: Walking, other: Walking, step: string) =>
    sideMessages(own, other).find((message) => message.step === step);
  expect(marks(messageOf(right, left, "authorize")?.sent ?? [])).toEqual([
    "response_type differs",
    "client_id differs",
    "redirect_uri same",
    "scope same",
    "state same",
    "code_challenge only here",
    "code_challenge_method only here",
    "Accept same",
  ]);
  expect(marks(messageOf(left, right, "authorize")?.sent ?? [])).toEqual([
    "response_type differs",
    "client_id differs",
    "redirect_uri same",
    "scope same",
    "state same",
    "Accept same",
  ]);
  const answer = messageOf(left, right, "consent");
  expect(marks(answer?.came.filter(({ fragment }) => fragment === true) ?? [])).toEqual([
    "access_token only here",
    "token_type only here",
    "expires_in only here",
    "scope only here",
    "state same",
    "iss same",
  ]);
  expect(marks(messageOf(right, left, "consent")?.came ?? [])).toEqual([
    "code only here",
    "state same",
    "iss same",
  ]);
});

test("a message is compared before it is sent, and one that only one side has is said to be", async () => {
  const { sides, next } = await lockstep(implicitFlow, pageClientFlow);
  await next();
  await next();
  const messages = sideMessages(sides.right, sides.left);
  const authorize = messages.find(({ step }) => step === "authorize");
  expect([authorize?.state, authorize?.line, authorize?.sent[0]]).toEqual([
    "next",
    "GET https://auth.example/authorize",
    { name: "response_type", value: "code", difference: "differs" },
  ]);
  expect(messages.filter(({ alone }) => alone).map(({ step }) => step)).toEqual(["redeem"]);
});

test("messages of the same step stand beside each other", async () => {
  const [classic] = authorizationCode.variants;
  const { sides } = await lockstep(classic?.flow ?? implicitFlow, implicitFlow);
  const messages = {
    left: sideMessages(sides.left, sides.right),
    right: sideMessages(sides.right, sides.left),
  };
  const lines = STAGES.map(({ id }) =>
    pairsIn(id, messages).map(({ left, right }) => `${left?.step ?? "-"}|${right?.step ?? "-"}`),
  );
  expect(lines).toEqual([
    ["click|click", "prepare|prepare", "redirect|-", "authorize|authorize"],
    ["login_page|login_page", "sign_in|sign_in", "consent_page|consent_page", "consent|consent"],
    ["callback|callback", "check|check"],
    ["redeem|-"],
    ["signed_in|-", "photos|-", "api|api", "show|show"],
  ]);
});
