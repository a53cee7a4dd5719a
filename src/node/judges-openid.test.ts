import * as oauth from "oauth4webapi";
import { OidcClient } from "oidc-client-ts";
import * as openid from "openid-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BOB, OPENID_CLIENT } from "../grants/cast.ts";
import { type RunningServer, startServer } from "./server.ts";
import { REDIRECT_URI, signInAndAllow } from "./testing.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

const SCOPE = "openid profile email photos.read";
const BOBS = {
  sub: "bob",
  name: "Bob Baumeister",
  preferred_username: "bob",
  email: "bob@mail.example",
  email_verified: true,
};

it("openid-client signs Bob in over loopback, verifies the signature and asks for his claims (OpenID Connect Core §3.1, §5.3)", async () => {
  const config = await openid.discovery(
    new URL(server.issuer),
    OPENID_CLIENT.id,
    { id_token_signed_response_alg: "ES256" },
    openid.ClientSecretBasic(OPENID_CLIENT.secret),
    { execute: [openid.allowInsecureRequests] },
  );
  openid.enableNonRepudiationChecks(config);
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    scope: SCOPE,
    max_age: "60",
    state: expectedState,
    nonce: expectedNonce,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
  });
  const back = await signInAndAllow(address, BOB);
  const tokens = await openid.authorizationCodeGrant(config, back, {
    pkceCodeVerifier,
    expectedState,
    expectedNonce,
    maxAge: 60,
    idTokenExpected: true,
  });
  expect(tokens.claims()?.sub).toBe("bob");
  expect(await openid.fetchUserInfo(config, tokens.access_token, "bob")).toEqual(BOBS);
});

it("oauth4webapi signs Bob in over loopback, verifies the signature and asks for his claims (OpenID Connect Core §3.1, §5.3)", async () => {
  const http = { [oauth.allowInsecureRequests]: true };
  const issuer = new URL(server.issuer);
  const discovery = await oauth.discoveryRequest(issuer, { algorithm: "oidc", ...http });
  const as = await oauth.processDiscoveryResponse(issuer, discovery);
  const client: oauth.Client = {
    client_id: OPENID_CLIENT.id,
    id_token_signed_response_alg: "ES256",
  };
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const address = new URL(as.authorization_endpoint ?? "");
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: REDIRECT_URI,
    scope: SCOPE,
    max_age: "60",
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  const back = await signInAndAllow(address, BOB);
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    client,
    oauth.ClientSecretBasic(OPENID_CLIENT.secret),
    oauth.validateAuthResponse(as, client, back, state),
    REDIRECT_URI,
    verifier,
    http,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
    expectedNonce: nonce,
    maxAge: 60,
    requireIdToken: true,
  });
  await oauth.validateApplicationLevelSignature(as, response, http);
  expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe("bob");
  const userInfo = await oauth.userInfoRequest(as, client, tokens.access_token, http);
  expect(await oauth.processUserInfoResponse(as, client, "bob", userInfo)).toEqual(BOBS);
});

it("oidc-client-ts signs Bob in over loopback, asks for his claims and refreshes (OpenID Connect Core §3.1, §5.3, §11, §12)", async () => {
  const client = new OidcClient({
    authority: server.issuer,
    client_id: OPENID_CLIENT.id,
    client_secret: OPENID_CLIENT.secret,
    client_authentication: "client_secret_basic",
    redirect_uri: REDIRECT_URI,
    scope: `${SCOPE} offline_access`,
    loadUserInfo: true,
  });
  const { url } = await client.createSigninRequest({ nonce: "n-1", prompt: "consent" });
  const back = await signInAndAllow(new URL(url), BOB);
  const answer = await client.processSigninResponse(back.href);
  const { profile, access_token: first, refresh_token: refreshToken = "" } = answer;
  expect(profile).toMatchObject({ ...BOBS, iss: server.issuer, aud: OPENID_CLIENT.id });
  const state = { refresh_token: refreshToken, session_state: null, profile };
  const { access_token: second } = await client.useRefreshToken({ state });
  const photos = await fetch(`${server.issuer}/photos`, {
    headers: { Authorization: `Bearer ${second}` },
  });
  expect([photos.status, second === first]).toEqual([200, false]);
});
