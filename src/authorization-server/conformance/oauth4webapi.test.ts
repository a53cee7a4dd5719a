import * as oauth from "oauth4webapi";
import { beforeAll, describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import {
  ALICE,
  API,
  BOB,
  CALLBACK,
  CONFIDENTIAL,
  ISSUER,
  POSTING,
  PUBLIC,
  testServer,
  type TestServer,
} from "../testing.ts";
import { reach, type Sent } from "./reach.fixture.ts";

let server: TestServer;
let as: oauth.AuthorizationServer;
const options = {
  [oauth.customFetch]: (url: string, sent: Sent) => reach(server)(url, sent),
};

beforeAll(async () => {
  // The judge compares times with its own clock.
  const now = () => Math.floor(Date.now() / 1000);
  server = await testServer(grantServers, { now });
  const issuer = new URL(ISSUER);
  const discovered = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...options });
  as = await oauth.processDiscoveryResponse(issuer, discovered);
});

function present(value: string | undefined): string {
  if (value === undefined) throw new Error("the response lacks a value");
  return value;
}

/** The parameters of the answer to an authorization request, which the judge found valid. */
async function authorize(
  client: oauth.Client,
  { person = ALICE, decision = "allow", scope = "photos.read photos.write" } = {},
) {
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const request = {
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: CALLBACK,
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  };
  const back = await server.browser().walk(request, person, decision);
  return { verifier, parameters: oauth.validateAuthResponse(as, client, back, state) };
}

async function redeem(
  client: oauth.Client,
  auth: oauth.ClientAuth,
  { verifier, parameters }: { verifier: string; parameters: URLSearchParams },
) {
  return oauth.processAuthorizationCodeResponse(
    as,
    client,
    await oauth.authorizationCodeGrantRequest(
      as,
      client,
      auth,
      parameters,
      CALLBACK,
      verifier,
      options,
    ),
  );
}

const JUDGED = [
  [
    "client_secret_basic",
    CONFIDENTIAL.clientId,
    oauth.ClientSecretBasic(CONFIDENTIAL.secret ?? ""),
  ],
  ["client_secret_post", POSTING.clientId, oauth.ClientSecretPost(POSTING.secret ?? "")],
  ["none", PUBLIC.clientId, oauth.None()],
] as const;

describe.each(JUDGED)("oauth4webapi with %s", (_, client_id, auth) => {
  const client: oauth.Client = { client_id };

  it("completes code and PKCE and gets an RFC 9068 access token (RFC 6749 §4.1, RFC 7636)", async () => {
    const tokens = await redeem(client, auth, await authorize(client, { person: BOB }));
    expect([tokens.token_type, tokens.expires_in, tokens.scope]).toEqual([
      "bearer",
      900,
      "photos.read photos.write",
    ]);
    const request = new Request(`${API}/photos`, {
      headers: { Authorization: `Bearer ${tokens.access_token}` },
    });
    const claims = await oauth.validateJwtAccessToken(as, request, API, options);
    expect([claims.sub, claims.client_id, claims.scope]).toEqual([
      "bob-2",
      client_id,
      "photos.read photos.write",
    ]);
  });

  it("refreshes, with rotation and a narrower scope (RFC 6749 §6)", async () => {
    const first = await redeem(client, auth, await authorize(client));
    const refresh = async (token: string | undefined, scope?: string) =>
      oauth.processRefreshTokenResponse(
        as,
        client,
        await oauth.refreshTokenGrantRequest(as, client, auth, present(token), {
          ...options,
          ...(scope === undefined ? {} : { additionalParameters: { scope } }),
        }),
      );
    const second = await refresh(first.refresh_token, "photos.read");
    expect([second.scope, second.refresh_token === first.refresh_token]).toEqual([
      "photos.read",
      false,
    ]);
    await expect(refresh(first.refresh_token)).rejects.toMatchObject({
      error: "invalid_grant",
      status: 400,
    });
    expect(server.refusedBy()).toBe("token.refresh-unspent");
  });

  it("revokes (RFC 7009)", async () => {
    const tokens = await redeem(client, auth, await authorize(client));
    const token = present(tokens.refresh_token);
    const revoked = await oauth.revocationRequest(as, client, auth, token, options);
    expect(await oauth.processRevocationResponse(revoked)).toBe(undefined);
    const refreshed = await oauth.refreshTokenGrantRequest(as, client, auth, token, options);
    await expect(oauth.processRefreshTokenResponse(as, client, refreshed)).rejects.toMatchObject({
      error: "invalid_grant",
    });
    expect(server.refusedBy()).toBe("token.grant-live");
  });

  it("is told of a wrong verifier (RFC 7636 §4.6)", async () => {
    const { parameters } = await authorize(client);
    const verifier = oauth.generateRandomCodeVerifier();
    await expect(redeem(client, auth, { parameters, verifier })).rejects.toMatchObject({
      error: "invalid_grant",
      status: 400,
    });
    expect(server.refusedBy()).toBe("token.pkce");
  });
});

