import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import type { GrantServer } from "../ports.ts";
import {
  ALICE,
  API,
  asking,
  CALLBACK,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  NOW,
  PUBLIC,
  testServer,
} from "../testing.ts";

const fragments: GrantServer = {
  id: "fragments",
  responseTypes: {
    fragment: {
      grantType: "implicit",
      mode: "fragment",
      checks: [],
      answer: async () => ({ token: "t 1" }),
    },
  },
};
const narrow = { ...CONFIDENTIAL, clientId: "narrow", scope: "photos.read gone" };
const implicit = { ...CONFIDENTIAL, clientId: "implicit", responseTypes: ["fragment"] };
const silent = { ...CONFIDENTIAL, clientId: "silent", scope: "" };
const server = await testServer([...grantServers, fragments], {
  clients: [CONFIDENTIAL, PUBLIC, narrow, implicit, silent],
});

const query = (change: Fields = {}) => new URLSearchParams(asking(change)).toString();
const ask = (text: string) => server.get(`/authorize?${text}`);
const LOGIN = /^https:\/\/auth\.example\/login\?interaction=[\w-]{43}$/;

/** Where the answer goes, and its parameters. */
async function redirected(text: string) {
  const response = await ask(text);
  const location = response.headers.get("Location") ?? "";
  const [target = "", answer = ""] = location.split(/[?#](.*)/s);
  return {
    status: response.status,
    target,
    answer: Object.fromEntries(new URLSearchParams(answer)),
  };
}

describe("the authorization endpoint", () => {
  it("sends a user nobody knows to sign in, with a session cookie (RFC 6749 §3.1)", async () => {
    const response = await ask(query());
    expect([response.status, await response.text()]).toEqual([303, ""]);
    expect([...response.headers]).toEqual([
      ["cache-control", "no-store"],
      ["location", expect.stringMatching(LOGIN)],
      ["referrer-policy", "no-referrer"],
      [
        "set-cookie",
        expect.stringMatching(
          /^session=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure$/,
        ),
      ],
    ]);
    expect(server.checks().map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
      "authorize.well-formed: passed",
      "authorize.client: passed",
      "authorize.redirect-uri: passed",
      "authorize.no-repeats: passed",
      "authorize.printable: passed",
      "authorize.response-type: passed",
      "authorize.response-type-allowed: passed",
      "authorize.scope: passed",
      "authorize.pkce-present: passed",
      "authorize.pkce-method: passed",
      "authorize.pkce-form: passed",
    ]);
  });

  it("sends a user who has signed in to consent, without another cookie", async () => {
    const browser = server.browser();
    await browser.walk(asking(), ALICE);
    const response = await browser.open(`${ISSUER}/authorize?${query()}`);
    expect([response.status, response.headers.getSetCookie()]).toEqual([303, []]);
    expect(response.headers.get("Location")).toMatch(
      /^https:\/\/auth\.example\/consent\?interaction=[\w-]{43}$/,
    );
  });

  it("takes POST as well, and then only what the body says (RFC 6749 §3.1)", async () => {
    const response = await server.post(`/authorize?${query({ scope: "nonsense" })}`, asking(), {});
    expect([response.status, server.refusedBy()]).toEqual([303, "none"]);
    expect(response.headers.get("Location")).toMatch(LOGIN);
    await server.post(`/authorize?${query()}`, {}, {});
    expect(server.refusedBy()).toBe("authorize.client");
  });

  it("ignores parameters it does not know, and empty ones (RFC 6749 §3.1)", async () => {
    const response = await ask(`${query()}&unknown=1&prompt=&__proto__=x&constructor=y`);
    expect([response.status, server.refusedBy()]).toEqual([303, "none"]);
  });

  it("omits the Secure attribute on plain http, which is for loopback only", async () => {
    const local = await testServer(grantServers, { issuer: "http://127.0.0.1:9000" });
    const response = await local.get(`/authorize?${query()}`);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/),
    ]);
  });
});

describe("does not redirect but shows a page (RFC 6749 §4.1.2.1)", () => {
  it.each<[string, Fields, string]>([
    ["no client_id", { client_id: undefined }, "authorize.client"],
    ["an empty client_id", { client_id: "" }, "authorize.client"],
    ["an unknown client_id", { client_id: "nobody" }, "authorize.client"],
    ["a client_id of every object", { client_id: "__proto__" }, "authorize.client"],
    ["another redirect_uri", { redirect_uri: "https://evil.example/cb" }, "authorize.redirect-uri"],
    ["a longer redirect_uri", { redirect_uri: `${CALLBACK}/x` }, "authorize.redirect-uri"],
    ["another query in it", { redirect_uri: `${CALLBACK}?x=1` }, "authorize.redirect-uri"],
    ["a fragment in it", { redirect_uri: `${CALLBACK}#x` }, "authorize.redirect-uri"],
    [
      "a user in it",
      { redirect_uri: "https://print.example@evil.example/callback" },
      "authorize.redirect-uri",
    ],
    ["a line break in it", { redirect_uri: `${CALLBACK}\r\nX: y` }, "authorize.well-formed"],
    [
      "none, where several are registered",
      { client_id: "page", redirect_uri: undefined },
      "authorize.redirect-uri",
    ],
    [
      "another port on localhost (RFC 8252 §8.3)",
      { client_id: "page", redirect_uri: "http://localhost:3001/cb" },
      "authorize.redirect-uri",
    ],
  ])("for %s", async (_, change, check) => {
    const response = await ask(query(change));
    expect([response.status, response.headers.get("Location"), server.refusedBy()]).toEqual([
      400,
      null,
      check,
    ]);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).toContain(`<code>${check}</code>`);
  });

  it.each([
    ["a repeated client_id", `${query()}&client_id=print`],
    ["a repeated redirect_uri", `${query()}&redirect_uri=https%3A%2F%2Fevil.example`],
    ["broken percent-encoding", `${query()}&x=%zz`],
    ["what is not UTF-8", `${query()}&state=%FF`],
    ["a NUL in the client_id", "client_id=print%00"],
    ["nothing at all", "%"],
  ])("for %s (RFC 6749 §3.1)", async (_, text) => {
    const response = await ask(text);
    expect([response.status, response.headers.get("Location"), server.refusedBy()]).toEqual([
      400,
      null,
      "authorize.well-formed",
    ]);
  });

  it("and echoes nothing of the request in it", async () => {
    const attack = `"><script>alert(1)</script>`;
    const response = await ask(query({ client_id: attack, state: attack, redirect_uri: attack }));
    expect(await response.text()).not.toContain("alert(1)");
  });
});

