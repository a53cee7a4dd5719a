import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import {
  API,
  BASIC,
  basic,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  NOW,
  POSTING,
  PUBLIC,
  testServer,
  tokensOf,
} from "../../authorization-server/testing.ts";
import { grantServers } from "../servers.ts";

const own = { grantTypes: ["client_credentials", "refresh_token"], scope: "jobs.read photos.read" };
const resource = {
  identifier: API,
  scopes: ["photos.read"],
  clientScopes: ["jobs.read", "jobs.write"],
};
const server = await testServer(grantServers, {
  clients: [
    { ...CONFIDENTIAL, ...own },
    { ...POSTING, ...own, scope: "photos.read" },
    { ...PUBLIC, ...own },
    { ...CONFIDENTIAL, clientId: "code-only" },
  ],
  resource,
});

const ask = (fields: Fields = {}, headers: Readonly<Record<string, string>> = BASIC) =>
  server.post("/token", { grant_type: "client_credentials", ...fields }, headers);

async function refusal(response: Response) {
  const body: unknown = await response.json();
  return [response.status, body, server.refusedBy()];
}

describe("the client credentials grant", () => {
  it("answers with an access token and no refresh token, whatever the client is registered for (RFC 6749 §4.4.3)", async () => {
    const response = await ask();
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        token_type: "Bearer",
        expires_in: 900,
        scope: "jobs.read",
      },
      "none",
    ]);
  });

  it("names the client as the subject of the token (RFC 9068 §2.2)", async () => {
    const { access_token } = await tokensOf(await ask({ scope: "jobs.read" }));
    expect(decodeJwt(access_token)).toEqual({
      iss: ISSUER,
      aud: API,
      sub: "print",
      client_id: "print",
      scope: "jobs.read",
      iat: NOW,
      exp: NOW + 900,
      jti: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("gives tokens that can be introspected and revoked (RFC 7662, RFC 7009)", async () => {
    const { access_token: token } = await tokensOf(await ask());
    const told = async (): Promise<unknown> => (await server.post("/introspect", { token })).json();
    expect(await told()).toMatchObject({ active: true, sub: "print", client_id: "print" });
    expect((await server.post("/revoke", { token })).status).toBe(200);
    expect(await told()).toEqual({ active: false });
  });

  it("is refused to a public client, which has no credentials (RFC 6749 §4.4)", async () => {
    expect(await refusal(await ask({ client_id: PUBLIC.clientId }, {}))).toEqual([
      400,
      { error: "unauthorized_client", error_description: "The client may not use this grant type" },
      "token.client-confidential",
    ]);
  });

  it("is refused to a client that is not registered for it (RFC 6749 §5.2)", async () => {
    await ask({}, basic("code-only", CONFIDENTIAL.secret ?? ""));
    expect(server.refusedBy()).toBe("token.grant-type-allowed");
  });

  it.each([
    ["that the client is not registered for", "jobs.write"],
    ["that only users can allow", "photos.read"],
    ["that nobody defined", "jobs.read everything"],
    ["with nothing between two spaces", "jobs.read  jobs.read"],
  ])("is refused for a scope %s (RFC 6749 §3.3)", async (_, scope) => {
    expect(await refusal(await ask({ scope }))).toEqual([
      400,
      { error: "invalid_scope", error_description: "The scope is unknown or not allowed" },
      "token.scope-allowed",
    ]);
  });

  it("is refused to a client that has nothing of its own to ask for (RFC 6749 §3.3)", async () => {
    await ask({}, { Authorization: `Basic ${btoa("poster:poster-secret")}` });
    expect(server.refusedBy()).toBe("token.client-authenticated");
    await ask({ client_id: "poster", client_secret: "poster-secret" }, {});
    expect(server.refusedBy()).toBe("token.scope-allowed");
  });

  it("says what a client can ask for itself in the metadata (RFC 8414 §2)", async () => {
    const metadata = await server.get("/.well-known/oauth-authorization-server");
    expect(await metadata.json()).toMatchObject({
      scopes_supported: ["photos.read", "jobs.read", "jobs.write"],
      grant_types_supported: expect.arrayContaining(["client_credentials"]),
    });
  });
});
