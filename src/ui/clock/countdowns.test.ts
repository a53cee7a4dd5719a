import { expect, test } from "vitest";
import type { Flow } from "../../flow/define-flow.ts";
import { runTo } from "../../flow/run-to.ts";
import { findGrant, findVariant } from "../../grants/index.ts";
import { openSandbox } from "../../testing/lab.ts";
import { countdownsOf } from "./countdowns.ts";
import { durationText } from "./duration.ts";

const flow = variantFlow("public-pkce");

/** What is counted down when the walk stands at a step and the clock was moved on. */
async function at(step: string, later = 0) {
  const client = await openSandbox(flow.sandbox);
  const walk = await runTo(flow, client, step);
  await client.advance(later);
  return countdownsOf(flow, walk, await client.inspect()).map(
    ({ title, tone, left }) => `${title} (${tone}): ${left}`,
  );
}

test("nothing is counted down before anything was handed out or anybody signed in", async () => {
  expect(await at("login_page")).toEqual([]);
});

test("a code and the session are, from when the server made them", async () => {
  expect(await at("redeem")).toEqual(["code (code): 58", "session (plain): 28796"]);
});

test("tokens are in place of a code that was used up; an access token by its serial number", async () => {
  const [access, session, refresh] = await at("api");
  expect(access).toBe("access token (token): 899");
  expect(session).toBe("session (plain): 28795");
  expect(refresh).toMatch(/^refresh token \(token\): \d+$/);
});

test("what the walk still holds stays there when it has expired", async () => {
  expect(await at("redeem", 58)).toEqual(["code (code): 0", "session (plain): 28738"]);
});

test.each([
  [0, "0 s"],
  [58, "58 s"],
  [60, "1 min"],
  [898, "14 min 58 s"],
  [3600, "1 h"],
  [28_796, "7 h 59 min"],
  [3661, "1 h 1 min"],
  [86_400 + 59, "1 d"],
  [2_591_999, "29 d 23 h"],
])("writes %i seconds as %s", (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});

function variantFlow(id: string): Flow {
  const grant = findGrant("authorization-code");
  const variant = grant && findVariant(grant, id);
  if (variant === undefined) throw new Error("There is no such variant.");
  return variant.flow;
}
