import * as oauth from "oauth4webapi";
import { clientId, issuer, photosUrl, redirectUri, scope } from "./config.ts";

const STATE = "state";
const VERIFIER = "verifier";

const client: oauth.Client = { client_id: clientId };

// OAuth is spoken over TLS. Plain http is for an authorization server on this very machine.
const options = { [oauth.allowInsecureRequests]: new URL(issuer).hostname === "127.0.0.1" };

document.querySelector("button")?.addEventListener("click", () => void logIn());
if (location.pathname === "/callback") await takeAnswer();

async function logIn(): Promise<void> {
  const state = oauth.generateRandomState();
  sessionStorage.setItem(STATE, state);
  const verifier = oauth.generateRandomCodeVerifier();
  sessionStorage.setItem(VERIFIER, verifier);
  const url = new URL((await discover()).authorization_endpoint ?? "");
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  location.assign(url);
}

async function takeAnswer(): Promise<void> {
  const answer = new URLSearchParams(location.search);
  history.replaceState(null, "", "/");
  const state = sessionStorage.getItem(STATE) ?? "";
  sessionStorage.removeItem(STATE);
  const verifier = sessionStorage.getItem(VERIFIER) ?? "";
  sessionStorage.removeItem(VERIFIER);
  try {
    await showPhotos(await redeem(answer, state, verifier));
  } catch (error) {
    const refused = error instanceof oauth.AuthorizationResponseError;
    show(refused ? `No token: ${error.error}.` : String(error));
  }
}

/** The access token for the code. Throws when state or iss is wrong, or the server refuses. */
async function redeem(answer: URLSearchParams, state: string, verifier: string): Promise<string> {
  const server = await discover();
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    oauth.validateAuthResponse(server, client, answer, state),
    redirectUri,
    verifier,
    options,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response);
  return tokens.access_token;
}

/** Reads the server's metadata and checks that it names the issuer that was asked (RFC 8414 §3.3). */
async function discover(): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  const response = await oauth.discoveryRequest(url, { ...options, algorithm: "oauth2" });
  return oauth.processDiscoveryResponse(url, response);
}

async function showPhotos(accessToken: string): Promise<void> {
  const response = await fetch(photosUrl, { headers: { Authorization: `Bearer ${accessToken}` } });
  show(response.ok ? await response.text() : `The API answered ${response.status}.`);
}

function show(text: string): void {
  const output = document.querySelector("output");
  if (output !== null) output.textContent = text;
}
