import { type Check, type CheckResult, runChecks } from "../../oauth/checks.ts";
import { withCookie } from "../../oauth/wire.ts";
import { redirectToClient } from "../authorization-response.ts";
import { interactionChecks } from "../checks/interaction.ts";
import { findClient } from "../clients.ts";
import { type InteractionRequest, readInteraction } from "../interactions.ts";
import type { PageRefusal } from "../page-refusal.ts";
import { errorPage, explain } from "../pages/error.ts";
import { loginPage } from "../pages/login.ts";
import type { Interaction, Person, ServerContext } from "../ports.ts";
import { seeOther } from "../respond.ts";
import { beginSession, sessionCookie } from "../sessions.ts";
import { wireError } from "./authorize.ts";

type Refusal = PageRefusal | { readonly to: "form" };

const password: Check<InteractionRequest, Refusal> = {
  id: "login.password",
  title: "Name and password belong together",
  spec: "RFC 6749 §10.11",
  why: "The answer is the same for a wrong name and a wrong password, so that names cannot be tried out.",
  refuse: (facts) => (personIn(facts) === undefined ? { to: "form" } : undefined),
};

const pageChecks = interactionChecks("login");
const formChecks: readonly Check<InteractionRequest, Refusal>[] = [...pageChecks, password];

/** GET and POST /login: the page, and the name and password typed into it. */
export async function login(request: Request, server: ServerContext): Promise<Response> {
  const read = await readInteraction(request, server);
  if ("to" in read) return errorPage(explain(read), "login.well-formed");
  const rows = request.method === "POST" ? formChecks : pageChecks;
  const { refusal, results } = await runChecks<InteractionRequest, Refusal>(rows, read);
  server.report(results);
  if (refusal?.to === "user") return errorPage(explain(refusal), failed(results));
  if (refusal?.to === "form" || request.method !== "POST") return form(read, refusal !== undefined);
  return signIn(read, server);
}

async function form({ server, interaction, form: fields }: InteractionRequest, wrong: boolean) {
  const client = await findClient(server, interaction?.request.clientId ?? "");
  const failedAs = wrong ? { username: fields.get("username") ?? "" } : undefined;
  return loginPage(client?.clientName ?? "An application", failedAs);
}

/** A new session id, and on to consent; or to the client, with the error that waited for this. */
async function signIn(facts: InteractionRequest, server: ServerContext): Promise<Response> {
  const { id, interaction } = facts;
  const { id: sessionId } = await beginSession(server, personIn(facts)?.subject);
  if (facts.browser !== undefined) await server.store.delete("session", facts.browser.id);
  await server.store.update("interaction", id, (value) => ({ ...value, sessionId }));
  const onward = await afterSignIn(server, id, interaction);
  return withCookie(onward, sessionCookie(server, sessionId));
}

async function afterSignIn(
  server: ServerContext,
  id: string,
  interaction: Interaction | undefined,
): Promise<Response> {
  if (interaction?.error === undefined)
    return seeOther(`${server.issuer}/consent?interaction=${id}`);
  await server.store.spend("interaction", id, server.now());
  return redirectToClient(server, interaction.request, wireError(interaction.error));
}

function personIn({ server, form: fields }: InteractionRequest): Person | undefined {
  return server.people.find(
    (person) =>
      person.username === fields.get("username") && person.password === fields.get("password"),
  );
}

function failed(results: readonly CheckResult[]): string {
  return results.find(({ outcome }) => outcome === "failed")?.id ?? "";
}
