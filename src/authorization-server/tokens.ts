import { SignJWT } from "jose";
import { randomToken } from "../oauth/random.ts";
import type { Origin } from "../oauth/remembered.ts";
import { findClient } from "./clients.ts";
import type { Client, ServerContext } from "./ports.ts";

export interface Issue {
  readonly client: Client;
  readonly grantId: string;
  /** The code or the refresh token it is given for, so that a family can be told as a tree. */
  readonly from?: Origin;
  readonly subject: string;
  /** Of the access token. */
  readonly scope: string;
  /** Of the refresh token, where a refresh narrowed that of the access token only (RFC 6749 §6). */
  readonly refreshScope?: string;
  /** When the refresh token ends, epoch seconds; a rotation does not move it (RFC 10017 §6.3). Absent: a new one. */
  readonly refreshUntil?: number;
  /** The key the client showed, which the tokens are bound to (RFC 9449 §5). */
  readonly jkt?: string | undefined;
}

/** What an access token says. */
export interface AccessTokenFacts {
  readonly clientId: string;
  readonly grantId: string;
  /** The code or the refresh token it is given for. */
  readonly from?: Origin | undefined;
  readonly subject: string;
  readonly scope: string;
  /** The key it is bound to (RFC 9449 §6.1). */
  readonly jkt?: string | undefined;
}

/** Issues an access token (RFC 9068), and a refresh token to clients registered for it; the answer of RFC 6749 §5.1. */
export async function issueTokens(server: ServerContext, issue: Issue) {
  const { client, grantId, from, subject, scope, jkt } = issue;
  const { clientId } = client;
  const answer = await issueAccessToken(server, { clientId, grantId, from, subject, scope, jkt });
  if (!client.grantTypes.includes("refresh_token")) return answer;
  return { ...answer, refresh_token: await refreshTokenFor(server, issue) };
}

/** Issues an access token alone (RFC 9068, or opaque; RFC 6749 §5.1, and §4.2.2 for a fragment). */
export async function issueAccessToken(server: ServerContext, facts: AccessTokenFacts) {
  return {
    access_token: await accessTokenFor(server, facts),
    token_type: facts.jkt === undefined ? "Bearer" : "DPoP",
    expires_in: server.policy.accessTokenLifetime,
    scope: facts.scope,
  };
}

async function accessTokenFor(
  server: ServerContext,
  { clientId, grantId, from, subject, scope, jkt }: AccessTokenFacts,
) {
  const id = randomToken();
  const issuedAt = server.now();
  const expiresAt = issuedAt + server.policy.accessTokenLifetime;
  const opaque = (await findClient(server, clientId))?.accessTokens === "opaque";
  await server.store.put("access_token", id, {
    grantId,
    clientId,
    subject,
    scope,
    issuedAt,
    expiresAt,
    ...(from === undefined ? {} : { from }),
    ...(jkt === undefined ? {} : { jkt }),
    ...(opaque ? { opaque } : {}),
  });
  if (opaque) return id;
  const bound = jkt === undefined ? {} : { cnf: { jkt } };
  return new SignJWT({ client_id: clientId, scope, ...bound })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: server.keys.kid })
    .setIssuer(server.issuer)
    .setAudience(server.resource.identifier)
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .setJti(id)
    .sign(server.keys.privateKey);
}

async function refreshTokenFor(server: ServerContext, issue: Issue): Promise<string> {
  const token = randomToken();
  // A confidential client's is bound to the client, whose secret may change while a key may not (RFC 9449 §5).
  const bound = issue.client.authMethod === "none" && issue.jkt !== undefined;
  await server.store.put("refresh_token", token, {
    ...(bound ? { jkt: issue.jkt } : {}),
    grantId: issue.grantId,
    ...(issue.from === undefined ? {} : { from: issue.from }),
    clientId: issue.client.clientId,
    scope: issue.refreshScope ?? issue.scope,
    expiresAt: issue.refreshUntil ?? server.now() + server.policy.refreshTokenLifetime,
    idleUntil: server.now() + server.policy.refreshTokenIdleLifetime,
  });
  return token;
}
