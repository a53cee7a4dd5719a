import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE, BOB, PAGE_CLIENT, SERVER_CLIENT } from "../grants/cast.ts";
import { type RunningServer, startServer } from "./server.ts";
import { REDIRECT_URI, signInAndAllow } from "./testing.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

const SCOPE = "photos.read";
const BOBS_PHOTOS = {
  photos: [
    { id: "b1", title: "Crane at sunrise", taken: "2026-03-09" },
    { id: "b2", title: "The bridge, half built", taken: "2026-04-12" },
  ],
};
const http = { [oauth.allowInsecureRequests]: true };

function present(value: unknown): string {
  if (typeof value !== "string") throw new Error("the response lacks a value");
  return value;
}

describe("oauth4webapi over loopback", () => {
  async function authorize(client: oauth.Client, person: typeof ALICE) {
    const url = new URL(server.issuer);
    const discovery = await oauth.discoveryRequest(url, { algorithm: "oauth2", ...http });
    const as = await oauth.processDiscoveryResponse(url, discovery);
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const request = new URL(present(as.authorization_endpoint));
    request.search = new URLSearchParams({
      response_type: "code",
      client_id: client.client_id,
      redirect_uri: REDIRECT_URI,
      scope: SCOPE,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    }).toString();
    const back = await signInAndAllow(request, person);
    return { as, verifier, parameters: oauth.validateAuthResponse(as, client, back, state) };
  }

  it.each([
    ["a client with a secret", SERVER_CLIENT.id, oauth.ClientSecretBasic(SERVER_CLIENT.secret)],
    ["a public client", PAGE_CLIENT.id, oauth.None()],
  ] as const)("completes code, PKCE, API, refresh and revocation for %s", async (_, id, auth) => {
    const client: oauth.Client = { client_id: id };
    const { as, verifier, parameters } = await authorize(client, BOB);
    const first = await oauth.processAuthorizationCodeResponse(
      as,
      client,
      await oauth.authorizationCodeGrantRequest(
        as,
        client,
        auth,
        parameters,
        REDIRECT_URI,
        verifier,
        http,
      ),
    );
    const photos = new URL(`${server.issuer}/photos`);
    const call = (token: string) =>
      oauth.protectedResourceRequest(token, "GET", photos, undefined, undefined, http);
    expect(await (await call(first.access_token)).json()).toEqual(BOBS_PHOTOS);

    const refresh = (token: string | undefined) =>
      oauth.refreshTokenGrantRequest(as, client, auth, present(token), http);
    const second = await oauth.processRefreshTokenResponse(
      as,
      client,
      await refresh(first.refresh_token),
    );
    expect((await call(second.access_token)).status).toBe(200);

    const revocation = await oauth.revocationRequest(
      as,
      client,
      auth,
      present(second.refresh_token),
      http,
    );
    expect(await oauth.processRevocationResponse(revocation)).toBe(undefined);
    const third = oauth.processRefreshTokenResponse(
      as,
      client,
      await refresh(second.refresh_token),
    );
    await expect(third).rejects.toMatchObject({ error: "invalid_grant", status: 400 });
  });

  it("finds the access token a valid RFC 9068 JWT and learns of its revocation (RFC 7662)", async () => {
    const client: oauth.Client = { client_id: SERVER_CLIENT.id };
    const auth = oauth.ClientSecretBasic(SERVER_CLIENT.secret);
    const { as, verifier, parameters } = await authorize(client, ALICE);
    const { access_token: token } = await oauth.processAuthorizationCodeResponse(
      as,
      client,
      await oauth.authorizationCodeGrantRequest(
        as,
        client,
        auth,
        parameters,
        REDIRECT_URI,
        verifier,
        http,
      ),
    );
    const request = new Request(`${server.issuer}/photos`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const claims = await oauth.validateJwtAccessToken(as, request, server.issuer, http);
    expect([claims.sub, claims.client_id, claims.scope]).toEqual([
      "alice",
      client.client_id,
      SCOPE,
    ]);

    const introspect = async () =>
      oauth.processIntrospectionResponse(
        as,
        client,
        await oauth.introspectionRequest(as, client, auth, token, http),
      );
    expect(await introspect()).toMatchObject({ active: true, sub: "alice", scope: SCOPE });
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(as, client, auth, token, http),
    );
    expect(await introspect()).toEqual({ active: false });
  });

  it("registers a client that then completes its flow (RFC 7591)", async () => {
    const url = new URL(server.issuer);
    const discovery = await oauth.discoveryRequest(url, { algorithm: "oauth2", ...http });
    const as = await oauth.processDiscoveryResponse(url, discovery);
    const client = await oauth.processDynamicClientRegistrationResponse(
      await oauth.dynamicClientRegistrationRequest(
        as,
        {
          client_name: "Judge",
          redirect_uris: [REDIRECT_URI],
          token_endpoint_auth_method: "client_secret_post",
        },
        http,
      ),
    );
    const auth = oauth.ClientSecretPost(present(client.client_secret));
    const { verifier, parameters } = await authorize(client, BOB);
    const tokens = await oauth.processAuthorizationCodeResponse(
      as,
      client,
      await oauth.authorizationCodeGrantRequest(
        as,
        client,
        auth,
        parameters,
        REDIRECT_URI,
        verifier,
        http,
      ),
    );
    expect([tokens.token_type, tokens.scope]).toEqual(["bearer", SCOPE]);
  });
});

describe("openid-client over loopback", () => {
  it("completes code, PKCE, API, refresh, introspection and revocation", async () => {
    const config = await openid.discovery(
      new URL(server.issuer),
      SERVER_CLIENT.id,
      undefined,
      openid.ClientSecretBasic(SERVER_CLIENT.secret),
      { algorithm: "oauth2", execute: [openid.allowInsecureRequests] },
    );
    const verifier = openid.randomPKCECodeVerifier();
    const state = openid.randomState();
    const request = openid.buildAuthorizationUrl(config, {
      redirect_uri: REDIRECT_URI,
      scope: SCOPE,
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    const first = await openid.authorizationCodeGrant(config, await signInAndAllow(request, BOB), {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
    const photos = new URL(`${server.issuer}/photos`);
    const called = await openid.fetchProtectedResource(config, first.access_token, photos, "GET");
    expect(await called.json()).toEqual(BOBS_PHOTOS);

    const second = await openid.refreshTokenGrant(config, present(first.refresh_token));
    expect(await openid.tokenIntrospection(config, second.access_token)).toMatchObject({
      active: true,
      sub: "bob",
      client_id: SERVER_CLIENT.id,
    });
    await openid.tokenRevocation(config, present(second.refresh_token));
    expect(await openid.tokenIntrospection(config, second.access_token)).toEqual({ active: false });
    await expect(
      openid.refreshTokenGrant(config, present(second.refresh_token)),
    ).rejects.toMatchObject({ error: "invalid_grant", status: 400 });
  });
});
