import { expect, test } from "vitest";
import { handleWith } from "./handle.ts";
import { worldInMemory } from "./persistent.ts";

const world = worldInMemory();
const handle = handleWith(() => Promise.resolve(world), "/oauth/");
const request = (path: string, init?: RequestInit) =>
  new Request(`https://grantlab.example${path}`, init);
const ask = (name: string, input: object) =>
  request(`/oauth/~/s/_world/${name}`, { method: "POST", body: JSON.stringify(input) });

const recording = (wait: number) => ({
  call: { id: crypto.randomUUID(), step: "any", edited: false },
  local: { outcome: "waited", values: {}, checks: [], wait },
});

test("leaves requests outside its prefix alone", () => {
  expect(handle(request("/oauth/flows"))).toBe(undefined);
  expect(handle(request("/~/s/auth.example/token"))).toBe(undefined);
});

test("answers for a site of the sandbox, status and headers as the server gave them", async () => {
  await handle(ask("open", { settings: { clientSite: "server" } }));
  const answer = await handle(request("/oauth/~/s/auth.example/token", { method: "POST" }));
  expect([answer?.status, answer?.headers.get("Cache-Control")]).toEqual([400, "no-store"]);
  expect(await answer?.json()).toEqual({
    error: "invalid_request",
    error_description: "The body must be application/x-www-form-urlencoded",
  });
});

test("serves the metadata of the issuer people see (RFC 8414 §3)", async () => {
  await handle(ask("open", { settings: { clientSite: "server" } }));
  const path = "/oauth/~/s/auth.example/.well-known/oauth-authorization-server";
  const { issuer } = (await (await handle(request(path)))?.json()) ?? {};
  expect(issuer).toBe("https://auth.example");
});

test.each([
  ["a host where nobody answers", request("/oauth/~/s/nobody.example/"), 502],
  ["a sandbox that was never opened", request("/oauth/~/never/auth.example/"), 400],
  ["a call there is none of", ask("destroy", {}), 400],
  ["a call of the wrong shape", ask("visit", { call: 1 }), 400],
  ["a wait that goes back in time", ask("record", recording(-1)), 400],
  ["a wait of half a second", ask("record", recording(0.5)), 400],
  ["a wait of a century", ask("record", recording(100 * 365 * 86_400)), 400],
  ["a body that is no JSON", request("/oauth/~/s/_world/open", { method: "POST", body: "{" }), 400],
])("says what is wrong with %s", async (_, wrong, status) => {
  await handle(ask("open", { settings: { clientSite: "server" } }));
  const answer = await handle(wrong);
  const { problem } = (await answer?.json()) ?? {};
  expect([answer?.status, answer?.headers.get("Grantlab-Problem"), typeof problem]).toEqual([
    status,
    "1",
    "string",
  ]);
});