describe.each(JUDGED.slice(0, 2))(
  "oauth4webapi with %s, which is confidential",
  (_, client_id, auth) => {
    const client: oauth.Client = { client_id };

    it("introspects an access token until it is revoked (RFC 7662, RFC 7009)", async () => {
      const { access_token: token } = await redeem(client, auth, await authorize(client));
      const introspect = async () =>
        oauth.processIntrospectionResponse(
          as,
          client,
          await oauth.introspectionRequest(as, client, auth, token, options),
        );
      expect(await introspect()).toMatchObject({
        active: true,
        client_id,
        sub: "alice-1",
        aud: API,
      });
      await oauth.revocationRequest(as, client, auth, token, options);
      expect(await introspect()).toEqual({ active: false });
    });
  },
);

describe("oauth4webapi", () => {
  const client: oauth.Client = { client_id: CONFIDENTIAL.clientId };

  it("finds state and iss in errors as well (RFC 6749 §4.1.2.1, RFC 9207 §2)", async () => {
    await expect(authorize(client, { decision: "deny" })).rejects.toMatchObject({
      error: "access_denied",
      error_description: "The user said no",
    });
  });

  it("sees a wrong secret refused with a challenge (RFC 6749 §5.2)", async () => {
    const auth = oauth.ClientSecretBasic("wrong");
    await expect(redeem(client, auth, await authorize(client))).rejects.toMatchObject({
      status: 401,
      cause: [{ scheme: "basic", parameters: { realm: "authorization server", charset: "UTF-8" } }],
    });
    expect(server.refusedBy()).toBe("token.client-authenticated");
  });

  it.each([
    ["client_secret_basic", oauth.ClientSecretBasic],
    ["client_secret_post", oauth.ClientSecretPost],
    ["none", () => oauth.None()],
  ] as const)(
    "registers a client with %s that then completes its flow (RFC 7591)",
    async (method, authOf) => {
      const registered = await oauth.processDynamicClientRegistrationResponse(
        await oauth.dynamicClientRegistrationRequest(
          as,
          {
            client_name: "Judge",
            redirect_uris: [CALLBACK],
            token_endpoint_auth_method: method,
            grant_types: ["authorization_code", "refresh_token"],
          },
          options,
        ),
      );
      const secret = registered.client_secret;
      expect(typeof secret).toBe(method === "none" ? "undefined" : "string");
      const auth = authOf(typeof secret === "string" ? secret : "");
      const tokens = await redeem(registered, auth, await authorize(registered));
      expect(tokens.refresh_token).toMatch(/^[\w-]{43}$/);
    },
  );

  it("is refused a redirect URI over plain http (RFC 7591 §3.2.2, RFC 9700 §2.6)", async () => {
    const metadata = { redirect_uris: ["http://judge.example/cb"] };
    const response = await oauth.dynamicClientRegistrationRequest(as, metadata, options);
    await expect(oauth.processDynamicClientRegistrationResponse(response)).rejects.toMatchObject({
      error: "invalid_redirect_uri",
      status: 400,
    });
  });

  it("discovers a server whose issuer has a path (RFC 8414 §3.1)", async () => {
    const tenant = await testServer(grantServers, { issuer: `${ISSUER}/tenant/1` });
    const issuer = new URL(tenant.config.issuer);
    const response = await oauth.discoveryRequest(issuer, {
      algorithm: "oauth2",
      [oauth.customFetch]: reach(tenant),
    });
    const metadata = await oauth.processDiscoveryResponse(issuer, response);
    expect(metadata.token_endpoint).toBe(`${ISSUER}/tenant/1/token`);
  });
});
