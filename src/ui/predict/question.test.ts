import { expect, test } from "vitest";
import { type Flow, isEnd } from "../../flow/define-flow.ts";
import { takeStep } from "../../flow/to-machine.ts";
import { runTo } from "../../flow/run-to.ts";
import { newWalk } from "../../flow/walk.ts";
import { authorizationCode } from "../../grants/authorization-code/grant.ts";
import { withFormParameter } from "../../testing/describe-flow.ts";
import { openSandbox } from "../../testing/lab.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { type Draft, draftOf, isEdited, removeRow, requestFrom } from "../exchange/draft.ts";
import { promisedRequest } from "../stepper/promised-request.ts";
import { draftToSend } from "../stepper/refused-edit.ts";
import { questionFor } from "./question.ts";

function flowOf(id: string): Flow {
  const variant = authorizationCode.variants.find((one) => one.id === id);
  if (variant === undefined) throw new RangeError(`There is no variant ${id}.`);
  return variant.flow;
}

/** Every question of the walk where everything goes well, with what turned out to be right. */
async function asked(flow: Flow): Promise<readonly string[]> {
  const transport = await openSandbox(flow.sandbox);
  const found: string[] = [];
  let walk = newWalk(flow);
  while (!isEnd(walk.at)) {
    const step = walk.at;
    const request = promisedRequest(flow, walk);
    const question = questionFor({ flow, walk, request, edited: false });
    walk = await takeStep(flow, transport, { walk });
    if (question === undefined) continue;
    const { right } = question.judge(walk);
    const labels = question.choices.filter(({ id }) => right.includes(id));
    found.push(`${step}: ${question.text} ${labels.map(({ label }) => label).join(", ")}`);
  }
  return found;
}

test("asks of a public client's walk who learns what, and reads the answers from the walk", async () => {
  expect(await asked(flowOf("public-pkce"))).toEqual([
    "authorize: Who learns the challenge with this message? Address and history, Authorization server",
    "sign_in: Who learns the password with this message? Nobody new",
    "consent: Who learns the code with this message? Address and history, Authorization server",
    "callback: Who learns the code with this message? Page script, Client’s server",
    "redeem: Who learns the access token with this message? Page script, Authorization server",
    "api: Who learns the access token with this message? API",
  ]);
});

test("asks of a server's walk who learns what, and reads the answers from the walk", async () => {
  expect(await asked(flowOf("secret-pkce"))).toEqual([
    "authorize: Who learns the challenge with this message? Authorization server",
    "sign_in: Who learns the password with this message? Nobody new",
    "consent: Who learns the code with this message? Address and history, Authorization server",
    "callback: Who learns the code with this message? Client’s server",
    "redeem: Who learns the access token with this message? Client’s server, Authorization server",
    "api: Who learns the access token with this message? API",
  ]);
});

test("asks of an edited message whether it will be accepted, and names the check that refused it", async () => {
  const flow = flowOf("public-pkce");
  const transport = await openSandbox(flow.sandbox);
  const walk = await runTo(flow, transport, "redeem");
  const promised = promisedRequest(flow, walk);
  const edited = promised && withFormParameter("code_verifier", undefined)(promised);
  const question = questionFor({ flow, walk, request: edited, edited: true });
  expect(question?.text).toBe("What will auth.example do with this message?");
  expect(question?.choices.map(({ label }) => label)).toEqual(["Accept it", "Refuse it"]);
  const after = await takeStep(flow, transport, { walk, edited });
  expect(question?.judge(after)).toEqual({ right: ["refuse"] });
});

test("asks of a code that is sent again whether it will be accepted", async () => {
  const flow = flowOf("secret-pkce");
  const transport = await openSandbox(flow.sandbox);
  const before = await runTo(flow, transport, "signed_in");
  const walk = { ...before, at: "replay" };
  const question = questionFor({
    flow,
    walk,
    request: promisedRequest(flow, walk),
    edited: false,
  });
  expect(question?.text).toBe("What will auth.example do with this message?");
  const after = await takeStep(flow, transport, { walk });
  expect(question?.judge(after).right).toEqual(["refuse"]);
});

test("asks of an edit that was refused about the message as Next sends it, put back", async () => {
  const flow = flowOf("public-pkce");
  const transport = await openSandbox(flow.sandbox);
  const before = await runTo(flow, transport, "redeem");
  const draft = draftWithout("code_verifier", promisedRequest(flow, before));
  const walk = await takeStep(flow, transport, { walk: before, edited: requestFrom(draft) });
  const sending = draftToSend(walk, draft);
  const question = questionFor({
    flow,
    walk,
    request: requestFrom(sending),
    edited: isEdited(sending),
  });
  expect(question?.text).toBe("Who learns the access token with this message?");
  const after = await takeStep(flow, transport, { walk });
  expect(question?.judge(after).right).toEqual(["page", "as"]);
});

function draftWithout(name: string, request: WireRequest | undefined): Draft {
  if (request === undefined) throw new RangeError("There is nothing to send.");
  const draft = draftOf(request);
  return removeRow(draft, draft.rows.find((row) => row.name === name)?.key ?? "");
}
