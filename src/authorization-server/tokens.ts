import { SignJWT } from "jose";
import { randomToken } from "../oauth/random.ts";
import type { Origin } from "../oauth/remembered.ts";
import { findClient } from "./clients.ts";
import { idTokenFor } from "./openid/id-token.ts";
import { hasScope, isOpenId } from "./openid/scopes.ts";
import type { Client, ServerContext } from "./ports.ts";
import type { SignIn } from "./records.ts";

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
  /** The API that the access token alone is to be for, where one was named (RFC 8707 §2). */
  readonly resource?: string | undefined;
  /** The one named in the authorization request, which the refresh token keeps. */
  readonly refreshResource?: string | undefined;
  /** When the refresh token ends, epoch seconds; a rotation does not move it (RFC 10017 §6.3). Absent: a new one. */
  readonly refreshUntil?: number;
  /** The key the client showed, which the tokens are bound to (RFC 9449 §5). */
  readonly jkt?: string | undefined;
  /** The sign-in that was asked for, which an ID token will speak of. */
  readonly signIn?: SignIn | undefined;
}

/** What an access token says. */
export interface AccessTokenFacts {
  readonly clientId: string;
  readonly grantId: string;
  /** The code or the refresh token it is given for. */
  readonly from?: Origin | undefined;
  readonly subject: string;
  readonly scope: string;
  /** The API it alone is for, where one was named (RFC 8707 §2). */
  readonly resource?: string | undefined;
  /** The key it is bound to (RFC 9449 §6.1). */
  readonly jkt?: string | undefined;
  /** The sign-in that an ID token beside it will speak of. */
  readonly signIn?: SignIn | undefined;
}

/** Issues an access token (RFC 9068), and a refresh token to clients registered for it; the answer of RFC 6749 §5.1. */
export async function issueTokens(server: ServerContext, issue: Issue) {
  const { client, grantId, from, subject, scope, resource, jkt, signIn } = issue;
  const { clientId } = client;
  const facts = { clientId, grantId, from, subject, scope, resource, jkt, signIn };
  const answer = await issueAccessToken(server, facts);
  if (!client.grantTypes.includes("refresh_token") || !lasts(issue)) return answer;
  return { ...answer, refresh_token: await refreshTokenFor(server, issue) };
}

/** A sign-in is over when the user leaves, unless she allowed access for afterwards too (OpenID Connect Core §11). */
function lasts({ scope, refreshScope = scope }: Issue): boolean {
  return !isOpenId(refreshScope) || hasScope(refreshScope, "offline_access");
}

/** Issues an access token alone (RFC 9068, or opaque; RFC 6749 §5.1, and §4.2.2 for a fragment). */
export async function issueAccessToken(server: ServerContext, facts: AccessTokenFacts) {
  const accessToken = await accessTokenFor(server, facts);
  return {
    access_token: accessToken,
    token_type: facts.jkt === undefined ? "Bearer" : "DPoP",
    expires_in: server.policy.accessTokenLifetime,
    scope: facts.scope,
    ...(await idTokenBeside(server, facts, accessToken)),
  };
}

/** The ID token, where a sign-in was asked for and this access token still speaks of one (OpenID Connect Core §3.1.3.3). */
async function idTokenBeside(
  server: ServerContext,
  { clientId, subject, scope, signIn }: AccessTokenFacts,
  accessToken: string,
): Promise<{ readonly id_token?: string }> {
  const client = await findClient(server, clientId);
  if (signIn === undefined || client === undefined || !isOpenId(scope)) return {};
  return { id_token: await idTokenFor(server, { client, subject, signIn, accessToken }) };
}

/**
 * Whom an access token is for (RFC 9068 §3): the API, and this server's UserInfo endpoint where a sign-in was asked for;
 * the API alone where the client named it (RFC 8707 §2).
 */
export function audienceOf(
  { issuer, resource }: ServerContext,
  { scope, resource: named }: Pick<AccessTokenFacts, "scope" | "resource">,
): string | string[] {
  if (named !== undefined) return named;
  if (!isOpenId(scope)) return resource.identifier;
  const userInfo = `${issuer}/userinfo`;
  const forApi = resource.scopes.some((one) => hasScope(scope, one));
  return forApi ? [resource.identifier, userInfo] : userInfo;
}

async function accessTokenFor(
  server: ServerContext,
  { clientId, grantId, from, subject, scope, resource, jkt }: AccessTokenFacts,
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
    ...(resource === undefined ? {} : { resource }),
    ...(jkt === undefined ? {} : { jkt }),
    ...(opaque ? { opaque } : {}),
  });
  if (opaque) return id;
  const bound = jkt === undefined ? {} : { cnf: { jkt } };
  return new SignJWT({ client_id: clientId, scope, ...bound })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: server.keys.kid })
    .setIssuer(server.issuer)
    .setAudience(audienceOf(server, { scope, resource }))
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
    ...(issue.refreshResource === undefined ? {} : { resource: issue.refreshResource }),
    expiresAt: issue.refreshUntil ?? server.now() + server.policy.refreshTokenLifetime,
    idleUntil: server.now() + server.policy.refreshTokenIdleLifetime,
    ...(issue.signIn === undefined ? {} : { signIn: lasting(issue.signIn) }),
  });
  return token;
}

/** The nonce belongs to one answer; when the user signed in stays true (OpenID Connect Core §12.2). */
function lasting({ authTime }: SignIn): SignIn {
  return authTime === undefined ? {} : { authTime };
}
