import { describe, expect, it } from "vitest";
import {
  asking,
  BASIC,
  CALLBACK,
  CHALLENGE,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  PUBLIC,
  redeeming,
  testServer,
  type TestServer,
  tokensOf,
  VERIFIER,
} from "../../../authorization-server/testing.ts";
import { authorizationCodeServer } from "../server.ts";

const requiring = { ...CONFIDENTIAL, clientId: "requiring", requirePkce: true };
const fresh = () =>
  testServer([authorizationCodeServer], { clients: [CONFIDENTIAL, PUBLIC, requiring] });

const INVALID = {
  error: "invalid_grant",
  error_description: "The grant is invalid, expired, revoked or was issued otherwise",
};
const NO_PKCE = { code_challenge: undefined, code_challenge_method: undefined };

describe("an authorization request for a code", () => {
  it.each<[string, Fields, string, string]>([
    [
      "a public client without a challenge (RFC 9700 §2.1.1)",
      { ...NO_PKCE, client_id: "page" },
      "code_challenge is required",
      "authorize.pkce-present",
    ],
    [
      "a client that has to use PKCE without a challenge (RFC 7636 §4.4.1)",
      { ...NO_PKCE, client_id: "requiring" },
      "code_challenge is required",
      "authorize.pkce-present",
    ],
    [
      "an empty challenge, which is none (RFC 6749 §3.1)",
      { client_id: "page", code_challenge: "" },
      "code_challenge is required",
      "authorize.pkce-present",
    ],
    [
      "the method plain (RFC 7636 §4.4.1)",
      { code_challenge_method: "plain" },
      "code_challenge_method must be S256",
      "authorize.pkce-method",
    ],
    [
      "no method, which is plain (RFC 7636 §4.3)",
      { code_challenge_method: undefined },
      "code_challenge_method must be S256",
      "authorize.pkce-method",
    ],
    [
      "a method in another case (RFC 7636 §4.3)",
      { code_challenge_method: "s256" },
      "code_challenge_method must be S256",
      "authorize.pkce-method",
    ],
    [
      "a challenge that is too short (RFC 7636 §4.2)",
      { code_challenge: CHALLENGE.slice(1) },
      "code_challenge is malformed",
      "authorize.pkce-form",
    ],
    [
      "a challenge that is too long",
      { code_challenge: `${CHALLENGE}A` },
      "code_challenge is malformed",
      "authorize.pkce-form",
    ],
    [
      "a challenge with padding (RFC 7636 Appendix A)",
      { code_challenge: `${CHALLENGE.slice(1)}=` },
      "code_challenge is malformed",
      "authorize.pkce-form",
    ],
  ])("is refused with invalid_request for %s", async (_, change, description, check) => {
    const server = await fresh();
    const back = await server.browser().begin(asking(change));
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: "invalid_request",
      error_description: description,
      state: "s1",
      iss: ISSUER,
    });
    expect(server.refusedBy()).toBe(check);
  });

  it("needs no challenge of a confidential client that need not use PKCE (RFC 6749 §4.1.1)", async () => {
    const server = await fresh();
    const code = await server.code(NO_PKCE);
    const response = await server.post("/token", redeeming(code, { code_verifier: undefined }));
    expect([response.status, server.refusedBy()]).toEqual([200, "none"]);
  });
});

