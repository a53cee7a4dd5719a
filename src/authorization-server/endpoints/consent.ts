import { type Check, type CheckResult, runChecks } from "../../oauth/checks.ts";
import { randomToken } from "../../oauth/random.ts";
import { redirectToClient, responseTypeOf } from "../authorization-response.ts";
import { interactionChecks } from "../checks/interaction.ts";
import { findClient } from "../clients.ts";
import { type InteractionRequest, readInteraction } from "../interactions.ts";
import { type PageRefusal, refusePage } from "../page-refusal.ts";
import { consentPage } from "../pages/consent.ts";
import { errorPage, explain } from "../pages/error.ts";
import type { AuthorizationRequest, ServerContext } from "../ports.ts";
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

const decision: Row = {
  id: "consent.decision",
  title: "The user said yes or no",
  spec: "RFC 6749 §4.1.1",
  why: "What is not clearly a yes must not become one.",
  refuse: ({ form }) =>
    ["allow", "deny"].includes(form.get("decision") ?? "")
      ? undefined
      : refusePage("decision_unclear"),
};

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

const pageChecks: readonly Row[] = [...interactionChecks("consent"), signedIn];
const formChecks: readonly Row[] = [...pageChecks, decision, unspent];

/** GET and POST /consent: the page, and the user's answer to it. */
export async function consent(request: Request, server: ServerContext): Promise<Response> {
  const read = await readInteraction(request, server);
  if ("to" in read) return errorPage(explain(read), "consent.well-formed");
  const rows = request.method === "POST" ? formChecks : pageChecks;
  const { refusal, results } = await runChecks(rows, read);
  server.report(results);
  if (refusal !== undefined) return errorPage(explain(refusal), failed(results));
  const { interaction, browser } = read;
  const subject = browser?.session.subject;
  if (interaction === undefined || subject === undefined) {
    return errorPage(explain(refusePage("interaction_unknown")), "consent.interaction");
  }
  if (request.method !== "POST") return show(server, interaction.request, subject);
  if (interaction.error !== undefined) {
    return redirectToClient(server, interaction.request, wireError(interaction.error));
  }
  return read.form.get("decision") === "allow"
    ? allow(server, interaction.request, subject)
    : redirectToClient(server, interaction.request, DENIED);
}

const DENIED = wireError({ error: "access_denied", description: "The user said no" });

async function show(server: ServerContext, request: AuthorizationRequest, subject: string) {
  const client = await findClient(server, request.clientId);
  return consentPage({
    clientName: client?.clientName ?? "An application",
    redirectHost: new URL(request.redirectUri).host,
    personName: server.people.find((person) => person.subject === subject)?.name ?? subject,
    scopes: request.scope.split(" "),
  });
}

async function allow(server: ServerContext, request: AuthorizationRequest, subject: string) {
  const grantId = randomToken();
  const { clientId, scope } = request;
  await server.store.put("grant", grantId, { clientId, subject, scope });
  const responseType = responseTypeOf(server, request.responseType);
  const answer = (await responseType?.answer({ request, grantId, subject }, server)) ?? {};
  return redirectToClient(server, request, answer);
}

function failed(results: readonly CheckResult[]): string {
  return results.find(({ outcome }) => outcome === "failed")?.id ?? "";
}
