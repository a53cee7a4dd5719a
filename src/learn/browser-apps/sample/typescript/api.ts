import { renew, type Tokens } from "./tokens.ts";

/** A user who is signed in. */
export interface Session {
  tokens: Tokens;
  /** The refresh that is under way; a second use of one refresh token would look like a theft. */
  renewing?: Promise<void> | undefined;
}

/** Calls the API for the page; when it says that the token is invalid, refreshes once and repeats the call. */
export async function callApi(session: Session, url: URL): Promise<Response> {
  const first = await send(session, url);
  const challenge = first.headers.get("WWW-Authenticate") ?? "";
  if (first.status !== 401 || !challenge.includes('error="invalid_token"')) return first;
  session.renewing ??= refresh(session);
  await session.renewing;
  return send(session, url);
}

async function refresh(session: Session): Promise<void> {
  try {
    session.tokens = await renew(session.tokens);
  } finally {
    session.renewing = undefined;
  }
}

function send({ tokens }: Session, url: URL): Promise<Response> {
  return fetch(url, { headers: { Authorization: `Bearer ${tokens.accessToken}` } });
}