describe("redirects with an error (RFC 6749 §4.1.2.1)", () => {
  it.each<[string, Fields, string, string, string]>([
    [
      "no response_type",
      { response_type: undefined },
      "invalid_request",
      "response_type is missing",
      "authorize.response-type",
    ],
    [
      "an unknown response_type",
      { response_type: "nonce" },
      "unsupported_response_type",
      "The response type is not supported",
      "authorize.response-type",
    ],
    [
      "a response_type that every object has",
      { response_type: "__proto__" },
      "unsupported_response_type",
      "The response type is not supported",
      "authorize.response-type",
    ],
    [
      "another such",
      { response_type: "constructor" },
      "unsupported_response_type",
      "The response type is not supported",
      "authorize.response-type",
    ],
    [
      "an unknown scope",
      { scope: "photos.read admin" },
      "invalid_scope",
      "The scope is unknown or not allowed",
      "authorize.scope",
    ],
    [
      "a scope with two spaces (§3.3)",
      { scope: "photos.read  photos.write" },
      "invalid_scope",
      "The scope is unknown or not allowed",
      "authorize.scope",
    ],
    [
      "a scope the client may not ask for",
      { client_id: "narrow", scope: "photos.write" },
      "invalid_scope",
      "The scope is unknown or not allowed",
      "authorize.scope",
    ],
    [
      "a scope nobody defines any more",
      { client_id: "narrow", scope: "gone" },
      "invalid_scope",
      "The scope is unknown or not allowed",
      "authorize.scope",
    ],
    [
      "no scope, of a client without a default (§3.3)",
      { client_id: "silent", scope: undefined },
      "invalid_scope",
      "The scope is unknown or not allowed",
      "authorize.scope",
    ],
    [
      "a resource this server issues no tokens for (RFC 8707 §2)",
      { resource: "https://api.evil.example" },
      "invalid_target",
      "The resource is unknown",
      "authorize.resource",
    ],
    [
      "a response_type the client may not use",
      { client_id: "implicit" },
      "unauthorized_client",
      "The client may not use this response type",
      "authorize.response-type-allowed",
    ],
    [
      "a NUL in a parameter (Appendix A)",
      { scope: "photos.read\u0000" },
      "invalid_request",
      "A parameter holds control characters",
      "authorize.printable",
    ],
  ])("for %s", async (_, change, error, error_description, check) => {
    expect(await redirected(query(change))).toEqual({
      status: 303,
      target: CALLBACK,
      answer: { error, error_description, state: "s1", iss: ISSUER },
    });
    expect(server.refusedBy()).toBe(check);
  });

  it("for a repeated parameter, known or not (§3.1)", async () => {
    for (const repeat of ["scope=photos.read", "x=1&x=2"]) {
      expect((await redirected(`${query()}&${repeat}`)).answer).toEqual({
        error: "invalid_request",
        error_description: "A parameter is repeated",
        state: "s1",
        iss: ISSUER,
      });
      expect(server.refusedBy()).toBe("authorize.no-repeats");
    }
  });

  it("without a state when there were two, as neither is the exact one (§4.1.2.1)", async () => {
    expect((await redirected(`${query()}&state=s2`)).answer).toEqual({
      error: "invalid_request",
      error_description: "A parameter is repeated",
      iss: ISSUER,
    });
  });
});

it("takes a resource that is the API its tokens are for (RFC 8707 §2)", async () => {
  const response = await ask(query({ resource: API }));
  expect([response.status, server.refusedBy()]).toEqual([303, "none"]);
  expect(server.checks().map(({ id }) => id)).toContain("authorize.resource");
});

it("remembers an interaction for ten minutes (RFC 6749 §4.1.2)", async () => {
  await ask(query());
  const interactions = await server.config.store.list("interaction");
  expect(interactions.map(({ value }) => value.expiresAt)).toContain(NOW + 600);
});

it("asks for the client's own scope when none is named, each once (RFC 6749 §3.3)", async () => {
  const grants = await testServer(grantServers);
  await grants.code({ scope: undefined });
  await grants.code({ scope: "photos.write photos.write" });
  const scopes = (await grants.config.store.list("grant")).map(({ value }) => value.scope);
  expect(scopes.toSorted()).toEqual(["photos.read photos.write", "photos.write"]);
});
