import { type Check, runChecks } from "../../oauth/checks.ts";
import { recipientOf } from "../../oauth/redirect-uri.ts";
import { answerAllowed, redirectToClient } from "../authorization-response.ts";
import { describeDirect, takeDirect } from "../direct-requests.ts";
import { interactionChecks } from "../checks/interaction.ts";
import { findClient, isTrusted } from "../clients.ts";
import { type InteractionRequest, readInteraction } from "../interactions.ts";
import { type PageRefusal, refusePage } from "../page-refusal.ts";
import { type Applicant, consentPage, returnPage } from "../pages/consent.ts";
import { errorPage } from "../pages/error.ts";
import type { Allowed, ServerContext } from "../ports.ts";
import type { Interaction } from "../records.ts";
import { wireError } from "./authorize.ts";

type Row = Check<InteractionRequest, PageRefusal>;

const signedIn: Row = {
  id: "consent.signed-in",
  title: "A user has signed in",
  spec: "RFC 6749 §3.1",
  why: "Only the resource owner can allow anything.",
  refuse: ({ browser }) =>
    browser?.session.subject === undefined ? refusePage("not_signed_in") : undefined,
};

const signedInAnew: Row = {
  id: "consent.signed-in-anew",
  title: "The user signed in for this very request",
  spec: "OpenID Connect Core §3.1.2.3",
  why: "The client asked for it, by prompt or max_age: a session somebody left open proves nothing about who is there now.",
  applies: ({ interaction }) => interaction?.newSignIn !== undefined,
  refuse: ({ interaction }) =>
    interaction?.newSignIn === "asked" ? refusePage("not_signed_in") : undefined,
};

const expectedUser: Row = {
  id: "consent.expected-user",
  title: "The user is the one the client asked about",
  spec: "OpenID Connect Core §3.1.2.2",
  why: "The client sent an ID token along to say whom it means. An answer about somebody else would sign in the wrong user there.",
  applies: ({ interaction }) => interaction?.subject !== undefined,
  refuse: ({ interaction, browser }) =>
    interaction?.subject === browser?.session.subject ? undefined : refusePage("another_user"),
};

const decision: Row = {
  id: "consent.decision",
  title: "The user said yes or no",
  spec: "RFC 6749 §4.1.1",
  why: "What is not clearly a yes must not become one.",
  refuse: ({ parameters, interaction }) =>
    choicesIn(interaction).includes(parameters.get("decision") ?? "")
      ? undefined
      : refusePage("decision_unclear"),
};

/** The buttons of the page. */
function choicesIn(interaction: Interaction | undefined): readonly string[] {
  return interaction?.error === undefined ? ["allow", "deny"] : ["return"];
}

const unspent: Row = {
  id: "consent.unspent",
  title: "This request was not answered before",
  spec: "RFC 6749 §4.1.2",
  why: "A form that is sent twice must not give two codes.",
  refuse: async ({ server, id }) =>
    (await server.store.spend("interaction", id, server.now())) === "spent"
      ? undefined
      : refusePage("interaction_unknown"),
};

const open: Row = {
  id: "consent.open",
  title: "Whoever asked still waits for the answer",
  spec: "RFC 8628 §3.3",
  why: "A device asks for a few minutes only. An answer that came later would reach nobody.",
  applies: ({ interaction }) => interaction !== undefined && "grant" in interaction.request,
  refuse: async ({ server, interaction }) =>
    interaction === undefined ||
    !("grant" in interaction.request) ||
    (await describeDirect(server, interaction.request)) !== undefined
      ? undefined
      : refusePage("nobody_waits"),
};

const pageChecks: readonly Row[] = [
  ...interactionChecks("consent"),
  signedIn,
  signedInAnew,
  expectedUser,
  open,
];
/** What the user’s answer has to pass. */
export const consentChecks: readonly Row[] = [...pageChecks, decision, unspent];

/** GET and POST /consent: the page, and the user's answer to it. */
export async function consent(request: Request, server: ServerContext): Promise<Response> {
  const read = await readInteraction(request, server);
  const rows = request.method === "POST" ? consentChecks : pageChecks;
  const { refusal, results } = await runChecks(rows, read);
  server.report(results);
  const { interaction, browser } = read;
  const { subject, authTime } = browser?.session ?? {};
  if (refusal !== undefined || interaction === undefined || subject === undefined) {
    return errorPage(refusal ?? refusePage("interaction_unknown"), results);
  }
  if (request.method !== "POST") return show(server, interaction, subject);
  const allowed = read.parameters.get("decision") === "allow";
  return answer(server, interaction, { subject, authTime, allowed });
}

async function show(
  server: ServerContext,
  { request, error }: Interaction,
  subject: string,
): Promise<Response> {
  const client = await findClient(server, request.clientId);
  const applicant: Applicant = {
    name: client?.clientName ?? "An application",
    trusted: client !== undefined && isTrusted(server, client),
    ...("grant" in request ? {} : { recipient: recipientOf(request.redirectUri) }),
  };
  if (error !== undefined) return returnPage(applicant, error.description);
  const person = server.people.find((one) => one.subject === subject);
  const note = "grant" in request ? await describeDirect(server, request) : undefined;
  return consentPage(applicant, person?.name ?? subject, request.scope.split(" "), note);
}

async function answer(
  server: ServerContext,
  { request, error }: Interaction,
  { subject, authTime, allowed }: Pick<Allowed, "subject" | "authTime"> & { allowed: boolean },
): Promise<Response> {
  if ("grant" in request) return takeDirect(server, request, subject, allowed);
  if (error !== undefined) return redirectToClient(server, request, wireError(error));
  return redirectToClient(
    server,
    request,
    allowed ? await answerAllowed(server, { request, subject, authTime }) : DENIED,
  );
}

const DENIED = wireError({ error: "access_denied", description: "The user said no" });
