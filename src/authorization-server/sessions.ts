import { parse } from "hono/utils/cookie";
import { randomToken } from "../oauth/random.ts";
import type { ServerContext, Session } from "./ports.ts";

const COOKIE = "session";

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

/** Begins a session, always with an id of its own, so that none can be planted before sign-in. */
export async function beginSession(
  server: ServerContext,
  subject?: string,
): Promise<BrowserSession> {
  const id = randomToken();
  const session: Session = {
    ...(subject === undefined ? {} : { subject }),
    expiresAt: server.now() + server.policy.sessionLifetime,
  };
  await server.store.put("session", id, session);
  return { id, session };
}

/** The `Set-Cookie` of a session: no script sees it, and it comes along when a user is sent here by a link. */
export function sessionCookie({ issuer, policy }: ServerContext, id: string): string {
  const { protocol, pathname } = new URL(issuer);
  const secure = protocol === "https:" ? "; Secure" : "";
  return `${COOKIE}=${id}; Path=${pathname}; Max-Age=${policy.sessionLifetime}; HttpOnly; SameSite=Lax${secure}`;
}