describe("a code", () => {
  const redeem = (server: TestServer, code: string, fields: Fields = {}, headers = BASIC) =>
    server.post("/token", redeeming(code, fields), headers);

  async function refusal(server: TestServer, response: Response) {
    const body: unknown = await response.json();
    return [response.status, body, server.refusedBy()];
  }

  it("has to be there (RFC 6749 §4.1.3)", async () => {
    const server = await fresh();
    expect(await refusal(server, await redeem(server, ""))).toEqual([
      400,
      { error: "invalid_request", error_description: "code is missing" },
      "token.code-present",
    ]);
  });

  it.each(["unknown", "__proto__", "x".repeat(10_000)])(
    "that nobody issued is refused (RFC 6749 §5.2)",
    async (code) => {
      const server = await fresh();
      expect(await refusal(server, await redeem(server, code))).toEqual([
        400,
        INVALID,
        "token.code-known",
      ]);
    },
  );

  interface Wrong {
    readonly how: string;
    /** How the authorization request differs from the usual one. */
    readonly asked?: Fields;
    /** How the token request differs: in what is wrong, and still when it is right. */
    readonly wrong?: Fields;
    readonly right?: Fields;
    readonly error?: object;
    readonly check: string;
  }

  it.each<Wrong>([
    {
      how: "with another redirect URI (RFC 6749 §4.1.3)",
      wrong: { redirect_uri: `${CALLBACK}/` },
      check: "token.redirect-uri",
    },
    {
      how: "without the redirect URI that was sent (RFC 6749 §4.1.3)",
      wrong: { redirect_uri: undefined },
      check: "token.redirect-uri",
    },
    {
      how: "with another redirect URI, where none was sent (OAuth 2.1 §10.2)",
      asked: { redirect_uri: undefined },
      wrong: { redirect_uri: "https://evil.example/cb" },
      right: { redirect_uri: undefined },
      check: "token.redirect-uri",
    },
    {
      how: "with a verifier where there was no challenge (RFC 9700 §4.8.2, OAuth 2.1 §3.2.4)",
      asked: NO_PKCE,
      right: { code_verifier: undefined },
      error: {
        error: "invalid_request",
        error_description: "code_verifier was sent for a code without a challenge",
      },
      check: "token.pkce-expected",
    },
    {
      how: "with a verifier that is too short (RFC 7636 §4.1)",
      wrong: { code_verifier: VERIFIER.slice(1) },
      error: { error: "invalid_request", error_description: "code_verifier is malformed" },
      check: "token.pkce-form",
    },
    {
      how: "with another verifier (RFC 7636 §4.6)",
      wrong: { code_verifier: `${VERIFIER}x` },
      check: "token.pkce",
    },
    {
      how: "with the challenge as verifier (RFC 7636 §4.6)",
      wrong: { code_verifier: CHALLENGE },
      check: "token.pkce",
    },
    {
      how: "without the verifier (RFC 7636 §4.6)",
      wrong: { code_verifier: undefined },
      check: "token.pkce",
    },
  ])(
    "is not redeemed $how, and works afterwards",
    async ({ asked, wrong, right, error = INVALID, check }) => {
      const server = await fresh();
      const code = await server.code(asked);
      const refused = await redeem(server, code, wrong);
      expect(await refusal(server, refused)).toEqual([400, error, check]);
      expect((await redeem(server, code, right)).status).toBe(200);
    },
  );

  it("is not redeemed by another client, and works for its own afterwards (RFC 6749 §4.1.3)", async () => {
    const server = await fresh();
    const code = await server.code({ client_id: "page" });
    expect(await refusal(server, await redeem(server, code))).toEqual([
      400,
      INVALID,
      "token.code-client",
    ]);
    expect((await redeem(server, code, { client_id: "page" }, {})).status).toBe(200);
  });

  it("may be redeemed with the redirect URI it went to, though none was sent (OAuth 2.1 §10.2)", async () => {
    const server = await fresh();
    const code = await server.code({ redirect_uri: undefined });
    expect((await redeem(server, code)).status).toBe(200);
  });

  it("is worth nothing after a minute (RFC 6749 §4.1.2)", async () => {
    const server = await fresh();
    const [early, late] = [await server.code(), await server.code()];
    server.advance(59);
    expect((await redeem(server, early)).status).toBe(200);
    server.advance(1);
    expect(await refusal(server, await redeem(server, late))).toEqual([
      400,
      INVALID,
      "token.code-fresh",
    ]);
  });

  it("that was sent to one port of loopback is redeemed with that port (RFC 8252 §7.3, RFC 6749 §4.1.3)", async () => {
    const server = await fresh();
    const redirect_uri = "http://127.0.0.1:51004/cb";
    const code = await server.code({ client_id: "page", redirect_uri });
    const other = { client_id: "page", redirect_uri: "http://127.0.0.1:51005/cb" };
    await redeem(server, code, other, {});
    expect(server.refusedBy()).toBe("token.redirect-uri");
    expect((await redeem(server, code, { ...other, redirect_uri }, {})).status).toBe(200);
  });
});

describe("a code redeemed twice", () => {
  async function redeemed() {
    const server = await fresh();
    const code = await server.code();
    const first = await tokensOf(await server.post("/token", redeeming(code)));
    const active = async (token: string): Promise<unknown> =>
      (await (await server.post("/introspect", { token })).json()).active;
    const actives = async () => [
      await active(first.access_token),
      await active(first.refresh_token),
    ];
    return { server, code, actives };
  }

  it("is refused, and what it gave is revoked (RFC 6749 §4.1.2)", async () => {
    const { server, code, actives } = await redeemed();
    expect(await actives()).toEqual([true, true]);
    const response = await server.post("/token", redeeming(code));
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      INVALID,
      "token.code-unspent",
    ]);
    expect(await actives()).toEqual([false, false]);
  });

  it("is refused by the same check however often it comes", async () => {
    const { server, code } = await redeemed();
    for (let time = 0; time < 3; time += 1) {
      await server.post("/token", redeeming(code));
      expect(server.refusedBy()).toBe("token.code-unspent");
    }
  });

  it("revokes though it would have expired meanwhile (RFC 6749 §4.1.2)", async () => {
    const { server, code, actives } = await redeemed();
    server.advance(600);
    await server.post("/token", redeeming(code));
    expect(server.refusedBy()).toBe("token.code-unspent");
    expect(await actives()).toEqual([false, false]);
  });

  it.each<[string, Fields, Readonly<Record<string, string>>, string]>([
    ["the verifier is wrong", { code_verifier: `${VERIFIER}x` }, BASIC, "token.pkce"],
    [
      "the redirect URI is wrong",
      { redirect_uri: "https://x.example" },
      BASIC,
      "token.redirect-uri",
    ],
    ["the client is another one", { client_id: "page" }, {}, "token.code-client"],
    ["the client does not authenticate", {}, {}, "token.client-authenticated"],
  ])("revokes nothing when %s (OAuth 2.1 §7.5.2)", async (_, fields, headers, check) => {
    const { server, code, actives } = await redeemed();
    await server.post("/token", redeeming(code, fields), headers);
    expect(server.refusedBy()).toBe(check);
    expect(await actives()).toEqual([true, true]);
  });

  it("revokes what was refreshed meanwhile as well (RFC 6749 §4.1.2)", async () => {
    const server = await fresh();
    const code = await server.code();
    const first = await tokensOf(await server.post("/token", redeeming(code)));
    const grant = { grant_type: "refresh_token", refresh_token: first.refresh_token };
    const second = await tokensOf(await server.post("/token", grant));
    await server.post("/token", redeeming(code));
    await server.post("/token", { ...grant, refresh_token: second.refresh_token });
    expect(server.refusedBy()).toBe("token.grant-live");
  });

  it("is told from one whose grant was revoked otherwise (RFC 7009 §2.1)", async () => {
    const server = await fresh();
    const code = await server.code();
    const tokens = await tokensOf(await server.post("/token", redeeming(code)));
    await server.post("/revoke", { token: tokens.refresh_token });
    await server.post("/token", redeeming(code));
    expect(server.refusedBy()).toBe("token.grant-live");
  });
});
