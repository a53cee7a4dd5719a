import { generateKeyPair, exportJWK } from "jose";
import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import { API, CONFIDENTIAL, ISSUER, POSTING, testServer, type TestServer } from "../testing.ts";
import { reach, type Sent } from "./reach.fixture.ts";

const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
const own = { grantTypes: ["client_credentials"], scope: "jobs.read" };
const { secret: _, ...unsecret } = CONFIDENTIAL;
const SIGNER = {
  ...unsecret,
  ...own,
  clientId: "signer",
  authMethod: "private_key_jwt" as const,
  jwks: { keys: [await exportJWK(publicKey)] },
};

let server: TestServer;
beforeAll(async () => {
  server = await testServer(grantServers, {
    // The judges compare times with their own clock.
    now: () => Math.floor(Date.now() / 1000),
    clients: [{ ...CONFIDENTIAL, ...own }, { ...POSTING, ...own }, SIGNER],
    resource: { identifier: API, scopes: ["photos.read"], clientScopes: ["jobs.read"] },
  });
});

const JUDGED = [
  [
    "client_secret_basic",
    CONFIDENTIAL.clientId,
    oauth.ClientSecretBasic(CONFIDENTIAL.secret ?? ""),
  ],
  ["client_secret_post", POSTING.clientId, oauth.ClientSecretPost(POSTING.secret ?? "")],
  ["private_key_jwt", SIGNER.clientId, oauth.PrivateKeyJwt(privateKey)],
] as const;

describe.each(JUDGED)("oauth4webapi with %s", (method, client_id, auth) => {
  const client: oauth.Client = { client_id };
  const options = { [oauth.customFetch]: (url: string, sent: Sent) => reach(server)(url, sent) };

  async function discover() {
    const issuer = new URL(ISSUER);
    const discovered = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...options });
    return oauth.processDiscoveryResponse(issuer, discovered);
  }

  async function ask(as: oauth.AuthorizationServer) {
    const parameters = { scope: "jobs.read" };
    const response = await oauth.clientCredentialsGrantRequest(
      as,
      client,
      auth,
      parameters,
      options,
    );
    return oauth.processClientCredentialsResponse(as, client, response);
  }

  it("gets an RFC 9068 access token for the client itself, and no refresh token (RFC 6749 §4.4)", async () => {
    const as = await discover();
    expect(as.token_endpoint_auth_methods_supported).toContain(method);
    const { access_token, token_type, expires_in, scope, ...rest } = await ask(as);
    expect([token_type, expires_in, scope, rest]).toEqual(["bearer", 900, "jobs.read", {}]);
    const headers = { Authorization: `Bearer ${access_token}` };
    const request = new Request(`${API}/print-jobs`, { headers });
    const claims = await oauth.validateJwtAccessToken(as, request, API, options);
    expect([claims.sub, claims.client_id]).toEqual([client_id, client_id]);
  });

  it("introspects and revokes it, authenticating anew each time (RFC 7662, RFC 7009)", async () => {
    const as = await discover();
    const { access_token: token } = await ask(as);
    const introspect = async () =>
      oauth.processIntrospectionResponse(
        as,
        client,
        await oauth.introspectionRequest(as, client, auth, token, options),
      );
    expect(await introspect()).toMatchObject({ active: true, sub: client_id });
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(as, client, auth, token, options),
    );
    expect(await introspect()).toEqual({ active: false });
  });
});

describe.each([
  ["client_secret_basic", CONFIDENTIAL.clientId, openid.ClientSecretBasic(CONFIDENTIAL.secret)],
  ["client_secret_post", POSTING.clientId, openid.ClientSecretPost(POSTING.secret)],
  ["private_key_jwt", SIGNER.clientId, openid.PrivateKeyJwt(privateKey)],
] as const)("openid-client with %s", (_method, clientId, auth) => {
  const options = {
    algorithm: "oauth2",
    [openid.customFetch]: (url: string, sent: Sent) => reach(server)(url, sent),
  } as const;

  it("gets a token for the client itself (RFC 6749 §4.4)", async () => {
    const config = await openid.discovery(new URL(ISSUER), clientId, undefined, auth, options);
    const tokens = await openid.clientCredentialsGrant(config, { scope: "jobs.read" });
    expect([tokens.token_type, tokens.scope, tokens.refresh_token]).toEqual([
      "bearer",
      "jobs.read",
      undefined,
    ]);
  });

  it("is refused what only users can allow (RFC 6749 §3.3)", async () => {
    const config = await openid.discovery(new URL(ISSUER), clientId, undefined, auth, options);
    await expect(
      openid.clientCredentialsGrant(config, { scope: "photos.read" }),
    ).rejects.toMatchObject({ error: "invalid_scope", status: 400 });
    expect(server.refusedBy()).toBe("token.scope-allowed");
  });
});

describe("oauth4webapi", () => {
  it("is refused when it makes the token endpoint the audience (RFC 7523bis §4)", async () => {
    const auth = oauth.PrivateKeyJwt(privateKey, {
      [oauth.modifyAssertion]: (_header, payload) => {
        payload["aud"] = `${ISSUER}/token`;
      },
    });
    const client = { client_id: SIGNER.clientId };
    const as = { issuer: ISSUER, token_endpoint: `${ISSUER}/token` };
    const options = { [oauth.customFetch]: (url: string, sent: Sent) => reach(server)(url, sent) };
    const response = await oauth.clientCredentialsGrantRequest(as, client, auth, {}, options);
    expect([response.status, server.refusedBy()]).toEqual([401, "token.assertion-audience"]);
  });
});
