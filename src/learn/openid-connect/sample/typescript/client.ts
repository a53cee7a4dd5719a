import * as oauth from "oauth4webapi";
import { auth, client, issuer, scope } from "./config.ts";
import { listenForRedirect } from "./redirect.ts";

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
const options = { [oauth.allowInsecureRequests]: issuer.hostname === "127.0.0.1" };

const server = await discover();
const { redirectUri, redirect } = await listenForRedirect();

// #region prepare
const verifier = oauth.generateRandomCodeVerifier();
const challenge = await oauth.calculatePKCECodeChallenge(verifier);
const state = oauth.generateRandomState();
const nonce = oauth.generateRandomNonce();
// #endregion

// #region redirect, authorize
const authorizationUrl = new URL(required(server.authorization_endpoint, "authorization_endpoint"));
authorizationUrl.search = new URLSearchParams({
  response_type: "code",
  client_id: client.client_id,
  redirect_uri: redirectUri,
  scope,
  state,
  nonce,
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
// #endregion

// #region validate
// Throws unless the ID token is from this issuer, for this client, of this request and not expired
// (OpenID Connect Core §3.1.3.7). at_hash is optional here, and the library leaves it alone.
const tokens = await oauth.processAuthorizationCodeResponse(server, client, tokenResponse, {
  expectedNonce: nonce,
  requireIdToken: true,
});
// #region keys
// The library takes TLS for the signature unless it is told to fetch the server's keys and verify.
await oauth.validateApplicationLevelSignature(server, tokenResponse, options);
// #endregion
const { iss, sub } = required(oauth.getValidatedIdTokenClaims(tokens), "ID token");
console.log(`Signed in: ${sub} of ${iss}. Together they are the key of this user's account.`);
// #endregion

// #region userinfo
const userInfoResponse = await oauth.userInfoRequest(server, client, tokens.access_token, options);
// #endregion

// #region match
// Throws unless the claims are about the user who signed in (OpenID Connect Core §5.3.2).
const user = await oauth.processUserInfoResponse(server, client, sub, userInfoResponse);
console.log(`Name: ${user.name}. Address: ${user.email}.`);
// #endregion

/** Reads the provider's metadata and checks that it names the issuer that was asked (Discovery §4.3). */
async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: "oidc" });
  return oauth.processDiscoveryResponse(issuer, response);
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The authorization server has sent no ${name}.`);
  return value;
}
