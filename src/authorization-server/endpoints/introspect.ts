import { jwtVerify } from "jose";
import { type Check, runChecks } from "../../oauth/checks.ts";
import { clientChecks, type ClientFacts } from "../checks/client.ts";
import { readClientRequest } from "../client-request.ts";
import { liveGrant } from "../grant-records.ts";
import type { Client, ServerContext, TokenRefusal } from "../ports.ts";
import type { AccessTokenRecord, RefreshTokenRecord } from "../records.ts";
import { json } from "../respond.ts";
import { tokenError } from "../token-refusal.ts";
import { audienceOf } from "../tokens.ts";

/** What a question about a token has to pass (RFC 7662 §2.1). */
export const introspectChecks: readonly Check<ClientFacts, TokenRefusal>[] = [
  ...clientChecks,
  {
    id: "introspect.authorised",
    title: "The caller is a confidential client",
    spec: "RFC 7662 §2.1",
    why: "Anyone may pretend to be a public client; tokens could be tried out here until one is active.",
    refuse: ({ client }) =>
      client?.authMethod === "none" ? { reason: "client_unauthenticated" } : undefined,
  },
  {
    id: "introspect.token-present",
    title: "The request carries a token",
    spec: "RFC 7662 §2.1",
    why: "Without it there is nothing to tell.",
    refuse: ({ parameters }) =>
      parameters.get("token") === undefined ? { reason: "missing", parameter: "token" } : undefined,
  },
];

/**
 * POST /introspect (RFC 7662). A token of another client is as unknown as one nobody issued; the API that access tokens
 * are for may ask about any of those.
 */
export async function introspect(request: Request, server: ServerContext): Promise<Response> {
  const facts = await readClientRequest(request, server);
  const { refusal, results } = await runChecks(introspectChecks, facts);
  server.report(results);
  if (refusal !== undefined) return tokenError(refusal);
  const token = facts.parameters.get("token") ?? "";
  const active =
    (await activeAccessToken(server, token, facts.client)) ??
    (await activeRefreshToken(server, token, facts.client));
  return json(active ?? { active: false });
}

/** The id that an access token of this server is kept under: its `jti`, or itself where it is opaque; nothing for any other text. */
export async function accessTokenId(
  server: ServerContext,
  token: string,
): Promise<string | undefined> {
  // A JWT shows its jti to everybody, so a jti must not pass for a token.
  const kept = await server.store.get("access_token", token);
  return kept?.value.opaque === true ? token : jtiOf(server, token);
}

async function jtiOf(server: ServerContext, token: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(token, server.keys.publicJwk, {
      issuer: server.issuer,
      typ: "at+jwt",
      algorithms: ["ES256"],
      // Whether it has expired is for the record to say, by the server's own clock.
      currentDate: new Date(0),
    });
    return payload.jti;
  } catch {
    return undefined;
  }
}

async function activeAccessToken(server: ServerContext, token: string, client: Client | undefined) {
  const id = await accessTokenId(server, token);
  const entry = id === undefined ? undefined : await server.store.get("access_token", id);
  if (entry === undefined || entry.spentAt !== undefined) return undefined;
  const { value } = entry;
  const mayAsk = client?.isResourceServer === true || value.clientId === client?.clientId;
  if (!mayAsk || value.expiresAt <= server.now() || !(await isLive(server, value)))
    return undefined;
  return {
    active: true,
    ...(value.jkt === undefined
      ? { token_type: "Bearer" }
      : { token_type: "DPoP", cnf: { jkt: value.jkt } }),
    client_id: value.clientId,
    sub: value.subject,
    scope: value.scope,
    iss: server.issuer,
    aud: audienceOf(server, value),
    iat: value.issuedAt,
    exp: value.expiresAt,
    ...(value.opaque === true ? {} : { jti: id }),
  };
}

async function activeRefreshToken(
  server: ServerContext,
  token: string,
  client: Client | undefined,
) {
  const entry = await server.store.get("refresh_token", token);
  if (entry === undefined || entry.spentAt !== undefined) return undefined;
  const { value } = entry;
  const exp = Math.min(value.expiresAt, value.idleUntil);
  const mayAsk = value.clientId === client?.clientId;
  if (!mayAsk || exp <= server.now() || !(await isLive(server, value))) return undefined;
  return {
    active: true,
    client_id: value.clientId,
    scope: value.scope,
    iss: server.issuer,
    exp,
  };
}

async function isLive(
  server: ServerContext,
  { grantId }: AccessTokenRecord | RefreshTokenRecord,
): Promise<boolean> {
  return (await liveGrant(server, grantId)) !== undefined;
}
