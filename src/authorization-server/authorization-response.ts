import { randomToken } from "../oauth/random.ts";
import type { Allowed, ResponseType, ServerContext } from "./ports.ts";
import type { AuthorizationRequest } from "./records.ts";
import { seeOther } from "./respond.ts";

/** Where an answer goes. */
export type ReturnAddress = Pick<AuthorizationRequest, "redirectUri" | "responseType" | "state">;

/** The redirect to the client with an answer or an error, `state` as it came and `iss` (RFC 6749 §4.1.2, RFC 9207 §2). */
export function redirectToClient(
  server: ServerContext,
  { redirectUri, responseType, state }: ReturnAddress,
  parameters: Readonly<Record<string, string>>,
): Response {
  const answer = new URLSearchParams({
    ...parameters,
    ...(state === undefined ? {} : { state }),
    iss: server.issuer,
  }).toString();
  const mode = responseTypeOf(server, responseType)?.mode ?? "query";
  if (mode === "fragment") return seeOther(`${redirectUri}#${answer}`);
  return seeOther(`${redirectUri}${redirectUri.includes("?") ? "&" : "?"}${answer}`);
}

/** Notes what the user allowed, as the family of all that will come of it; the parameters of the answer. */
export async function answerAllowed(
  server: ServerContext,
  allowed: Omit<Allowed, "grantId">,
): Promise<Readonly<Record<string, string>>> {
  const grantId = randomToken();
  const { clientId, scope } = allowed.request;
  await server.store.put("grant", grantId, { clientId, subject: allowed.subject, scope });
  return answerFor(server, { ...allowed, grantId });
}

/** The parameters of the answer for what the user allowed. */
export async function answerFor(
  server: ServerContext,
  allowed: Allowed,
): Promise<Readonly<Record<string, string>>> {
  const responseType = responseTypeOf(server, allowed.request.responseType);
  return (await responseType?.answer(allowed, server)) ?? {};
}

/** How this server answers a `response_type`; nothing when it does not. */
export function responseTypeOf(
  server: ServerContext,
  name: string | undefined,
): ResponseType | undefined {
  if (name === undefined) return undefined;
  return server.grants
    .map(({ responseTypes }) => responseTypes ?? {})
    .find((types) => Object.hasOwn(types, name))?.[name];
}
