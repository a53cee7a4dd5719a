import { parseParameters } from "../oauth/parameters.ts";
import { randomToken } from "../oauth/random.ts";
import { withCookie } from "../oauth/wire.ts";
import { type Form, readForm } from "./body.ts";
import type { InteractionFacts } from "./checks/interaction.ts";
import type { ServerContext } from "./ports.ts";
import type { Interaction } from "./records.ts";
import { seeOther } from "./respond.ts";
import { beginSession, sessionCookie, sessionOf } from "./sessions.ts";

/** A request to the login or the consent page. */
export interface InteractionRequest extends InteractionFacts {
  /** What the address names. */
  readonly id: string;
}

/** The facts of a request to the login or the consent page; `parameters` are the fields of the form, none for a GET. */
export async function readInteraction(
  request: Request,
  server: ServerContext,
): Promise<InteractionRequest> {
  const id = parseParameters(new URL(request.url).search).get("interaction") ?? "";
  const form: Form =
    request.method === "POST" ? await readForm(request) : { parameters: parseParameters("") };
  const entry = await server.store.get("interaction", id);
  const interaction = entry?.spentAt === undefined ? entry?.value : undefined;
  return { ...form, id, server, interaction, browser: await sessionOf(request, server) };
}

/** How long a user may take to sign in and decide, in seconds. */
const INTERACTION_LIFETIME = 600;

/** Puts what is asked aside until the user of this browser has signed in and decided; the redirect to where that is done. */
export async function beginInteraction(
  request: Request,
  server: ServerContext,
  asked: Omit<Interaction, "browserId" | "expiresAt">,
): Promise<Response> {
  const known = await sessionOf(request, server);
  const { id, session } = known ?? (await beginSession(server));
  const interactionId = randomToken();
  await server.store.put("interaction", interactionId, {
    ...asked,
    browserId: session.browserId,
    expiresAt: server.now() + INTERACTION_LIFETIME,
  });
  const signedIn = session.subject !== undefined && asked.newSignIn === undefined;
  const next = signedIn ? "consent" : "login";
  const redirect = seeOther(`${server.issuer}/${next}?interaction=${interactionId}`);
  return known === undefined ? withCookie(redirect, sessionCookie(server, id)) : redirect;
}
