import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { blankBrowser, type BrowserView, type TraceEntry } from "../../flow/trace.ts";
import { walkOf, type Walk } from "../../flow/walk.ts";
import type { CheckResult } from "../../oauth/checks.ts";
import { formRequest, headerOf, type WireRequest, type WireResponse } from "../../oauth/wire.ts";

const PRINT = "https://print.example";
const AUTH = "https://auth.example";

/** A small flow for the tests of the stepper's views: ask, redirect, sign in, redeem, use. */
export const tinyFlow: Flow = defineFlow({
  id: "tiny",
  title: "Tiny",
  summary: "A flow for tests.",
  sandbox: { clientSite: "server" },
  parties: {
    user: { name: "Alice", role: "user", what: "The resource owner." },
    browser: { name: "Browser", role: "browser", what: "Carries messages." },
    client: { name: "print.example", role: "client", what: "The client.", host: "print.example" },
    as: {
      name: "auth.example",
      role: "authorization-server",
      what: "The AS.",
      host: "auth.example",
    },
    api: { name: "api.example", role: "resource-server", what: "The API.", host: "api.example" },
  },
  places: [],
  values: {
    verifier: { title: "verifier", what: "The secret.", tone: "proof", tracked: true },
    code: { title: "code", what: "The code.", tone: "code", tracked: true },
    access_token: { title: "access token", what: "The token.", tone: "token", tracked: true },
    client_id: { title: "client id", what: "The client's name.", tone: "plain", tracked: false },
    username: { title: "username", what: "Who.", tone: "secret", tracked: false },
    password: { title: "password", what: "The proof.", tone: "secret", tracked: true },
  },
  chapters: [
    { id: "ask", title: "Ask" },
    { id: "answer", title: "Answer" },
    { id: "redeem", title: "Redeem" },
  ],
  start: "prepare",
  steps: {
    prepare: {
      ...common("Make a verifier", "client", "client", "local", "ask"),
      kind: "local",
      run: async () => ({ outcome: "ok", values: { verifier: VERIFIER } }),
      outcomes: { ok: { label: "made", next: "authorize" } },
    },
    authorize: {
      ...common("Open the authorization endpoint", "browser", "as", "front", "ask"),
      kind: "visit",
      begin: { by: "opening", url: (read) => `${AUTH}/authorize?client_id=${read("client_id")}` },
      classify: ({ response }) => (response?.status === 303 ? "ok" : "refused"),
      outcomes: {
        ok: { label: "303 to the login page", next: "login" },
        refused: { label: "400" },
      },
    },
    login: {
      ...common("Show the login page", "browser", "as", "front", "answer"),
      kind: "visit",
      begin: { by: "redirect" },
      classify: ({ response }) => (response?.status === 200 ? "ok" : "refused"),
      outcomes: { ok: { label: "200 login page", next: "sign-in" }, refused: { label: "400" } },
    },
    "sign-in": {
      ...common("Sign in", "browser", "as", "front", "answer"),
      kind: "visit",
      begin: {
        by: "form",
        fields: (read) => ({ username: read("username"), password: read("password") }),
      },
      classify: ({ response }) => (response?.status === 303 ? "ok" : "refused"),
      outcomes: {
        ok: {
          label: "303 code",
          next: "redeem",
          read: ({ response }) => codeIn(response),
        },
        refused: { label: "400 login page" },
      },
    },
    redeem: {
      ...common("Redeem the code", "client", "as", "back", "redeem"),
      kind: "exchange",
      request: (read) =>
        formRequest(`${AUTH}/token`, {
          grant_type: "authorization_code",
          code: read("code"),
          code_verifier: read("verifier"),
        }),
      classify: ({ response }) => (response?.status === 200 ? "ok" : "invalid_grant"),
      outcomes: {
        ok: {
          label: "200 access_token",
          next: "use",
          read: ({ response }) => tokenIn(response),
        },
        invalid_grant: { label: "400 invalid_grant" },
      },
    },
    use: {
      ...common("Fetch the photos", "client", "api", "back", "redeem"),
      kind: "exchange",
      request: (read) => ({
        method: "GET",
        url: "https://api.example/photos",
        headers: [["Authorization", `Bearer ${read("access_token")}`]],
      }),
      classify: () => "ok",
      outcomes: { ok: { label: "200 photos", next: "done" } },
    },
  },
  given: { client_id: "print-server", username: "alice", password: "wonderland" },
});

