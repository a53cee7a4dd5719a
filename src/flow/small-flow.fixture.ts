import { FORM, formRequest, headerOf, type WireResponse, withQuery } from "../oauth/wire.ts";
import { type Answer, defineFlow } from "./define-flow.ts";
import { type BrowserView, blankBrowser, type TraceEntry } from "./trace.ts";
import { type Walk, walkOf } from "./walk.ts";

export const AUTHORIZE =
  "https://auth.example/authorize?redirect_uri=https%3A%2F%2Fprint.example%2Fcallback&state=st-1&code_challenge=ch-1";
export const CALLBACK = "https://print.example/callback?code=co-1&state=st-1";
const PHOTOS = "https://print.example/photos";

/** A code flow of a client with a server, small enough to be read beside a test. */
export const smallFlow = defineFlow({
  id: "small",
  title: "Authorization code",
  summary: "A code by redirect, a token for it.",
  sandbox: { clientSite: "server" },
  parties: {
    user: { name: "Alice", role: "user", what: "The resource owner." },
    browser: { name: "Browser", role: "browser", what: "The user agent." },
    client: { name: "print.example", role: "client", what: "The client.", host: "print.example" },
    as: {
      name: "auth.example",
      role: "authorization-server",
      what: "The authorization server.",
      host: "auth.example",
    },
    api: {
      name: "api.example",
      role: "resource-server",
      what: "The API.",
      host: "api.example",
    },
  },
  places: [
    { id: "user", title: "User", what: "Alice herself" },
    { id: "page", title: "Page script", what: "scripts of print.example" },
    { id: "address", title: "Address and history", what: "addresses gone through" },
    { id: "client", title: "Client’s server", what: "print.example’s server" },
    { id: "as", title: "Authorization server", what: "auth.example" },
    { id: "api", title: "API", what: "api.example" },
  ],
  values: {
    password: { ...value("password", "secret"), knownTo: ["user", "as"] },
    client_secret: { ...value("client secret", "secret"), knownTo: ["client", "as"] },
    verifier: value("verifier", "proof"),
    challenge: value("challenge", "binding"),
    state: value("state", "binding"),
    code: value("code", "code"),
    access_token: value("access token", "token"),
  },
  chapters: [
    { id: "begin", title: "The user clicks Log in" },
    { id: "ask", title: "The client sends the browser to the authorization server" },
    { id: "sign-in", title: "The user signs in" },
    { id: "answer", title: "The code comes back by redirect" },
    { id: "redeem", title: "The client trades the code for a token" },
    { id: "use", title: "The client calls the API" },
  ],
  start: "click",
  given: {
    password: "wonderland",
    client_secret: "s3cr3t/key",
  },
  steps: {
    click: {
      ...facts("Open the client’s login page", "begin", "ask"),
      kind: "visit",
      from: "browser",
      to: "client",
      channel: "front",
      userDoes: "clicks Log in",
      begin: { by: "opening", url: () => "https://print.example/login" },
      classify: () => "held",
      outcomes: { held: { label: "the client answers next", next: "make" } },
    },
    make: {
      ...facts("Make a verifier and its challenge", "begin", "ask"),
      kind: "local",
      from: "client",
      to: "client",
      channel: "local",
      run: async () => ({ outcome: "made" }),
      outcomes: { made: { label: "made", next: "redirect" } },
    },
    redirect: {
      ...facts("Send the browser to the authorization server", "ask", "ask"),
      kind: "respond",
      from: "client",
      to: "browser",
      channel: "front",
      response: (read) =>
        redirectTo(
          withQuery("https://auth.example/authorize", {
            redirect_uri: "https://print.example/callback",
            state: read("state"),
            code_challenge: read("challenge"),
          }),
        ),
      outcomes: { sent: { label: "303 to /authorize", next: "authorize" } },
    },
    authorize: {
      ...facts("Ask for authorization", "ask", "ask"),
      kind: "visit",
      from: "browser",
      to: "as",
      channel: "front",
      begin: { by: "redirect" },
      classify: () => "page",
      outcomes: { page: { label: "200 Sign in", next: "login" } },
    },
    login: {
      ...facts("Sign in and allow", "sign-in", "authenticate"),
      kind: "visit",
      from: "browser",
      to: "as",
      channel: "front",
      userDoes: "types name and password",
      begin: { by: "form", fields: (read) => ({ password: read("password") }) },
      classify: () => "code",
      outcomes: {
        code: {
          label: "303 code, state",
          next: "callback",
          read: (answer) => ({ code: parameterOf(answer, "code") }),
        },
      },
    },
    callback: {
      ...facts("Bring the code to the client", "answer", "answer"),
      kind: "visit",
      from: "browser",
      to: "client",
      channel: "front",
      begin: { by: "redirect" },
      classify: () => "held",
      outcomes: { held: { label: "the client answers later", next: "token" } },
    },
    token: {
      ...facts("Redeem the code, with the verifier", "redeem", "redeem"),
      kind: "exchange",
      from: "client",
      to: "as",
      channel: "back",
      request: (read) =>
        formRequest(
          "https://auth.example/token",
          { code: read("code"), code_verifier: read("verifier") },
          [
            [
              "Authorization",
              `Basic ${btoa(`print:${encodeURIComponent(read("client_secret"))}`)}`,
            ],
          ],
        ),
      classify: ({ response }) => (response?.status === 200 ? "ok" : "invalid_grant"),
      outcomes: {
        ok: {
          label: "200 access_token",
          next: "photos",
          read: () => ({ access_token: "at.7" }),
        },
        invalid_grant: { label: "400 invalid_grant" },
      },
    },
    photos: {
      ...facts("Call the API", "use", "use"),
      kind: "exchange",
      from: "client",
      to: "api",
      channel: "back",
      request: (read) => ({
        method: "GET",
        url: "https://api.example/photos",
        headers: [["Authorization", `Bearer ${read("access_token")}`]],
      }),
      classify: () => "ok",
      outcomes: { ok: { label: "200 photos", next: "show" } },
    },
    show: {
      ...facts("Send the browser to the photos", "use", "use"),
      kind: "respond",
      from: "client",
      to: "browser",
      channel: "front",
      response: () => redirectTo(PHOTOS),
      outcomes: { sent: { label: "303 to /photos", next: "look" } },
    },
    look: {
      ...facts("Show the photos", "use", "use"),
      kind: "visit",
      from: "browser",
      to: "client",
      channel: "front",
      begin: { by: "redirect" },
      classify: () => "page",
      outcomes: { page: { label: "200 Your photos", next: "done" } },
    },
  },
});

