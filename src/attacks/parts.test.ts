import { expect, test } from "vitest";
import { grants } from "../grants/index.ts";
import { apiCallOf, carriersOf, handOverIn, tokenRequestOf } from "./parts.ts";
import { targetsOf } from "./target.ts";

const targets = targetsOf(grants);

function partsOf(id: string) {
  const flow = targets.find((target) => target.id === id)?.flow;
  if (flow === undefined) throw new RangeError(`There is no ${id}.`);
  return [tokenRequestOf(flow)?.id, carriersOf(flow).map((part) => part.id), apiCallOf(flow)?.id];
}

test.each([
  ["authorization-code/public-pkce", "redeem", ["api"]],
  ["authorization-code/token-mediating", "redeem", ["api"]],
  ["authorization-code/openid-connect", "redeem", ["userinfo", "api"]],
  ["client-credentials/basic", "token", ["api"]],
  ["device-code", "poll", ["api"]],
  ["refresh-token/rotating-public", "redeem", ["api"]],
])("in %s the token is asked for at %s and carried to %j", (id, asked, carried) => {
  expect(partsOf(id)).toEqual([asked, carried, "api"]);
});

test("a token-mediating backend alone hands its page a token (RFC 10017 §6.2)", () => {
  const handed = targets.map(({ id, flow }) => [id, handOverIn(flow)] as const);
  expect(handed.filter(([, steps]) => steps.length > 0)).toEqual([
    ["authorization-code/token-mediating", ["token", "guard", "hand_over"]],
  ]);
});

test("a token that comes in the redirect is asked for at no token endpoint (RFC 6749 §4.2)", () => {
  expect(partsOf("implicit")).toEqual([undefined, [], "api"]);
});

test("every walk has a call that an API serves, and so a token that can be taken", () => {
  expect(targets.filter(({ flow }) => apiCallOf(flow) === undefined)).toEqual([]);
});
