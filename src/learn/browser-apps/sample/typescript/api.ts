import { renew, type Tokens } from "./tokens.ts";

/** A user who is signed in. */
export interface Session {
  tokens: Tokens;
  /** The refresh that is under way, and whether it brings new tokens. */
  renewing?: Promise<boolean> | undefined;
}

// #region api

/**
 * Calls the API for the page; when it says that the token is invalid, refreshes once and repeats the call.
 * Nothing when the refresh token is over as well: then so is the session.
 */
export async function callApi(session: Session, url: URL): Promise<Response | undefined> {
  const used = session.tokens;
  const first = await send(used, url);
  const challenge = first.headers.get("WWW-Authenticate") ?? "";
  if (first.status !== 401 || !challenge.includes('error="invalid_token"')) return first;
  if (session.tokens === used && !(await renewed(session))) return undefined;
  return send(session.tokens, url);
}

function send({ accessToken }: Tokens, url: URL): Promise<Response> {
  return fetch(url, {
    headers: { Authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(10_000),
  });
}

// #endregion

/** One refresh at a time: a second use of one refresh token would look like a theft. */
function renewed(session: Session): Promise<boolean> {
  session.renewing ??= refresh(session).finally(() => {
    session.renewing = undefined;
  });
  return session.renewing;
}

async function refresh(session: Session): Promise<boolean> {
  const fresh = await renew(session.tokens);
  if (fresh !== undefined) session.tokens = fresh;
  return fresh !== undefined;
}
