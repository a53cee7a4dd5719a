import { decodeJwt, decodeProtectedHeader } from "jose";
import { expect, test } from "vitest";
import type { SandboxSettings } from "../flow/transport.ts";
import { jsonObject } from "../oauth/json.ts";
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

/** A token of a client's own, which asks at its own API. */
async function ownToken(world: Awaited<ReturnType<typeof open>>) {
  const { response } = await world.exchange(call(), {
    method: "POST",
    url: "https://auth.example/token",
    headers: [
      ["Authorization", `Basic ${btoa("print-nightly:print-nightly-secret-3Ws6")}`],
      ["Content-Type", "application/x-www-form-urlencoded"],
    ],
    body: "grant_type=client_credentials",
  });
  return String(jsonObject(response?.body ?? "")?.["access_token"]);
}

async function jobsWith(change: Partial<SandboxSettings>) {
  const world = await open(change);
  const token = await ownToken(world);
  const { response, checks, asked } = await world.exchange(call(), {
    ...get("https://api.example/print-jobs"),
    headers: [["Authorization", `Bearer ${token}`]],
  });
  const refused = checks.find(({ outcome }) => outcome === "failed")?.id;
  return [response?.status, refused, asked?.length ?? 0];
}

test("an API that was set up with another issuer refuses every token, and reads the keys all the same", async () => {
  expect(await jobsWith({})).toEqual([200, undefined, 0]);
  expect(await jobsWith({ trustedIssuer: "https://auth.example/" })).toEqual([
    401,
    "api.issuer",
    0,
  ]);
});

test("an API that is cut off can neither read keys nor ask", async () => {
  expect(await jobsWith({ apiCutOff: true })).toEqual([503, "api.signature", 0]);
  expect(await jobsWith({ introspection: true })).toEqual([200, undefined, 1]);
  expect(await jobsWith({ introspection: true, apiCutOff: true })).toEqual([503, "api.active", 0]);
});

test("a server that errs signs what it writes, so that the signature is no reason to refuse", async () => {
  const misissued = { access_token: { jti: null, scope: "jobs.read more" } };
  const token = await ownToken(await open({ misissued }));
  const [{ typ }, { jti, scope, sub }] = [decodeProtectedHeader(token), decodeJwt(token)];
  expect([typ, jti, scope, sub]).toEqual(["at+jwt", undefined, "jobs.read more", "print-nightly"]);
  expect(await jobsWith({ misissued })).toEqual([401, "api.claims", 0]);
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
