import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import { ALICE, asking, BASIC, PUBLIC, redeeming, testServer, tokensOf } from "../testing.ts";

async function setup() {
  const server = await testServer(grantServers);
  const tokens = await server.tokens();
  const active = async (token: string): Promise<unknown> =>
    (await (await server.post("/introspect", { token })).json()).active;
  return { server, tokens, active };
}

const POSTING = { client_id: "poster", client_secret: "poster-secret" };

describe("revocation", () => {
  it("of a refresh token ends everything of its grant (RFC 7009 §2.1)", async () => {
    const { server, tokens, active } = await setup();
    const response = await server.post("/revoke", { token: tokens.refresh_token });
    expect([response.status, await response.text(), server.refusedBy()]).toEqual([200, "", "none"]);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect([await active(tokens.refresh_token), await active(tokens.access_token)]).toEqual([
      false,
      false,
    ]);
    await server.post("/token", {
      grant_type: "refresh_token",
      refresh_token: tokens.refresh_token,
    });
    expect(server.refusedBy()).toBe("token.grant-live");
  });

  it("of an access token leaves the refresh token alone (RFC 7009 §2.1)", async () => {
    const { server, tokens, active } = await setup();
    const response = await server.post("/revoke", { token: tokens.access_token });
    expect([response.status, server.refusedBy()]).toEqual([200, "none"]);
    expect([await active(tokens.access_token), await active(tokens.refresh_token)]).toEqual([
      false,
      true,
    ]);
  });

  it.each(["refresh_token", "access_token", "pigeon"])(
    "finds the token whatever the hint: %s (RFC 7009 §2.1, §2.2)",
    async (token_type_hint) => {
      const { server, tokens, active } = await setup();
      await server.post("/revoke", { token: tokens.access_token, token_type_hint });
      await server.post("/revoke", { token: tokens.refresh_token, token_type_hint });
      expect([await active(tokens.access_token), await active(tokens.refresh_token)]).toEqual([
        false,
        false,
      ]);
    },
  );

  it.each(["unknown", "a.b.c", "__proto__", "x".repeat(20_000)])(
    "of a token nobody issued is 200 (RFC 7009 §2.2)",
    async (token) => {
      const { server } = await setup();
      const response = await server.post("/revoke", { token });
      expect([response.status, server.refusedBy()]).toEqual([200, "none"]);
    },
  );

  it("can be repeated, and comes too late without harm (RFC 7009 §2.2)", async () => {
    const { server, tokens } = await setup();
    for (const token of [tokens.access_token, tokens.refresh_token]) {
      await server.post("/revoke", { token });
      server.advance(40 * 24 * 3600);
      expect((await server.post("/revoke", { token })).status).toBe(200);
    }
  });

  it("of another client's token is refused, and does nothing (RFC 7009 §2.1)", async () => {
    const { server, tokens, active } = await setup();
    for (const token of [tokens.access_token, tokens.refresh_token]) {
      const response = await server.post("/revoke", { token, ...POSTING }, {});
      expect([response.status, await response.json(), server.refusedBy()]).toEqual([
        400,
        {
          error: "invalid_grant",
          error_description: "The grant is invalid, expired, revoked or was issued otherwise",
        },
        "revoke.token-client",
      ]);
      expect(await active(token)).toBe(true);
    }
  });

  it("is open to public clients, for their own tokens (RFC 7009 §2.1)", async () => {
    const { server } = await setup();
    const client_id = PUBLIC.clientId;
    const back = await server.browser().walk(asking({ client_id }), ALICE);
    const code = back.searchParams.get("code") ?? "";
    const redeemed = await server.post("/token", redeeming(code, { client_id }), {});
    const { refresh_token: token } = await tokensOf(redeemed);
    expect((await server.post("/revoke", { token, client_id }, {})).status).toBe(200);
    await server.post(
      "/token",
      { grant_type: "refresh_token", refresh_token: token, client_id },
      {},
    );
    expect(server.refusedBy()).toBe("token.grant-live");
  });

  it("needs a client that authenticates (RFC 7009 §2.1)", async () => {
    const { server, tokens, active } = await setup();
    const wrong = { ...POSTING, client_secret: "wrong" };
    const response = await server.post("/revoke", { token: tokens.access_token, ...wrong }, {});
    expect([response.status, server.refusedBy()]).toEqual([401, "token.client-authenticated"]);
    expect(await active(tokens.access_token)).toBe(true);
  });

  it("needs a token (RFC 7009 §2.1)", async () => {
    const { server } = await setup();
    const response = await server.post("/revoke", {}, BASIC);
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      { error: "invalid_request", error_description: "token is missing" },
      "revoke.token-present",
    ]);
  });
});