function value(title: string, tone: "code" | "token" | "secret" | "proof" | "binding" | "plain") {
  return { title, what: `the ${title}`, tone, tracked: true };
}

function facts(
  title: string,
  chapter: string,
  stage: "ask" | "authenticate" | "answer" | "redeem" | "use",
) {
  return { title, chapter, stage, spec: "RFC 6749 §4.1", why: "For the test.", button: title };
}

function parameterOf({ response }: Answer, name: string): string {
  const location = response === undefined ? "" : (headerOf(response, "Location") ?? "");
  return new URL(location).searchParams.get(name) ?? "";
}

export function redirectTo(location: string): WireResponse {
  return { status: 303, headers: [["Location", location]], body: "" };
}

export function page(title: string, body = ""): WireResponse {
  return {
    status: 200,
    headers: [["Content-Type", "text/html; charset=utf-8"]],
    body: `<!doctype html><title>${title}</title><h1>${title}</h1>${body}`,
  };
}

export function json(status: number, body: Readonly<Record<string, unknown>>): WireResponse {
  return { status, headers: [["Content-Type", "application/json"]], body: JSON.stringify(body) };
}

/** An entry with what a test does not care for filled in. */
export function entry(step: string, given: Partial<TraceEntry>): TraceEntry {
  return {
    id: step,
    index: 0,
    at: 0,
    kind: "exchange",
    step,
    edited: false,
    checks: [],
    browser: blankBrowser,
    ...given,
  };
}

const shown = (address: string, page = "<h1>Sign in</h1>"): BrowserView => ({
  address,
  page,
  history: [address],
});
const get = (url: string) => ({ method: "GET", url, headers: [] });

const HELD: BrowserView = { address: CALLBACK, history: [AUTHORIZE] };

/** The whole of a walk that goes well, one entry for every step. */
export const goodEntries: readonly TraceEntry[] = [
  entry("click", { kind: "visit", request: get("https://print.example/login") }),
  entry("make", {
    kind: "local",
    local: { outcome: "made", values: { verifier: "ve-1", challenge: "ch-1", state: "st-1" } },
  }),
  entry("redirect", {
    kind: "respond",
    response: redirectTo(AUTHORIZE),
    browser: { ...blankBrowser, pending: get(AUTHORIZE) },
  }),
  entry("authorize", {
    kind: "visit",
    request: get(AUTHORIZE),
    response: page("Sign in", `<input type="hidden" name="state" value="st-1">`),
    browser: shown(AUTHORIZE),
  }),
  entry("login", {
    kind: "visit",
    request: {
      method: "POST",
      url: "https://auth.example/login",
      headers: [["Content-Type", FORM]],
      body: "password=wonderland",
    },
    response: redirectTo(CALLBACK),
    browser: { ...shown(AUTHORIZE), pending: get(CALLBACK) },
  }),
  entry("callback", { kind: "visit", request: get(CALLBACK), browser: HELD }),
  entry("token", {
    request: formRequest("https://auth.example/token", { code: "co-1", code_verifier: "ve-1" }, [
      ["Authorization", `Basic ${btoa("print:s3cr3t%2Fkey")}`],
    ]),
    response: json(200, { access_token: "at.7", token_type: "Bearer" }),
    browser: HELD,
  }),
  entry("photos", {
    request: {
      method: "GET",
      url: "https://api.example/photos",
      headers: [["Authorization", "Bearer at.7"]],
    },
    response: json(200, { photos: [] }),
    browser: HELD,
  }),
  entry("show", {
    kind: "respond",
    response: redirectTo(PHOTOS),
    browser: { ...HELD, pending: get(PHOTOS) },
  }),
  entry("look", {
    kind: "visit",
    request: get(PHOTOS),
    response: page("Your photos"),
    browser: shown(PHOTOS, "<h1>Your photos</h1>"),
  }),
];

/** The token request refused, as it is when the verifier was changed. */
export const refusedToken = entry("token", {
  edited: true,
  request: formRequest("https://auth.example/token", { code: "co-1", code_verifier: "wrong" }),
  response: json(400, { error: "invalid_grant" }),
});

/** The walk after so many of the good entries, and more of one's own. */
export function goodWalk(count: number, ...more: readonly TraceEntry[]): Walk {
  return walkOf(smallFlow, [...goodEntries.slice(0, count), ...more]);
}
