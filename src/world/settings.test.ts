import { expect, test } from "vitest";
import type { SandboxSettings } from "../flow/transport.ts";
import { openSandbox } from "../testing/lab.ts";

const call = (browser?: string) => ({
  id: crypto.randomUUID(),
  step: "any",
  edited: false,
  ...(browser === undefined ? {} : { browser }),
});
const get = (url: string) => ({ method: "GET", url, headers: [] });
const open = (change: Partial<SandboxSettings> = {}) =>
  openSandbox({ clientSite: "static", ...change });

const authorize = (change: Readonly<Record<string, string>> = {}) =>
  get(
    `https://auth.example/authorize?${new URLSearchParams({
      response_type: "code",
      client_id: "print-page",
      redirect_uri: "https://print.example/callback",
      scope: "photos.read",
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
      ...change,
    }).toString()}`,
  );
const evil = { redirect_uri: "https://print.example.evil.example/callback" };

test("a world is strict unless it was set up otherwise", async () => {
  const { checks, response } = await (await open()).visit(call(), authorize(evil));
  expect([response?.status, checks.at(-1)?.outcome]).toEqual([400, "not reached"]);
  expect(checks.find(({ outcome }) => outcome === "failed")?.id).toBe("authorize.redirect-uri");
});

test("a server that matches redirect URIs by their beginning lets such an address pass", async () => {
  const authorizationServer = { redirectUriMatching: "prefix" } as const;
  const world = await open({ authorizationServer });
  expect((await world.visit(call(), authorize(evil))).response?.status).toBe(303);
  const other = await world.visit(call(), authorize({ redirect_uri: "https://evil.example/" }));
  expect(other.response?.status).toBe(400);
});

test("a check that is left out is not in the list of those that were made", async () => {
  const world = await open({ without: ["authorize.pkce-method"] });
  const { checks } = await world.visit(call(), authorize({ code_challenge_method: "plain" }));
  const made = checks.map(({ id, outcome }) => `${id}: ${outcome}`);
  expect(made).not.toContain("authorize.pkce-method: passed");
  expect(made.filter((one) => !one.endsWith("passed"))).toEqual([]);
});

test("two browsers have cookies, addresses and pages of their own", async () => {
  const world = await open();
  const first = await world.visit(call(), authorize());
  const login = first.browser.pending?.url ?? "";
  const mine = await world.visit(call(), get(login));
  const other = await world.visit(call("attacker"), get(login));
  expect([mine.response?.status, other.response?.status]).toEqual([200, 400]);
  expect([mine.profile, other.profile]).toEqual([undefined, "attacker"]);
  expect(other.browser.history).toEqual([login]);
  const after = await world.record(call(), { outcome: "looked", values: {}, checks: [] });
  expect(after.browser).toEqual(mine.browser);
});

test("a redirector sends a browser wherever it is told, and only where there is one", async () => {
  const out = get("https://print.example/out?to=https://evil.example/");
  const sent = await (await open({ openRedirector: true })).visit(call(), out);
  expect(sent.browser.pending?.url).toBe("https://evil.example/");
  const stays = await (await open()).visit(call(), out);
  expect([stays.response?.status, stays.browser.pending]).toEqual([200, undefined]);
});

test("the page’s policies are those the world was set up with", async () => {
  const policies = { referrerPolicy: "unsafe-url", contentSecurityPolicy: "script-src 'self'" };
  const { response } = await (await open(policies)).visit(call(), get("https://print.example/"));
  expect(response?.headers.filter(([name]) => name.includes("policy"))).toEqual([
    ["content-security-policy", "script-src 'self'"],
    ["referrer-policy", "unsafe-url"],
  ]);
});

test("the attacker’s sites answer whatever name they are called by, and nobody else’s do", async () => {
  const world = await open();
  const answer = await world.exchange(call(), get("https://api.evil.example/photos"));
  expect(answer.response?.status).toBe(200);
  await expect(world.exchange(call(), get("https://notevil.example/"))).rejects.toThrow(
    "Nobody answers at notevil.example.",
  );
});

test("a step that takes time moves the clock", async () => {
  const world = await open();
  const first = await world.record(call(), { outcome: "slept", values: {}, checks: [], wait: 60 });
  const second = await world.record(call(), { outcome: "woke", values: {}, checks: [] });
  expect(second.at - first.at).toBe(60);
});
