import { parse } from "hono/utils/cookie";
import { randomToken } from "../oauth/random.ts";
import type { ServerContext } from "./ports.ts";
import type { Session } from "./records.ts";

const COOKIE = "session";

/** The session of a browser, with the id its cookie carries. */
export interface BrowserSession {
  readonly id: string;
  readonly session: Session;
}

/** The session of the browser that sent the request, unless it has none or it has ended. */
export async function sessionOf(
  request: Request,
  server: ServerContext,
): Promise<BrowserSession | undefined> {
  const id = parse(request.headers.get("Cookie") ?? "", COOKIE)[COOKIE];
  const session = id === undefined ? undefined : (await server.store.get("session", id))?.value;
  if (id === undefined || session === undefined || session.expiresAt <= server.now())
    return undefined;
  return { id, session };
}

/** Begins the session of a browser nobody has signed in with. */
export function beginSession(server: ServerContext): Promise<BrowserSession> {
  return newSession(server, { browserId: randomToken() });
}

/**
 * Begins the session of a user. Its id is new, so that none could be planted before; the browser stays
 * the same, so that what began in another window can go on there.
 */
export async function signIn(
  server: ServerContext,
  before: BrowserSession | undefined,
  subject: string,
): Promise<BrowserSession> {
  // An anonymous one may stay: nobody is signed in with it, and a form sent twice still comes with it.
  if (before?.session.subject !== undefined) await server.store.delete("session", before.id);
  const browserId = before?.session.browserId ?? randomToken();
  return newSession(server, { browserId, subject, authTime: server.now() });
}

async function newSession(
  server: ServerContext,
  user: Omit<Session, "expiresAt">,
): Promise<BrowserSession> {
  const id = randomToken();
  const session = { ...user, expiresAt: server.now() + server.policy.sessionLifetime };
  await server.store.put("session", id, session);
  return { id, session };
}

/** The `Set-Cookie` of a session: no script sees it, and it comes along when a user is sent here by a link. */
export function sessionCookie({ issuer, policy }: ServerContext, id: string): string {
  const { protocol, pathname } = new URL(issuer);
  const secure = protocol === "https:" ? "; Secure" : "";
  return `${COOKIE}=${id}; Path=${pathname}; Max-Age=${policy.sessionLifetime}; HttpOnly; SameSite=Lax${secure}`;
}
