import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grantServers } from "../grants/servers.ts";
import { randomToken } from "../oauth/random.ts";
import { changes, harmOf, indexOfFailed, noise, SPOILS, TEXT, value } from "./fuzz.fixture.ts";
import {
  ALICE,
  asking,
  BASIC,
  basic,
  BOB,
  CALLBACK,
  CHALLENGE,
  ISSUER,
  PUBLIC,
  redeeming,
  testServer,
  VERIFIER,
} from "./testing.ts";

/** As many as there is time for. */
const BOUNDED: fc.Parameters<unknown> = { numRuns: 400, interruptAfterTimeLimit: 2500 };
const FORM = "application/x-www-form-urlencoded";

const server = await testServer(grantServers);
const stranger = await server.stranger("https://stranger.example/cb?x=1");

/** Every place the server may ever send a browser to, the query of the answer aside. */
const PLACES = [
  /^https:\/\/auth\.example\/(login|consent)\?interaction=[\w-]{43}$/,
  /^https:\/\/print\.example\/callback(\?(tenant=1&)?(code|error)=|#error=)[^\s#]+$/,
  /^http:\/\/127\.0\.0\.1(:\d+)?\/cb(\?(code|error)=|#error=)[^\s#]+$/,
  /^http:\/\/\[::1\](:\d+)?\/cb(\?(code|error)=|#error=)[^\s#]+$/,
  /^http:\/\/localhost:3000\/cb(\?(code|error)=|#error=)[^\s#]+$/,
  /^example\.print:\/cb(\?(code|error)=|#error=)[^\s#]+$/,
  /^https:\/\/stranger\.example\/cb\?x=1(&(code|error)=|#error=)[^\s#]+$/,
];

const authorizeValues = {
  response_type: value("code", "token", "code token", "__proto__"),
  client_id: value("print", "page", "poster", stranger, "constructor"),
  redirect_uri: value(
    ...PUBLIC.redirectUris,
    "http://127.0.0.1:5000/cb",
    "http://127.0.0.1:5000@evil.example/cb",
    "https://stranger.example/cb?x=1",
    "https://evil.example/cb",
    `${CALLBACK}/../x`,
    "//evil.example",
    "javascript:alert(1)",
  ),
  scope: value("photos.read", "photos.read photos.write", "admin", " "),
  state: value("s", "a\r\nLocation: https://evil.example", "é", "%0d%0a"),
  code_challenge: value(CHALLENGE, "short", "=".repeat(43)),
  code_challenge_method: value("S256", "plain", "s256"),
};

/** Requests that are right but for little, and noise. */
const authorizeParameters = fc
  .tuple(
    fc.oneof(
      {
        weight: 3,
        arbitrary: changes(authorizeValues).map((one) => `${new URLSearchParams(asking(one))}`),
      },
      noise(authorizeValues),
    ),
    SPOILS,
  )
  .map(([text, spoil]) => text + spoil);

describe("whatever is asked of /authorize", () => {
  it("no 5xx, no redirect to an unregistered place, no header of the sender's", async () => {
    const signedIn = server.browser();
    await signedIn.walk(asking(), ALICE);
    const cookie = fc.constantFrom(signedIn.cookie(), "", "session=x; session=y", "=;;session=%00");
    await fc.assert(
      fc.asyncProperty(authorizeParameters, fc.boolean(), cookie, async (text, post, Cookie) => {
        const before = server.reports();
        const url = `${ISSUER}/authorize`;
        const response = await server.fetch(
          post
            ? new Request(url, {
                method: "POST",
                headers: { Cookie, "Content-Type": FORM },
                body: text,
              })
            : new Request(`${url}?${text}`, { headers: { Cookie } }),
        );
        expect(harmOf(response, PLACES)).toBe("none");
        expect([303, 400]).toContain(response.status);
        expect(server.reports() - before).toBe(1);
        const location = response.headers.get("Location") ?? "";
        const failed = indexOfFailed(server.checks());
        // The first three checks show a page; who fails a later one is told by redirect, or asked first.
        expect(failed === -1 || failed >= 3).toBe(response.status === 303);
        expect(failed !== -1 || location.startsWith(`${ISSUER}/`)).toBe(true);
        expect(location).not.toMatch(/[?&]code=/);
      }),
      BOUNDED,
    );
  });

  it("and then allowed: a code only if every check passed, at the address that was asked for", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          client_id: fc.constantFrom("print", "page", stranger),
          redirect_uri: fc.constantFrom(
            CALLBACK,
            "http://127.0.0.1:1/cb",
            "https://stranger.example/cb?x=1",
          ),
          scope: fc.constantFrom("photos.read", "admin"),
          code_challenge_method: fc.constantFrom("S256", "plain"),
          state: TEXT,
        }),
        fc.constantFrom("allow", "deny", "return", "x"),
        async (change, decision) => {
          const browser = server.browser();
          const first = await browser.open(
            `${ISSUER}/authorize?${new URLSearchParams(asking(change))}`,
          );
          const passed = indexOfFailed(server.checks()) === -1;
          const login = first.headers.get("Location") ?? "";
          if (!login.startsWith(`${ISSUER}/login`)) return;
          const { username, password } = ALICE;
          const signedIn = await browser.submit(login, { username, password });
          const consent = signedIn.headers.get("Location") ?? "";
          const last = await browser.submit(consent, { decision });
          const back = last.headers.get("Location") ?? "";
          expect(harmOf(last, PLACES)).toBe("none");
          expect(back.includes("code=")).toBe(passed && decision === "allow");
          expect(back === "" || back.startsWith(change.redirect_uri)).toBe(true);
        },
      ),
      { ...BOUNDED, numRuns: 100 },
    );
  });
});

describe("whatever is asked of /token", () => {
  const secrets = [basic("print", "x"), basic("page", ""), { Authorization: "Bearer x" }, {}];

  it("no 5xx, no tokens without every check passed, nothing but what is right passing", async () => {
    const headers = fc.oneof(
      { weight: 3, arbitrary: fc.constant(BASIC) },
      fc.constantFrom(...secrets),
    );
    const change = changes({
      grant_type: value("authorization_code", "refresh_token", "password", "__proto__"),
      code: value("x"),
      redirect_uri: value(CALLBACK, `${CALLBACK}?`, "https://evil.example"),
      code_verifier: value(VERIFIER, CHALLENGE, "short"),
      client_id: value("print", "page"),
      client_secret: value("print-secret", "poster-secret", ""),
      refresh_token: value("x"),
      scope: value("photos.read", "admin"),
    });
    await fc.assert(
      fc.asyncProperty(change, headers, async (fields, auth) => {
        const right = redeeming(await server.code());
        const before = (await server.config.store.list("access_token")).length;
        const response = await server.post("/token", { ...right, ...fields }, auth);
        const after = (await server.config.store.list("access_token")).length;
        const ok = response.status === 200;
        expect(harmOf(response, [])).toBe("none");
        expect([200, 400, 401]).toContain(response.status);
        expect(after - before).toBe(ok ? 1 : 0);
        expect(server.checks().every(({ outcome }) => outcome === "passed")).toBe(ok);
        const sent: Readonly<Record<string, string>> = { ...right, ...fields };
        const same = ["grant_type", "code", "redirect_uri", "code_verifier"] as const;
        const valid =
          auth === BASIC &&
          same.every((name) => sent[name] === right[name]) &&
          ["print", ""].includes(fields["client_id"] ?? "") &&
          (fields["client_secret"] ?? "") === "" &&
          Object.values(sent).every((one) => !/\p{Cc}/u.test(one));
        expect(ok).toBe(valid);
      }),
      BOUNDED,
    );
  });

  it("no 5xx and no tokens for noise, in any form", async () => {
    const body = noise({
      grant_type: value("authorization_code", "refresh_token"),
      code: value("x"),
      refresh_token: value("x"),
      client_id: value("page", "poster"),
      client_secret: value("poster-secret"),
    });
    const type = fc.constantFrom(FORM, `${FORM}; charset=x`, "application/json", "text/plain", "");
    const path = fc.constantFrom("/token", "/revoke", "/introspect");
    await fc.assert(
      fc.asyncProperty(path, body, SPOILS, type, async (at, text, spoil, contentType) => {
        const headers = { "Content-Type": contentType };
        const init = { method: "POST", headers, body: text + spoil };
        const request = new Request(ISSUER + at, init);
        const response = await server.fetch(request);
        expect(harmOf(response, [])).toBe("none");
        expect(await response.text()).not.toContain("access_token");
      }),
      BOUNDED,
    );
  });
});

describe("whatever is asked of /login", () => {
  it("no 5xx, and nobody signed in but with a name and its password", async () => {
    const fields = fc.record({
      username: value("alice", "bob", "ALICE", "__proto__"),
      password: value(ALICE.password, BOB.password, ""),
    });
    const browser = server.browser();
    const login = await browser.begin(asking());
    const Cookie = browser.cookie();
    await fc.assert(
      fc.asyncProperty(fields, async (form) => {
        const headers = { Cookie, "Content-Type": FORM };
        const body = new URLSearchParams(form).toString();
        const response = await server.fetch(new Request(login, { method: "POST", headers, body }));
        const right = [ALICE, BOB].some(
          ({ username, password }) => form.username === username && form.password === password,
        );
        expect(harmOf(response, PLACES)).toBe("none");
        expect(response.status).toBe(right ? 303 : 400);
        expect(response.headers.getSetCookie().length).toBe(right ? 1 : 0);
        expect(await response.text()).not.toMatch(/<(script|img|b|i)\b/);
      }),
      BOUNDED,
    );
  });
});

describe("whatever is asked of /register", () => {
  it("no 5xx for any JSON, or none", async () => {
    const body = fc.oneof(fc.json(), TEXT);
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        expect(harmOf(await server.register(text), [])).toBe("none");
      }),
      BOUNDED,
    );
  });

  it("a redirect URI that can be registered can be redirected to, and nowhere else does it lead", async () => {
    const piece = fc.constantFrom(
      ..."https: http: // / \\ @ : ? # [ ] % %zz %0d%0a \r\n \t é . .. localhost 127.0.0.1 [::1] evil.example a.b".split(
        " ",
      ),
    );
    const uri = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.array(piece, { maxLength: 5 }).map((pieces) => `https://c.example${pieces.join("")}`),
    );
    await fc.assert(
      fc.asyncProperty(uri, async (redirect_uri) => {
        const registered = await server.register({ redirect_uris: [redirect_uri] });
        expect(harmOf(registered, [])).toBe("none");
        if (registered.status !== 201) return;
        const { client_id }: { client_id: string } = await registered.json();
        const browser = server.browser();
        const consent = await browser.signIn(asking({ client_id, redirect_uri }), ALICE);
        expect((await browser.open(consent)).status).toBe(200);
        const answer = await browser.submit(consent, { decision: "allow" });
        const location = answer.headers.get("Location") ?? "";
        expect(location.startsWith(redirect_uri)).toBe(true);
        // What a browser at this server makes of it is what it says when read alone.
        expect(new URL(location, `${ISSUER}/consent`).origin).toBe(new URL(redirect_uri).origin);
        expect(new URL(location).searchParams.get("code")).toMatch(/^[\w-]{43}$/);
      }),
      { ...BOUNDED, numRuns: 1000 },
    );
  });
});

it("answers any path, method and body without a 5xx", async () => {
  const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");
  const path = fc.oneof(
    fc.constantFrom("/authorize", "/login", "/consent", "/token", "/revoke", "/register", "/jwks"),
    fc.webPath(),
  );
  const interaction = fc.constantFrom("", "?interaction=x", `?interaction=${randomToken()}`);
  await fc.assert(
    fc.asyncProperty(method, path, interaction, TEXT, async (verb, at, query, text) => {
      const body = verb === "GET" || verb === "HEAD" ? null : text;
      const headers = { "Content-Type": at === "/register" ? "application/json" : FORM };
      const init: RequestInit = { method: verb, headers, body };
      const response = await server.fetch(new Request(`${ISSUER}${at}${query}`, init));
      expect(harmOf(response, [])).toBe("none");
    }),
    BOUNDED,
  );
});
