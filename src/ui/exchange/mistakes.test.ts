import { describe, expect, test } from "vitest";
import { type Flow, isEnd, promisedWalk } from "../../flow/define-flow.ts";
import { runTo } from "../../flow/run-to.ts";
import { takeStep } from "../../flow/to-machine.ts";
import type { Walk } from "../../flow/walk.ts";
import { authorizationCode } from "../../grants/authorization-code/grant.ts";
import { grants } from "../../grants/index.ts";
import { openSandbox } from "../../testing/lab.ts";
import { promisedRequest } from "../stepper/promised-request.ts";
import { draftOf, requestFrom } from "./draft.ts";
import { mistakesIn } from "./mistakes.ts";

/** What came of every mistake that can be made on the way where everything goes well, but for those in `known`. */
async function consequences(flow: Flow, known = new Set<string>()): Promise<readonly string[]> {
  const found: string[] = [];
  for (const step of promisedWalk(flow)) {
    const walk = await runTo(flow, await openSandbox(flow.sandbox), step);
    const promised = promisedRequest(flow, walk);
    for (const { id } of promised === undefined ? [] : mistakesIn(draftOf(promised))) {
      const name = `${step}, ${id}`;
      if (known.has(name)) continue;
      known.add(name);
      found.push(`${name}: ${await refusalOf(flow, step, id)}`);
    }
  }
  return found;
}

/** The check that refuses first once the mistake was made, however many messages later. */
async function refusalOf(flow: Flow, step: string, id: string): Promise<string> {
  const transport = await openSandbox(flow.sandbox);
  let walk = await runTo(flow, transport, step);
  const promised = promisedRequest(flow, walk);
  if (promised === undefined) return "no request";
  const draft = draftOf(promised);
  const mistake = mistakesIn(draft).find((one) => one.id === id);
  const edited = requestFrom(mistake?.apply(draft) ?? draft);
  const before = walk.taken.length;
  walk = await takeStep(flow, transport, { walk, edited });
  while (
    refusedSince(walk, before) === undefined &&
    !isEnd(walk.at) &&
    walk.taken.at(-1)?.led === true
  ) {
    walk = await takeStep(flow, transport, { walk });
  }
  return refusedSince(walk, before) ?? "nothing refused it";
}

/** Walks are refused on purpose, too: what came before the mistake does not count. */
function refusedSince({ taken }: Walk, before: number): string | undefined {
  return taken
    .slice(before)
    .flatMap(({ entry }) => entry.checks)
    .find(({ outcome }) => outcome === "failed")?.id;
}

describe.each(grants)("in walks of $id", ({ variants }) => {
  test("every mistake that is offered is refused by a check", async () => {
    const known = new Set<string>();
    const found: string[] = [];
    for (const { flow } of variants) found.push(...(await consequences(flow, known)));
    expect(found.filter((one) => !/: [a-z]+\.[a-z-]+$/.test(one))).toEqual([]);
  });
});

test("the mistakes with the code of a public client each have their check", async () => {
  const { flow } = authorizationCode.variants.find(({ id }) => id === "public-pkce") ?? {};
  expect(flow && (await consequences(flow))).toEqual([
    "authorize, redirect-elsewhere: authorize.redirect-uri",
    "authorize, unknown-client: authorize.client",
    "authorize, other-response-type: authorize.response-type-allowed",
    "authorize, no-challenge: authorize.pkce-present",
    "authorize, plain-challenge: authorize.pkce-method",
    "authorize, scope-unknown: authorize.scope",
    "sign_in, wrong-password: login.password",
    "callback, other-state: client.state",
    "callback, other-issuer: client.iss",
    "redeem, other-verifier: token.pkce",
    "redeem, no-verifier: token.pkce",
    "redeem, other-code: token.code-known",
    "redeem, other-redirect: token.redirect-uri",
    "redeem, repeated: token.no-repeats",
    "api, forged-token: api.signature",
    "api, unsigned-token: api.signature",
    "api, no-token: api.token-present",
  ]);
});

test.each([
  ["openid-connect", "authorize, other-nonce: client.id-token-nonce"],
  ["bff", "photos, no-own-header: client.own-header"],
])("in the walk of %s: %s", async (variant, expected) => {
  const { flow } = authorizationCode.variants.find(({ id }) => id === variant) ?? {};
  expect(flow && (await consequences(flow))).toContain(expected);
});

test("a user code that no device shows is refused (RFC 8628 §5.1)", async () => {
  const [variant] = grants.find(({ id }) => id === "device-code")?.variants ?? [];
  expect(variant && (await consequences(variant.flow))).toContain(
    "type_code, other-user-code: device.code-known",
  );
});
