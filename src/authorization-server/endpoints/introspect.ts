import { jwtVerify } from "jose";
import { type Check, runChecks } from "../../oauth/checks.ts";
import { clientChecks, type ClientFacts } from "../checks/client.ts";
import { readClientRequest } from "../client-request.ts";
import { liveGrant } from "../grant-records.ts";
import type {
  AccessTokenRecord,
  Client,
  RefreshTokenRecord,
  ServerContext,
  TokenRefusal,
} from "../ports.ts";
import { json } from "../respond.ts";
import { tokenError } from "../token-refusal.ts";

const checks: readonly Check<ClientFacts, TokenRefusal>[] = [
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

/** POST /introspect (RFC 7662). A token of another client is as unknown as one nobody issued. */
export async function introspect(request: Request, server: ServerContext): Promise<Response> {
  const facts = await readClientRequest(request, server);
  const { refusal, results } = await runChecks(checks, facts);
  server.report(results);
  if (refusal !== undefined) return tokenError(refusal);
  const token = facts.parameters.get("token") ?? "";
  const active =
    (await activeAccessToken(server, token, facts.client)) ??
    (await activeRefreshToken(server, token, facts.client));
  return json(active ?? { active: false });
}

/** The `jti` of an access token this server signed; nothing for any other text. */
export async function jtiOf(server: ServerContext, token: string): Promise<string | undefined> {
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
  const jti = await jtiOf(server, token);
  const entry = jti === undefined ? undefined : await server.store.get("access_token", jti);
  if (entry === undefined || entry.spentAt !== undefined) return undefined;
  const { value } = entry;
  if (!(await isUsable(server, value, client))) return undefined;
  return {
    active: true,
    ...(value.jkt === undefined
      ? { token_type: "Bearer" }
      : { token_type: "DPoP", cnf: { jkt: value.jkt } }),
    client_id: value.clientId,
    sub: value.subject,
    scope: value.scope,
    iss: server.issuer,
    aud: server.resource.identifier,
    iat: value.issuedAt,
    exp: value.expiresAt,
    jti,
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
  if (!(await isUsable(server, value, client))) return undefined;
  return {
    active: true,
    client_id: value.clientId,
    scope: value.scope,
    iss: server.issuer,
    exp: value.expiresAt,
  };
}

async function isUsable(
  server: ServerContext,
  { clientId, expiresAt, grantId }: AccessTokenRecord | RefreshTokenRecord,
  client: Client | undefined,
): Promise<boolean> {
  if (clientId !== client?.clientId || expiresAt <= server.now()) return false;
  return (await liveGrant(server, grantId)) !== undefined;
}
