import type { Check } from "../oauth/checks.ts";
import { keepsRefreshToken } from "./clients.ts";
import { liveGrant, revokeGrant } from "./grant-records.ts";
import type { ServerContext, TokenRefusal, TokenRequest } from "./ports.ts";
import type { GrantRecord, RefreshTokenRecord } from "./records.ts";
import { tokenGrant } from "./token-grant.ts";
import { issueAccessToken, issueTokens } from "./tokens.ts";

interface Facts extends TokenRequest {
  readonly server: ServerContext;
  readonly token: string | undefined;
  readonly record: RefreshTokenRecord | undefined;
  /** When it was used, if it was. */
  readonly spentAt: number | undefined;
  readonly grant: GrantRecord | undefined;
}

const checks: readonly Check<Facts, TokenRefusal>[] = [
  {
    id: "token.refresh-present",
    title: "The request carries a refresh token",
    spec: "RFC 6749 §6",
    why: "Without it there is nothing to refresh with.",
    refuse: ({ token }) =>
      token === undefined ? { reason: "missing", parameter: "refresh_token" } : undefined,
  },
  {
    id: "token.refresh-known",
    title: "The refresh token was issued here",
    spec: "RFC 6749 §5.2",
    why: "A made-up token must not be worth trying.",
    refuse: ({ record }) => (record === undefined ? { reason: "unknown" } : undefined),
  },
  {
    id: "token.refresh-client",
    title: "The refresh token was issued to this client",
    spec: "RFC 6749 §6",
    why: "Otherwise a client could use what another one lost.",
    refuse: ({ record, client }) =>
      record?.clientId === client.clientId ? undefined : { reason: "of_another_client" },
  },
  {
    id: "token.refresh-key",
    title: "The proof is made with the key the refresh token is bound to",
    spec: "RFC 9449 §5",
    why: "A public client has no secret; its key is what a thief of the token does not have.",
    applies: ({ record }) => record?.jkt !== undefined,
    refuse: ({ record, jkt }) => (record?.jkt === jkt ? undefined : { reason: "key_of_another" }),
  },
  {
    id: "token.refresh-fresh",
    title: "The family of the refresh token has not come to its end",
    spec: "RFC 10017 §6.3.2.3",
    why: "A rotation does not extend the lifetime, so a stolen family ends too.",
    refuse: (facts) =>
      facts.record !== undefined && facts.record.expiresAt > usedAt(facts)
        ? undefined
        : { reason: "expired" },
  },
  {
    id: "token.refresh-idle",
    title: "The refresh token was used recently enough",
    spec: "RFC 9700 §4.14.2",
    why: "A client that has not come back for weeks may never come back, but what it left lying about may be found.",
    refuse: (facts) =>
      facts.record !== undefined && facts.record.idleUntil > usedAt(facts)
        ? undefined
        : { reason: "idle" },
  },
  {
    id: "token.grant-live",
    title: "What the user allowed has not been revoked",
    spec: "RFC 7009 §2",
    why: "Revoking a grant ends every token that came from it.",
    refuse: ({ grant }) => (grant === undefined ? { reason: "grant_revoked" } : undefined),
  },
  {
    id: "token.scope-not-widened",
    title: "The scope asked for is within what was granted",
    spec: "RFC 6749 §6",
    why: "Only the user can allow more than the user allowed.",
    // A second use revokes the family, whatever it asks for; so nothing may refuse it before `token.refresh-unspent`.
    applies: (facts) => !isReuse(facts),
    refuse: (facts) => (widens(facts) ? { reason: "scope_widened" } : undefined),
  },
  {
    id: "token.refresh-unspent",
    title: "The refresh token is used for the first time",
    spec: "RFC 9700 §4.14.2",
    why: "Every use replaces it. A second use means that two parties hold it, so the whole family is revoked.",
    applies: ({ client, spentAt }) => !keepsRefreshToken(client) || spentAt !== undefined,
    refuse: async ({ server, token = "", record }) =>
      (await server.store.spend("refresh_token", token, server.now())) === "spent"
        ? undefined
        : { reason: "spent", grantId: record?.grantId ?? "" },
  },
];

/** Whether the token was used before, and will be refused for that. */
function isReuse({ spentAt, server }: Facts): boolean {
  return spentAt !== undefined && server.without?.has("token.refresh-unspent") !== true;
}

/** When it was used first; a second use is not to be taken for one that comes too late. */
function usedAt(facts: Facts): number {
  const now = facts.server.now();
  return isReuse(facts) ? (facts.spentAt ?? now) : now;
}

/** Of the new access token; the new refresh token keeps the scope of the old one (RFC 6749 §6). */
function scopeOf({ parameters, record }: Facts): string {
  return parameters.get("scope") ?? record?.scope ?? "";
}

function widens(facts: Facts): boolean {
  const granted = facts.record?.scope.split(" ") ?? [];
  return scopeOf(facts)
    .split(" ")
    .some((scope) => !granted.includes(scope));
}

/** A new access token, and a refresh token in place of the one that was spent. */
function issueInPlace(facts: Facts) {
  return issueTokens(facts.server, {
    ...issueOf(facts),
    client: facts.client,
    refreshScope: facts.record?.scope ?? "",
    refreshResource: facts.record?.resource,
    refreshUntil: facts.record?.expiresAt ?? 0,
  });
}

/** A new access token; the refresh token stays what it is, and has been used just now. */
async function issueBeside(facts: Facts) {
  const { server, client, token = "" } = facts;
  const idleUntil = server.now() + server.policy.refreshTokenIdleLifetime;
  await server.store.update("refresh_token", token, (record) => ({ ...record, idleUntil }));
  return issueAccessToken(server, { ...issueOf(facts), clientId: client.clientId });
}

function issueOf(facts: Facts) {
  const { parameters, token = "", record, grant, jkt } = facts;
  return {
    from: { kind: "refresh_token", id: token },
    grantId: record?.grantId ?? "",
    subject: grant?.subject ?? "",
    scope: scopeOf(facts),
    resource: parameters.get("resource") ?? record?.resource,
    jkt,
    signIn: record?.signIn,
  };
}

/** Refreshing an access token, with rotation and revocation on reuse (RFC 6749 §6, RFC 9700 §4.14.2). */
export const refreshTokenGrant = tokenGrant<Facts>({
  async gather(request, server) {
    const token = request.parameters.get("refresh_token");
    const entry = token === undefined ? undefined : await server.store.get("refresh_token", token);
    const record = entry?.value;
    const grant = record === undefined ? undefined : await liveGrant(server, record.grantId);
    return { ...request, server, token, record, spentAt: entry?.spentAt, grant };
  },
  checks,
  issue: (facts) => (keepsRefreshToken(facts.client) ? issueBeside(facts) : issueInPlace(facts)),
  async refused(refusal, server) {
    if (refusal.reason === "spent")
      await revokeGrant(server, refusal.grantId, "refresh token replayed");
  },
});
