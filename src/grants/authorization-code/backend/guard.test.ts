import { expect, it } from "vitest";
import { bffRoute } from "../bff/flow.ts";
import { mediatingRoute } from "../mediating/token.ts";
import { type AskedFacts, guard } from "./guard.ts";

const asked: AskedFacts = {
  askedFor: "GET /bff/photos",
  ownHeader: "1",
  shown: "s1",
  session: "s1",
};

async function guarded(change: Partial<AskedFacts>, route = bffRoute) {
  const { outcome, values, checks = [] } = await guard({ ...asked, ...change }, route, new Set());
  return [outcome, values?.status, checks.find((one) => one.outcome === "failed")?.id];
}

it("passes on what the page’s own script asks for, in a session (RFC 10017 §6.1.3)", async () => {
  expect(await guarded({})).toEqual(["ok", undefined, undefined]);
});

it.each<readonly [string, Partial<AskedFacts>, string, string]>([
  [
    "without the header, as another site’s form would (§6.1.3.3)",
    { ownHeader: "" },
    "403",
    "client.own-header",
  ],
  ["without a cookie (§6.1.2.3)", { shown: undefined }, "401", "client.known-session"],
  ["with a cookie of no session (§6.1.2.3)", { shown: "s2" }, "401", "client.known-session"],
  ["for another path (§6.1.3.6)", { askedFor: "GET /bff/admin" }, "404", "client.route"],
  ["with another method (§6.1.3.6)", { askedFor: "DELETE /bff/photos" }, "404", "client.route"],
])("turns away a request %s", async (_, change, status, check) => {
  expect(await guarded(change)).toEqual(["refused", status, check]);
});

it.each([
  ["GET /backend/token", "ok", undefined],
  ["POST /backend/token", "ok", undefined],
  ["GET /backend/photos", "refused", "client.route"],
  ["DELETE /backend/token", "refused", "client.route"],
])(
  "where the server hands out tokens alone, %s: %s (RFC 10017 §6.2.2.1)",
  async (askedFor, outcome, check) => {
    const [came, , refusedBy] = await guarded({ askedFor }, mediatingRoute);
    expect([came, refusedBy]).toEqual([outcome, check]);
  },
);