function common<const P extends string>(
  title: string,
  from: P,
  to: P,
  channel: "front" | "back" | "local",
  chapter: string,
) {
  const button = `do: ${title}`;
  return {
    title,
    from,
    to,
    channel,
    chapter,
    button,
    stage: "ask",
    spec: "RFC 6749 §4.1",
    why: "Because.",
  } as const;
}

function codeIn(response: WireResponse | undefined): { code?: string } {
  const location = response === undefined ? undefined : headerOf(response, "Location");
  const code = location === undefined ? null : new URL(location).searchParams.get("code");
  return code === null ? {} : { code };
}

function tokenIn(response: WireResponse | undefined): { access_token?: string } {
  const token = /"access_token":"([^"]+)"/.exec(response?.body ?? "")?.[1];
  return token === undefined ? {} : { access_token: token };
}

export const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
export const CODE = "SplxlOBeZQQYbYS6WxSbIA-4Fh2fq8xk1ZkQe0m9tWc";
export const TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";
const LOGIN = `${AUTH}/login?interaction=Qk3vJq0w9sY2hT7nL5dR8xUe`;

const pkce: CheckResult = {
  id: "token.pkce",
  title: "The verifier matches the challenge",
  spec: "RFC 7636 §4.6",
  why: "A stolen code is worth nothing without it.",
  outcome: "passed",
};

/** The entries of the tiny flow when everything goes well, in order. */
export const tinyEntries: readonly TraceEntry[] = [
  entry(0, "local", "prepare", { local: { outcome: "ok", values: { verifier: VERIFIER } } }),
  entry(1, "visit", "authorize", {
    request: get(`${AUTH}/authorize?client_id=print-server`),
    response: redirect(LOGIN),
    browser: { ...blankBrowser, pending: get(LOGIN) },
  }),
  entry(2, "visit", "login", {
    request: get(LOGIN),
    response: { status: 200, headers: [["Content-Type", "text/html"]], body: "<h1>Sign in</h1>" },
    browser: { address: LOGIN, page: "<h1>Sign in</h1>", history: [LOGIN] },
  }),
  entry(3, "visit", "sign-in", {
    request: formRequest(LOGIN, { username: "alice", password: "wonderland" }),
    response: redirect(`${PRINT}/callback?code=${CODE}&iss=https%3A%2F%2Fauth.example`),
  }),
  entry(4, "exchange", "redeem", {
    request: formRequest(`${AUTH}/token`, {
      grant_type: "authorization_code",
      code: CODE,
      code_verifier: VERIFIER,
    }),
    response: json(200, { access_token: TOKEN, token_type: "Bearer" }),
    checks: [pkce],
  }),
  entry(5, "exchange", "use", {
    request: {
      ...get("https://api.example/photos"),
      headers: [["Authorization", `Bearer ${TOKEN}`]],
    },
    response: json(200, { photos: [] }),
  }),
];

/** What the redemption is answered when the verifier was edited. */
export const refusedRedemption: TraceEntry = {
  ...entry(4, "exchange", "redeem", {
    request: formRequest(`${AUTH}/token`, { grant_type: "authorization_code", code: CODE }),
    response: json(400, { error: "invalid_grant" }),
    checks: [{ ...pkce, outcome: "failed" }],
  }),
  edited: true,
};

/** What comes of the login page's redirect when its address was edited: an error page, and no redirect left. */
export const refusedLogin: TraceEntry = {
  ...entry(2, "visit", "login", {
    request: get(`${AUTH}/login`),
    response: { status: 400, headers: [["Content-Type", "text/html"]], body: "<h1>No</h1>" },
    browser: { address: `${AUTH}/login`, page: "<h1>No</h1>", history: [] },
  }),
  edited: true,
};

/** The tiny walk after its first messages. */
export function tinyWalk(messages: number): Walk {
  return walkOf(tinyFlow, tinyEntries.slice(0, messages));
}

function entry(
  index: number,
  kind: TraceEntry["kind"],
  step: string,
  more: Partial<TraceEntry> & { browser?: BrowserView },
): TraceEntry {
  const base = { id: `e${index}`, index, at: 1_800_000_000 + index, kind, step, edited: false };
  return { ...base, checks: [], browser: blankBrowser, ...more };
}

function get(url: string): WireRequest {
  return { method: "GET", url, headers: [] };
}

function redirect(location: string): WireResponse {
  return { status: 303, headers: [["Location", location]], body: "" };
}

function json(status: number, body: object): WireResponse {
  return { status, headers: [["Content-Type", "application/json"]], body: JSON.stringify(body) };
}
