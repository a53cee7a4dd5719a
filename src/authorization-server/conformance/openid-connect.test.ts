import * as oauth from "oauth4webapi";
import { type OidcClientSettings, OidcClient } from "oidc-client-ts";
import * as openid from "openid-client";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  openIdServer,
  PAGE_SIGNING_IN,
  SIGNING_IN,
  WITH_RSA,
} from "../openid/signing-in.fixture.ts";
import { ALICE, BOB, CALLBACK, ISSUER, type TestServer } from "../testing.ts";
import { reach, type Sent } from "./reach.fixture.ts";

const SCOPE = "openid profile email offline_access photos.read";
const BOBS = { sub: "bob-2", name: "Bob Baumeister", preferred_username: "bob" };

let server: TestServer;
beforeAll(async () => {
  // The judges compare times with their own clocks.
  server = await openIdServer({ now: () => Math.floor(Date.now() / 1000) });
});

const toServer = (url: string, sent: Sent) => reach(server)(url, sent);

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the response lacks a value");
  return value;
}

const CLIENTS = [
  ["ES256", SIGNING_IN],
  ["RS256", WITH_RSA],
] as const;

describe.each(CLIENTS)("oauth4webapi with %s", (algorithm, { clientId, secret = "" }) => {
  const options = { [oauth.customFetch]: toServer };
  const client: oauth.Client = {
    client_id: clientId,
    id_token_signed_response_alg: algorithm,
    require_auth_time: true,
  };

  async function discovered(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(ISSUER);
    return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
  }

  it("discovers, signs in with code, PKCE, nonce and max_age, verifies the signature, and asks for claims (OpenID Connect Core §3.1, §5.3)", async () => {
    const as = await discovered();
    const verifier = oauth.generateRandomCodeVerifier();
    const [state, expectedNonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
    const request = {
      response_type: "code",
      client_id: clientId,
      redirect_uri: CALLBACK,
      scope: SCOPE,
      prompt: "consent",
      max_age: "60",
      state,
      nonce: expectedNonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    const back = await server.browser().walk(request, BOB);
    const parameters = oauth.validateAuthResponse(as, client, back, state);
    const auth = oauth.ClientSecretBasic(secret);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      auth,
      parameters,
      CALLBACK,
      verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
      expectedNonce,
      maxAge: 60,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(as, response, options);
    const { sub } = present(oauth.getValidatedIdTokenClaims(tokens));
    const told = await oauth.userInfoRequest(as, client, tokens.access_token, options);
    expect(await oauth.processUserInfoResponse(as, client, sub, told)).toEqual({
      ...BOBS,
    });

    const refreshed = await oauth.processRefreshTokenResponse(
      as,
      client,
      await oauth.refreshTokenGrantRequest(
        as,
        client,
        auth,
        present(tokens.refresh_token),
        options,
      ),
    );
    expect(oauth.getValidatedIdTokenClaims(refreshed)?.sub).toBe("bob-2");
  });

  it("finds that the nonce is another one (OpenID Connect Core §3.1.3.7)", async () => {
    const as = await discovered();
    const verifier = oauth.generateRandomCodeVerifier();
    const request = {
      response_type: "code",
      client_id: clientId,
      redirect_uri: CALLBACK,
      scope: "openid",
      nonce: "of-somebody-else",
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    };
    const back = await server.browser().walk(request, BOB);
    const parameters = oauth.validateAuthResponse(as, client, back, oauth.expectNoState);
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      oauth.ClientSecretBasic(secret),
      parameters,
      CALLBACK,
      verifier,
      options,
    );
    await expect(
      oauth.processAuthorizationCodeResponse(as, client, response, { expectedNonce: "mine" }),
    ).rejects.toMatchObject({ code: oauth.JWT_CLAIM_COMPARISON });
  });
});

describe.each(CLIENTS)("openid-client with %s", (algorithm, { clientId, secret = "" }) => {
  const options = { [openid.customFetch]: toServer };

  async function discovered(): Promise<openid.Configuration> {
    const config = await openid.discovery(
      new URL(ISSUER),
      clientId,
      { id_token_signed_response_alg: algorithm },
      openid.ClientSecretBasic(secret),
      options,
    );
    openid.enableNonRepudiationChecks(config);
    return config;
  }

  it("discovers, signs in, verifies the signature, asks for claims, and refreshes (OpenID Connect Core §3.1, §5.3, §12)", async () => {
    const config = await discovered();
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const [expectedState, expectedNonce] = [openid.randomState(), openid.randomNonce()];
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: SCOPE,
      prompt: "consent",
      max_age: "60",
      state: expectedState,
      nonce: expectedNonce,
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: "S256",
    });
    const back = await server.browser().walk(Object.fromEntries(address.searchParams), BOB);
    const tokens = await openid.authorizationCodeGrant(config, back, {
      pkceCodeVerifier,
      expectedState,
      expectedNonce,
      maxAge: 60,
      idTokenExpected: true,
    });
    const { sub } = present(tokens.claims());
    expect(await openid.fetchUserInfo(config, tokens.access_token, sub)).toEqual(BOBS);
    const refreshed = await openid.refreshTokenGrant(config, present(tokens.refresh_token));
    expect(refreshed.claims()?.sub).toBe("bob-2");
  });

  it("learns without a page that nobody is signed in (OpenID Connect Core §3.1.2.6)", async () => {
    const config = await discovered();
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: "openid",
      prompt: "none",
      code_challenge: await openid.calculatePKCECodeChallenge(openid.randomPKCECodeVerifier()),
      code_challenge_method: "S256",
    });
    const back = await server.browser().begin(Object.fromEntries(address.searchParams));
    await expect(openid.authorizationCodeGrant(config, back)).rejects.toMatchObject({
      error: "login_required",
    });
  });
});

describe("oidc-client-ts", () => {
  const settings: OidcClientSettings = {
    authority: ISSUER,
    client_id: PAGE_SIGNING_IN.clientId,
    redirect_uri: CALLBACK,
    scope: SCOPE,
    prompt: "consent",
    loadUserInfo: true,
  };

  beforeEach(() => {
    vi.stubGlobal("fetch", (url: string, init: RequestInit) =>
      server.fetch(new Request(url, init)),
    );
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("discovers, signs a page in with code and PKCE, asks for claims, and refreshes (OpenID Connect Core §3.1, §5.3, §12)", async () => {
    const client = new OidcClient(settings);
    const { url } = await client.createSigninRequest({ nonce: "n-1" });
    const request = Object.fromEntries(new URL(url).searchParams);
    expect(request["code_challenge_method"]).toBe("S256");
    const back = await server.browser().walk(request, ALICE);
    const response = await client.processSigninResponse(back.href);
    expect(response.profile).toMatchObject({
      iss: ISSUER,
      sub: "alice-1",
      aud: "album-page",
      name: "Alice Liddell",
      email: "alice@mail.example",
    });
    const refreshed = await client.useRefreshToken({
      state: {
        refresh_token: present(response.refresh_token),
        session_state: null,
        profile: response.profile,
        data: undefined,
      },
    });
    expect(refreshed.access_token).not.toBe(response.access_token);
  });

  it("learns that the user said no (RFC 6749 §4.1.2.1)", async () => {
    const client = new OidcClient(settings);
    const { url } = await client.createSigninRequest({});
    const request = Object.fromEntries(new URL(url).searchParams);
    const back = await server.browser().walk(request, ALICE, "deny");
    await expect(client.processSigninResponse(back.href)).rejects.toMatchObject({
      error: "access_denied",
    });
  });
});
