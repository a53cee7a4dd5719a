import { runChecks } from "../../oauth/checks.ts";
import { parseParameters } from "../../oauth/parameters.ts";
import { answerFor, redirectToClient, responseTypeOf } from "../authorization-response.ts";
import { type Form, readForm } from "../body.ts";
import { clientChecks, pageChecks, redirectUriOf, scopeOf } from "../checks/authorize.ts";
import { findClient, isTrusted } from "../clients.ts";
import { grantedBefore } from "../grant-records.ts";
import { beginInteraction } from "../interactions.ts";
import { openIdChecks } from "../openid/authorize-checks.ts";
import { hintedSubject } from "../openid/id-token-hint.ts";
import { isOpenId } from "../openid/scopes.ts";
import { asksForSignIn, isTooOld, promptsIn } from "../openid/sign-in.ts";
import type { PageRefusal } from "../page-refusal.ts";
import { errorPage } from "../pages/error.ts";
import type { AuthorizeFacts, RedirectRefusal, ServerContext } from "../ports.ts";
import type { AuthorizationRequest, Interaction, Session } from "../records.ts";
import { sessionOf } from "../sessions.ts";

/** GET and POST /authorize (RFC 6749 §3.1). */
export async function authorize(request: Request, server: ServerContext): Promise<Response> {
  const form = await readParameters(request);
  const clientId = form.parameters.get("client_id");
  const client = clientId === undefined ? undefined : await findClient(server, clientId);
  const facts: AuthorizeFacts = { ...form, client, server };
  const { refusal, results } = await check(facts);
  server.report(results);
  if (refusal?.to === "user") return errorPage(refusal, results);
  const asked = requestOf(facts);
  // An answer without a page would make this server an open redirector for clients nobody vouches for (RFC 9700 §4.11.2).
  const trusted = client !== undefined && isTrusted(server, client);
  if (trusted && refusal !== undefined) {
    return redirectToClient(server, asked, wireError(refusal));
  }
  const { session } = (await sessionOf(request, server)) ?? {};
  if (trusted && promptsIn(form.parameters).includes("none")) {
    return redirectToClient(server, asked, await answerSilently(facts, session, asked));
  }
  // An untrusted client's error waits until its user has agreed (RFC 9700 §4.11.2).
  return beginInteraction(request, server, {
    request: asked,
    ...(refusal === undefined ? {} : { error: errorOf(refusal) }),
    ...(isOpenId(asked.scope) ? await signInAskedBy(facts, session) : {}),
  });
}

/** What the request wants of the sign-in (OpenID Connect Core §3.1.2.1). */
async function signInAskedBy(
  { parameters, server }: AuthorizeFacts,
  session: Session | undefined,
): Promise<Pick<Interaction, "newSignIn" | "loginHint" | "subject">> {
  const loginHint = parameters.get("login_hint");
  const subject = await hintedSubject(parameters, server);
  const another = subject !== undefined && session?.subject !== subject;
  const anew = another || asksForSignIn(parameters, session, server.now());
  return {
    ...(anew ? { newSignIn: "asked" } : {}),
    ...(subject === undefined ? {} : { subject }),
    ...(loginHint === undefined ? {} : { loginHint }),
  };
}

/** `prompt=none`: what the user allowed before, or the error that says what is missing (OpenID Connect Core §3.1.2.1, §3.1.2.6). */
async function answerSilently(
  { parameters, server }: AuthorizeFacts,
  session: Session | undefined,
  asked: AuthorizationRequest,
): Promise<Readonly<Record<string, string>>> {
  const { subject, authTime } = session ?? {};
  if (session === undefined || subject === undefined) return wireError(LOGIN_REQUIRED);
  if (isOpenId(asked.scope) && isTooOld(parameters, session, server.now())) {
    return wireError(LOGIN_REQUIRED);
  }
  const hinted = isOpenId(asked.scope) ? await hintedSubject(parameters, server) : undefined;
  if (hinted !== undefined && hinted !== subject) return wireError(ANOTHER_USER);
  const grantId = await grantedBefore(server, asked, subject);
  return grantId === undefined
    ? wireError(CONSENT_REQUIRED)
    : answerFor(server, { request: asked, grantId, subject, authTime });
}

const LOGIN_REQUIRED: ErrorOf = { error: "login_required", description: "No user is signed in" };
const ANOTHER_USER: ErrorOf = {
  error: "login_required",
  description: "The user the hint names is not signed in",
};
const CONSENT_REQUIRED: ErrorOf = {
  error: "consent_required",
  description: "The user has not allowed this",
};

async function readParameters(request: Request): Promise<Form> {
  if (request.method === "POST") return readForm(request);
  return { parameters: parseParameters(new URL(request.url).search) };
}

async function check(facts: AuthorizeFacts) {
  const responseType = responseTypeOf(facts.server, facts.parameters.get("response_type"));
  return runChecks<AuthorizeFacts, PageRefusal | RedirectRefusal>(
    [...pageChecks, ...clientChecks, ...openIdChecks, ...(responseType?.checks ?? [])],
    facts,
    facts.server.without,
  );
}

function requestOf(facts: AuthorizeFacts): AuthorizationRequest {
  const { parameters } = facts;
  const state = parameters.get("state");
  const { keeps = [] } = responseTypeOf(facts.server, parameters.get("response_type")) ?? {};
  const kept = keeps.flatMap((name): [string, string][] => {
    const value = parameters.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    clientId: facts.client?.clientId ?? "",
    redirectUri: redirectUriOf(facts) ?? "",
    redirectUriSent: parameters.get("redirect_uri") !== undefined,
    responseType: parameters.get("response_type") ?? "",
    scope: scopeOf(facts) ?? "",
    ...(state === undefined ? {} : { state }),
    kept: Object.fromEntries(kept),
  };
}

type ErrorOf = Pick<RedirectRefusal, "error" | "description">;

function errorOf({ error, description }: RedirectRefusal): ErrorOf {
  return { error, description };
}

/** The parameters of an error (RFC 6749 §4.1.2.1). */
export function wireError(refusal: ErrorOf) {
  return { error: refusal.error, error_description: refusal.description };
}
