import { randomToken } from "../oauth/random.ts";
import { refusePage } from "./page-refusal.ts";
import { afterwardsPage } from "./pages/consent.ts";
import { errorPage } from "./pages/error.ts";
import type { Html } from "./pages/page.ts";
import type { Asking, DirectAnswer, ServerContext } from "./ports.ts";
import type { DirectRequest } from "./records.ts";

/** What the consent page says of a request whose answer goes back through no browser; nothing when nobody waits for it any more. */
export async function describeDirect(
  server: ServerContext,
  { grant, handle }: DirectRequest,
): Promise<Html | undefined> {
  return askingOf(server, grant)?.describe(handle, server);
}

/** Gives the user's answer to the grant that asked; the page that tells her where to go on (RFC 8628 §3.3). */
export async function takeDirect(
  server: ServerContext,
  { grant, handle, clientId, scope }: DirectRequest,
  subject: string,
  allowed: boolean,
): Promise<Response> {
  const asking = askingOf(server, grant);
  const grantId = randomToken();
  const answer: DirectAnswer = allowed ? { decision: "allowed", grantId } : DENIED;
  // Before anybody can ask for tokens of it.
  if (allowed) await server.store.put("grant", grantId, { clientId, subject, scope });
  if (asking === undefined || !(await asking.take(handle, answer, server))) {
    await server.store.delete("grant", grantId);
    return errorPage(refusePage("nobody_waits"), []);
  }
  return afterwardsPage(allowed, asking.afterwards[answer.decision]);
}

const DENIED: DirectAnswer = { decision: "denied" };

function askingOf({ grants }: ServerContext, id: string): Asking | undefined {
  return grants.find((grant) => grant.id === id)?.asking;
}
