import * as oauth from "oauth4webapi";
import { issuer, photosUrl, registration, scope } from "./config.ts";
import { listenForRedirect } from "./redirect.ts";

const { client, auth } = registration;

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
const options = { [oauth.allowInsecureRequests]: issuer.hostname === "127.0.0.1" };

const server = await discover();
const { redirectUri, redirect } = await listenForRedirect();

// #region prepare
const verifier = oauth.generateRandomCodeVerifier();
const challenge = await oauth.calculatePKCECodeChallenge(verifier);
const state = oauth.generateRandomState();
// #endregion

// #region redirect, authorize
const authorizationUrl = new URL(required(server.authorization_endpoint, "authorization_endpoint"));
authorizationUrl.search = new URLSearchParams({
  response_type: "code",
  client_id: client.client_id,
  redirect_uri: redirectUri,
  scope,
  state,
  code_challenge: challenge,
  code_challenge_method: "S256",
}).toString();
console.log(`Open this address in a browser:\n\n  ${authorizationUrl.href}\n`);
// #endregion

// #region check
// Throws unless state is the one sent and iss is the issuer that was asked (RFC 9207). The
// authorization server's own refusal, such as access_denied, is thrown here too.
const answer = oauth.validateAuthResponse(server, client, await redirect, state);
// #endregion

// #region redeem
const tokenResponse = await oauth.authorizationCodeGrantRequest(
  server,
  client,
  auth,
  answer,
  redirectUri,
  verifier,
  options,
);
let tokens = await oauth.processAuthorizationCodeResponse(server, client, tokenResponse);
console.log(`An access token for ${tokens.scope ?? scope}, good for ${tokens.expires_in} seconds.`);
// #endregion

await printPhotos(tokens.access_token);

if (tokens.refresh_token !== undefined) {
  tokens = await refresh(tokens.refresh_token);
  console.log("Refreshed. The old refresh token is spent; the API takes the new access token:");
  await printPhotos(tokens.access_token);
}

// Taking back the refresh token takes back all that came from this consent (RFC 7009 §2.1).
await revoke(tokens.refresh_token ?? tokens.access_token);
console.log("Revoked. Nothing that was issued here can be renewed.");

/** Reads the server's metadata and checks that it names the issuer that was asked (RFC 8414 §3.3). */
async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: "oauth2" });
  return oauth.processDiscoveryResponse(issuer, response);
}

// #region api
async function printPhotos(accessToken: string): Promise<void> {
  const response = await oauth.protectedResourceRequest(
    accessToken,
    "GET",
    photosUrl,
    undefined,
    undefined,
    options,
  );
  console.log(await response.text());
}
// #endregion

// #region refresh
/** A new access token, and a new refresh token in place of the one used up (RFC 9700 §4.14.2). */
async function refresh(refreshToken: string): Promise<oauth.TokenEndpointResponse> {
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    auth,
    refreshToken,
    options,
  );
  return oauth.processRefreshTokenResponse(server, client, response);
}
// #endregion

async function revoke(token: string): Promise<void> {
  const response = await oauth.revocationRequest(server, client, auth, token, options);
  await oauth.processRevocationResponse(response);
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Error(`The authorization server's metadata has no ${name}.`);
  return value;
}
