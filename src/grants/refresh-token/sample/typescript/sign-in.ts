import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import * as oauth from "oauth4webapi";
import { client, issuer, scope } from "./config.ts";

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
export const options = { [oauth.allowInsecureRequests]: issuer.hostname === "127.0.0.1" };

/** What is kept between two runs. */
export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Reads the server's metadata and checks that it names the issuer that was asked (RFC 8414 §3.3). */
export async function discover(): Promise<oauth.AuthorizationServer> {
  const response = await oauth.discoveryRequest(issuer, { ...options, algorithm: "oauth2" });
  return oauth.processDiscoveryResponse(issuer, response);
}

/** The authorization code grant with PKCE, in a browser of the user's. Its own chapter explains it. */
export async function signIn(server: oauth.AuthorizationServer): Promise<Tokens> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  assert(address !== null && typeof address !== "string");
  const redirectUri = `http://127.0.0.1:${address.port}/callback`;
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const url = new URL(server.authorization_endpoint ?? "");
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  console.log(`Sign in once: ${url.href}`);
  const back = await redirectTo(listener, redirectUri);
  listener.close();
  const answer = oauth.validateAuthResponse(server, client, back, state);

  // #region redeem
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    redirectUri,
    verifier,
    options,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
  // #endregion
  return { access_token: tokens.access_token, refresh_token: tokens.refresh_token ?? "" };
}

/** The address the browser is sent back to. */
function redirectTo(listener: Server, redirectUri: string): Promise<URL> {
  return new Promise((resolve) => {
    listener.on("request", (request, page) => {
      const url = new URL(request.url ?? "/", redirectUri);
      page.end("You can close this page.\n");
      if (url.pathname === "/callback") resolve(url);
    });
  });
}
