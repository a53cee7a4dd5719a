import { type Check, runChecks } from "../../oauth/checks.ts";
import { withCookie } from "../../oauth/wire.ts";
import { interactionChecks } from "../checks/interaction.ts";
import { findClient } from "../clients.ts";
import { type InteractionRequest, readInteraction } from "../interactions.ts";
import { hasScope, isOpenId } from "../openid/scopes.ts";
import type { PageRefusal } from "../page-refusal.ts";
import { errorPage } from "../pages/error.ts";
import { loginPage } from "../pages/login.ts";
import type { Person, ServerContext } from "../ports.ts";
import { seeOther } from "../respond.ts";
import { sessionCookie, signIn } from "../sessions.ts";

type Refusal = PageRefusal | { readonly to: "form" };

const password: Check<InteractionRequest, Refusal> = {
  id: "login.password",
  title: "Name and password belong together",
  spec: "RFC 6749 §3.1",
  why: "The answer is the same for a wrong name and a wrong password, so that names cannot be tried out.",
  refuse: (facts) => (personIn(facts) === undefined ? { to: "form" } : undefined),
};

const pageChecks = interactionChecks("login");
/** What a name and a password that were typed have to pass. */
export const loginChecks: readonly Check<InteractionRequest, Refusal>[] = [...pageChecks, password];

/** GET and POST /login: the page, and the name and password typed into it. */
export async function login(request: Request, server: ServerContext): Promise<Response> {
  const read = await readInteraction(request, server);
  const rows = request.method === "POST" ? loginChecks : pageChecks;
  const { refusal, results } = await runChecks<InteractionRequest, Refusal>(rows, read);
  server.report(results);
  if (refusal?.to === "user") return errorPage(refusal, results);
  const person = personIn(read);
  return refusal?.to === "form" || person === undefined
    ? form(read, refusal)
    : onward(read, person);
}

async function form(
  { server, interaction, parameters }: InteractionRequest,
  wrong: Refusal | undefined,
): Promise<Response> {
  const client = await findClient(server, interaction?.request.clientId ?? "");
  const { request, loginHint = "" } = interaction ?? {};
  return loginPage({
    clientName: client?.clientName ?? "An application",
    wants: wantsOf(server, request?.scope ?? ""),
    username: wrong === undefined ? loginHint : (parameters.get("username") ?? ""),
    failed: wrong !== undefined,
  });
}

function wantsOf({ resource }: ServerContext, scope: string): string {
  const photos = resource.scopes.some((one) => hasScope(scope, one));
  if (!isOpenId(scope)) return "wants to use your photos";
  return photos ? "wants to know who you are and to use your photos" : "wants to know who you are";
}

/** On to consent, in a session with an id of its own. */
async function onward(facts: InteractionRequest, { subject }: Person): Promise<Response> {
  const { id, server } = facts;
  const session = await signIn(server, facts.browser, subject);
  if (facts.interaction?.newSignIn !== undefined) {
    await server.store.update("interaction", id, (one) => ({ ...one, newSignIn: "done" }));
  }
  const redirect = seeOther(`${server.issuer}/consent?interaction=${id}`);
  return withCookie(redirect, sessionCookie(server, session.id));
}

function personIn({ server, parameters }: InteractionRequest): Person | undefined {
  const username = parameters.get("username");
  const password = parameters.get("password");
  return server.people.find(
    (person) => person.username === username && person.password === password,
  );
}
