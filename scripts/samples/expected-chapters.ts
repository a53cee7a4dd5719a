import { ALICE, ALICES_PHOTO } from "../../src/grants/cast.ts";
import { signInAndAllow } from "../../src/node/testing.ts";
import { comeBackTo, logInAndOutAt, logInAt } from "./browse.ts";
import { implicitPage, refusedByApi } from "./expected-implicit.ts";
import { brokenApi, fakeApi, ill, refusing } from "./prepare.ts";
import type { Row } from "./run-row.ts";

const COOKIE = "Path=/; Secure; HttpOnly; SameSite";

/** A backend for frontend: the browser gets a cookie and photos, and nothing without the header. */
export const browserAppsRows: readonly Row[] = [
  {
    sample: "browser-apps",
    title: "from the sign-in to the end of the session",
    runs: [
      {
        visit: wholeVisit,
        status: null,
        output: [
          "page: 200 text/html",
          "script: 200 text/javascript",
          "nobody: 401",
          `login: 303 __Host-Http-login; ${COOKIE}=Lax`,
          `callback: 303 __Host-Http-login; ${COOKIE}=Lax; Max-Age=0, __Host-Http-session; ${COOKIE}=Strict`,
          "photos: 200",
          ALICES_PHOTO,
          "without the header: 403",
          "not on the list: 404",
          "not a method of the list: 404",
          "callback again: 303 /",
          `logout: 204 __Host-Http-session; ${COOKIE}=Strict; Max-Age=0`,
          "after: 401",
          "wrong state: 303 /",
          "wrong issuer: 303 /",
          "denied: 303 /",
          "and then: 401",
        ],
        // No token, nor the code of an answer that was refused.
        never: ["eyJ", "'code'"],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "in a browser",
    runs: [
      {
        visit: logInAndOutAt,
        status: null,
        output: [
          "shows: Nobody is signed in.",
          ALICES_PHOTO,
          "scripts read: “”",
          "shows: Nobody is signed in.",
        ],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "when the access token has expired",
    policy: { accessTokenLifetime: 0 },
    runs: [
      {
        // Refreshed, and the new one has expired as well: the API's last word is passed on.
        visit: async (address) => {
          const { ask } = await signedIn(address);
          const asked = await ask("photos", "GET", "api/photos");
          return [asked, await ask("the session goes on", "POST", "logout")];
        },
        status: null,
        output: ["photos: 401 ", "the session goes on: 204"],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "when the refresh token has expired as well",
    policy: { accessTokenLifetime: 0, refreshTokenLifetime: -1 },
    runs: [
      {
        visit: async (address) => {
          const { ask } = await signedIn(address);
          const asked = await ask("photos", "GET", "api/photos");
          return [asked, await ask("the session", "POST", "logout")];
        },
        status: null,
        output: [
          `photos: 401 __Host-Http-session; ${COOKIE}=Strict; Max-Age=0`,
          "the session: 401",
        ],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "when the session has lasted long enough",
    runs: [
      {
        env: { SESSION_LIFETIME: "0" },
        visit: async (address) => {
          const { ask, told } = await signedIn(address);
          const asked = await ask("photos", "GET", "api/photos");
          // The next session that begins ends those that are over.
          return [...told, asked, ...(await signedIn(address)).told];
        },
        status: null,
        output: [
          `Max-Age=0, __Host-Http-session; ${COOKIE}=Strict`,
          "photos: 401",
          "callback: 303",
        ],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "when the API breaks off in the middle",
    languages: ["typescript", "python"],
    runs: [
      {
        prepare: brokenApi,
        visit: async (address) => {
          const { ask } = await signedIn(address);
          const asked = await ask("photos", "GET", "api/photos");
          return [asked, await ask("it goes on", "GET", "")];
        },
        status: null,
        output: ["photos: 502", "it goes on: 200 text/html"],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "when the API cannot be reached",
    runs: [
      {
        env: { PHOTOS: "http://127.0.0.1:9/photos" },
        visit: async (address) => {
          const { ask } = await signedIn(address);
          return [await ask("photos", "GET", "api/photos")];
        },
        status: null,
        output: ["photos: 502"],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "when the authorization server neither refreshes nor revokes",
    policy: { accessTokenLifetime: 0 },
    runs: [
      {
        prepare: refusing("grant_type=refresh_token", "server_error"),
        visit: async (address) => {
          const { ask } = await signedIn(address);
          return [await ask("photos", "GET", "api/photos")];
        },
        status: null,
        output: ["photos: 502"],
        errors: "server_error",
      },
      {
        prepare: ill("token="),
        visit: async (address) => {
          const { ask } = await signedIn(address);
          return [await ask("logout", "POST", "logout")];
        },
        status: null,
        output: ["logout: 502"],
      },
    ],
  },
  {
    sample: "browser-apps",
    title: "when the authorization server has gone",
    runs: [
      {
        prepare: async (place) => ({ PHOTOS: (await fakeApi(place)).JOBS ?? "" }),
        visit: async (address, { server }) => {
          const { ask } = await signedIn(address);
          await server.close();
          return [await ask("refresh", "GET", "api/photos"), await ask("logout", "POST", "logout")];
        },
        status: null,
        output: ["refresh: 502", "logout: 502"],
      },
    ],
  },
];

/** The same page twice, in a browser. */
export const migrationRows: readonly Row[] = [
  {
    sample: "migration",
    title: "before, in a browser",
    program: "before",
    runs: implicitPage,
  },
  {
    sample: "migration",
    title: "before, when the API refuses the token",
    program: "before",
    ...refusedByApi,
  },
  {
    sample: "migration",
    title: "after, in a browser",
    program: "after",
    runs: [
      {
        browse: logInAt,
        status: 0,
        output: [ALICES_PHOTO, "/callback?code="],
        never: ["access_token"],
      },
      {
        browse: (address, place) => logInAt(address, place, "Deny"),
        status: 0,
        output: ["No token: access_denied."],
      },
      {
        browse: (address, place) => comeBackTo(address, place, withAnotherState),
        status: 0,
        output: ["state"],
      },
    ],
  },
  {
    sample: "migration",
    title: "after, when the API refuses the token",
    program: "after",
    ...refusedByApi,
  },
];

function withAnotherState(back: URL): URL {
  const copy = new URL(back);
  copy.searchParams.set("state", "another");
  return copy;
}

async function wholeVisit(address: URL): Promise<readonly string[]> {
  const lines: string[] = [];
  const visitor = visiting(address);
  lines.push(await visitor.ask("page", "GET", ""));
  lines.push(await visitor.ask("script", "GET", "page.js"));
  lines.push(await visitor.ask("nobody", "GET", "api/photos"));
  const { ask, back, told } = await signedIn(address);
  lines.push(...told);
  lines.push(await ask("photos", "GET", "api/photos"));
  lines.push(await ask("without the header", "GET", "api/photos", {}));
  lines.push(await ask("not on the list", "GET", "api/elsewhere"));
  lines.push(await ask("not a method of the list", "POST", "api/photos"));
  lines.push(await ask("callback again", "GET", back.href));
  lines.push(await ask("logout", "POST", "logout"));
  lines.push(await ask("after", "GET", "api/photos"));
  const other = visiting(address);
  lines.push(await other.signIn("wrong state", { state: "another" }));
  lines.push(await other.signIn("wrong issuer", { iss: "https://evil.example" }));
  lines.push(await other.signIn("denied", {}, "deny"));
  lines.push(await other.ask("and then", "GET", "api/photos"));
  return lines;
}

/** A browser that has been through the sign-in. */
async function signedIn(address: URL) {
  const { ask, leave } = visiting(address);
  const login = await ask("login", "GET", "login");
  const back = await leave();
  const callback = await ask("callback", "GET", back.href);
  return { ask, back, told: [login, callback] };
}

/** A browser with cookies; each answer becomes a line of what a browser is told. */
function visiting(address: URL) {
  const cookies = new Map<string, string>();
  let latest = new Response();
  const ask = async (
    what: string,
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = { "Print-Request": "1" },
  ): Promise<string> => {
    const Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    latest = await fetch(new URL(path, address), {
      method,
      headers: { ...headers, Cookie },
      redirect: "manual",
    });
    const set = latest.headers.getSetCookie();
    for (const line of set) keep(cookies, line);
    return [`${what}: ${latest.status} ${told(latest, set)}`.trim(), await latest.text()].join(
      "\n",
    );
  };
  /** To the authorization server and back, without having arrived. */
  const leave = (decision: "allow" | "deny" = "allow") =>
    signInAndAllow(new URL(latest.headers.get("Location") ?? ""), ALICE, decision);
  /** The same with other parameters than the server sent, to the end. */
  const signIn = async (
    what: string,
    forged: Readonly<Record<string, string>>,
    decision: "allow" | "deny" = "allow",
  ): Promise<string> => {
    await ask("login", "GET", "login");
    const back = await leave(decision);
    for (const [name, value] of Object.entries(forged)) back.searchParams.set(name, value);
    return ask(what, "GET", back.href);
  };
  return { ask, leave, signIn };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/; Max-Age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

/** What is told apart from the body: the cookies without their values, or where to go, or what it is. */
function told({ headers }: Response, set: readonly string[]): string {
  const location = headers.get("Location") ?? "";
  const cookies = set.map(inOrder);
  if (location === "/" && cookies.every((line) => line.includes("Max-Age=0"))) return location;
  if (cookies.length > 0) return cookies.join(", ");
  return location || (headers.get("Content-Type") ?? "");
}

const ATTRIBUTES = ["Path", "Secure", "HttpOnly", "SameSite", "Max-Age"];

/** A cookie without its value, its attributes in one order: each library has its own. */
function inOrder(line: string): string {
  const [cookie = "", ...attributes] = line.split("; ");
  const rank = (attribute: string) => ATTRIBUTES.indexOf(attribute.replace(/=.*/, ""));
  const [name = ""] = cookie.split("=");
  return [name, ...attributes.toSorted((a, b) => rank(a) - rank(b))].join("; ");
}
