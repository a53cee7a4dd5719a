import { readFile, rename, rm, writeFile } from "node:fs/promises";
import * as oauth from "oauth4webapi";
import { client, tokensFile } from "./config.ts";
import { discover, options, signIn, type Tokens } from "./sign-in.ts";

const server = await discover();
let tokens = (await stored()) ?? (await begin());

/** The refresh that is under way; whoever needs a token meanwhile waits for the same one. */
let refreshing: Promise<void> | undefined;

/** Calls the API; when it says that the token is invalid, refreshes once and repeats the call. */
export async function callApi(url: URL): Promise<Response> {
  const used = tokens.access_token;
  const first = await send(url, used);
  // #region later
  // Only this answer is mended by refreshing: not a 403, and not a 401 without the error code.
  const challenge = first.headers.get("WWW-Authenticate") ?? "";
  if (first.status !== 401 || !challenge.includes('error="invalid_token"')) return first;
  // #endregion
  await renew(used);
  // #region retry
  return send(url, tokens.access_token);
  // #endregion
}

// #region api
function send(url: URL, accessToken: string): Promise<Response> {
  return fetch(url, { headers: { Authorization: `Bearer ${accessToken}` } });
}
// #endregion

// #region lock
/** A second use of one refresh token looks like a theft, so there is one refresh at a time. */
async function renew(used: string): Promise<void> {
  if (tokens.access_token === used) {
    refreshing ??= refresh().finally(() => {
      refreshing = undefined;
    });
  }
  await refreshing;
}
// #endregion

async function refresh(): Promise<void> {
  try {
    // #region refresh
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      tokens.refresh_token,
      options,
    );
    const fresh = await oauth.processRefreshTokenResponse(server, client, response);
    // #endregion
    // #region store
    // Where the server rotates, the old one is spent: keep the new one before anything else.
    const { access_token, refresh_token = tokens.refresh_token } = fresh;
    tokens = await store({ access_token, refresh_token });
    console.log("Refreshed.");
    // #endregion
  } catch (error) {
    // #region reject
    if (!(error instanceof oauth.ResponseBodyError) || error.error !== "invalid_grant") throw error;
    console.log("The refresh token is over.");
    await rm(tokensFile, { force: true });
    tokens = await begin();
    // #endregion
  }
}

async function begin(): Promise<Tokens> {
  return store(await signIn(server));
}

// #region keep
/** For this user's eyes only, and never half written. */
async function store(kept: Tokens): Promise<Tokens> {
  await writeFile(`${tokensFile}.new`, JSON.stringify(kept), { mode: 0o600 });
  await rename(`${tokensFile}.new`, tokensFile);
  return kept;
}
// #endregion

async function stored(): Promise<Tokens | undefined> {
  try {
    const kept: unknown = JSON.parse(await readFile(tokensFile, "utf8"));
    if (isTokens(kept)) return kept;
  } catch {
    // No file, or half of one: the user signs in.
  }
  return undefined;
}

function isTokens(kept: unknown): kept is Tokens {
  const has = (name: "access_token" | "refresh_token") =>
    typeof kept === "object" && kept !== null && name in kept;
  return has("access_token") && has("refresh_token");
}
