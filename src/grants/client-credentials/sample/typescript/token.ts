import * as oauth from "oauth4webapi";
import { issuer, register, scope } from "./config.ts";

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
const options = { [oauth.allowInsecureRequests]: issuer.hostname === "127.0.0.1" };

const { client, auth } = await register();
const server = await discover();

/** The token request that is under way or was answered; callers that come meanwhile share it. */
let token: Promise<string> | undefined;

/** Reads the server's metadata and checks that it names the issuer that was asked (RFC 8414 §3.3). */
async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: "oauth2" });
  return oauth.processDiscoveryResponse(issuer, response);
}

// #region token
/** The same request each time: there is no refresh token, and none is needed (RFC 6749 §4.4.3). */
async function requestToken(): Promise<string> {
  const parameters = { scope };
  const response = await oauth.clientCredentialsGrantRequest(
    server,
    client,
    auth,
    parameters,
    options,
  );
  const tokens = await oauth.processClientCredentialsResponse(server, client, response);
  console.log(
    `An access token for ${tokens.scope ?? scope}, good for ${tokens.expires_in} seconds.`,
  );
  return tokens.access_token;
}
// #endregion

/** Calls the API with the token that is there, and once more with a new one when the API refuses it. */
export async function callApi(method: string, url: URL): Promise<Response> {
  const first = await send(method, url);
  // #region late
  if (!isExpired(first)) return first;
  token = undefined;
  // #endregion
  // #region retry
  return send(method, url);
  // #endregion
}

// #region api
async function send(method: string, url: URL): Promise<Response> {
  token ??= requestToken();
  const headers = { Authorization: `Bearer ${await token}`, Accept: "application/json" };
  return fetch(url, { method, headers });
}
// #endregion

function isExpired(response: Response): boolean {
  const challenge = response.headers.get("WWW-Authenticate") ?? "";
  return response.status === 401 && challenge.includes('error="invalid_token"');
}
