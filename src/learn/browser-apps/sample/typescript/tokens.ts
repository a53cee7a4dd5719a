import * as oauth from "oauth4webapi";
import { auth, client, issuer, scope } from "./config.ts";

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
const options = {
  [oauth.allowInsecureRequests]: issuer.hostname === "127.0.0.1",
  signal: () => AbortSignal.timeout(10_000),
};

const server = await discover();

/** What has to be remembered between the redirect to the authorization server and the one back. */
export interface Pending {
  readonly state: string;
  readonly verifier: string;
}

/** What a session holds; none of it goes to the browser. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Reads the server's metadata and checks that it names the issuer that was asked (RFC 8414 §3.3). */
async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: "oauth2" });
  return oauth.processDiscoveryResponse(issuer, response);
}

/** The address to send the browser to, and what to remember. */
export async function begin(redirectUri: string): Promise<readonly [URL, Pending]> {
  // #region prepare
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  // #endregion

  // #region authorize
  const address = new URL(server.authorization_endpoint ?? "");
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  // #endregion

  return [address, { state, verifier }];
}

/** The tokens for the code in that address. Throws when state or iss is wrong, or the server refuses. */
export async function redeem(
  back: URL,
  redirectUri: string,
  { state, verifier }: Pending,
): Promise<Tokens> {
  // #region check
  const answer = oauth.validateAuthResponse(server, client, back, state);
  // #endregion

  // #region redeem
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    auth,
    answer,
    redirectUri,
    verifier,
    options,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
  // #endregion
  return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token ?? "" };
}

// #region refresh

/** New tokens for old ones (RFC 6749 §6); nothing when the refresh token is no longer valid (§5.2). */
export async function renew({ refreshToken }: Tokens): Promise<Tokens | undefined> {
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    auth,
    refreshToken,
    options,
  );
  try {
    const tokens = await oauth.processRefreshTokenResponse(server, client, response);
    return {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token ?? refreshToken,
    };
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError && error.error === "invalid_grant")
      return undefined;
    throw error;
  }
}

// #endregion

/** Takes back all that came from this sign-in (RFC 7009 §2.1). */
export async function revoke({ refreshToken }: Tokens): Promise<void> {
  const response = await oauth.revocationRequest(server, client, auth, refreshToken, options);
  await oauth.processRevocationResponse(response);
}
