import type { Check } from "../../oauth/checks.ts";
import type { CheckedProof } from "../../oauth/dpop.ts";
import type { Person } from "../ports.ts";
import type { AccessTokenRecord, GrantRecord } from "../records.ts";
import { isOpenId } from "./scopes.ts";

/** What is known of a request for claims. */
export interface UserInfoFacts {
  /** The scheme the token came with (RFC 9449 §7.1). */
  readonly scheme: "Bearer" | "DPoP";
  readonly token: string | undefined;
  /** Whether the header names a scheme of these with something after it that is no token. */
  readonly malformed: boolean;
  /** Absent where the token is none of this server's, or was revoked by itself. */
  readonly record: AccessTokenRecord | undefined;
  /** Absent where it was revoked. */
  readonly grant: GrantRecord | undefined;
  readonly person: Person | undefined;
  readonly now: number;
  /** The proof of the request, where it has one. */
  readonly proof: CheckedProof | undefined;
  /** Notes the use of a proof; false when it was used before. */
  isFirstUse(id: string): Promise<boolean>;
}

/** Why nothing is told (OpenID Connect Core §5.3.3, RFC 6750 §3.1). */
export type UserInfoRefusal =
  | { readonly error: "none" }
  | {
      readonly error:
        | "invalid_request"
        | "invalid_token"
        | "insufficient_scope"
        | "invalid_dpop_proof";
      readonly description: string;
    };

const invalid = (description: string): UserInfoRefusal => ({ error: "invalid_token", description });

/** What a request for claims has to pass. The server asks its own records, so a revocation counts at once. */
export const userInfoChecks: readonly Check<UserInfoFacts, UserInfoRefusal>[] = [
  {
    id: "userinfo.token-present",
    title: "The Authorization header carries an access token",
    spec: "OpenID Connect Core §5.3.1",
    why: "What is told depends on who allowed what to whom, and only a token says that.",
    refuse({ token, malformed }) {
      if (malformed) return { error: "invalid_request", description: "The header holds no token" };
      return token === undefined ? { error: "none" } : undefined;
    },
  },
  {
    id: "userinfo.token-known",
    title: "The access token was issued here and not revoked",
    spec: "RFC 6750 §3.1",
    why: "An ID token is signed by the same keys, and opens nothing.",
    refuse: ({ record }) => (record === undefined ? invalid("The token is unknown") : undefined),
  },
  {
    id: "userinfo.fresh",
    title: "The access token has not expired",
    spec: "RFC 6750 §3.1",
    why: "A bearer token works for whoever holds it; a short life limits what a stolen one is worth.",
    refuse: ({ record, now }) =>
      record !== undefined && record.expiresAt > now ? undefined : invalid("The token expired"),
  },
  {
    id: "userinfo.grant-live",
    title: "What the user allowed has not been revoked",
    spec: "RFC 7009 §2",
    why: "Nobody is told about a user who has taken back what she allowed.",
    refuse: ({ grant, person }) =>
      grant === undefined || person === undefined ? invalid("The token was revoked") : undefined,
  },
  {
    id: "userinfo.proof",
    title: "Whoever sends the token has the key it is bound to",
    spec: "RFC 9449 §7.1",
    why: "A token somebody saw is worth nothing without the key.",
    applies: ({ record, scheme }) => record?.jkt !== undefined || scheme === "DPoP",
    refuse: proofProblem,
  },
  {
    id: "userinfo.scope",
    title: "The token was issued for a sign-in",
    spec: "OpenID Connect Core §5.3",
    why: "A user who let an app have her photos has not let it know who she is.",
    refuse: ({ record }) =>
      isOpenId(record?.scope)
        ? undefined
        : { error: "insufficient_scope", description: "The token has no scope openid" },
  },
  {
    id: "userinfo.audience",
    title: "The token is meant for this endpoint",
    spec: "RFC 8707 §2",
    why: "A client that asked for a token for one API did not want that API to be able to ask here who the user is.",
    refuse: ({ record }) =>
      record?.resource === undefined ? undefined : invalid("The token is for another API"),
  },
];

async function proofProblem({
  record,
  scheme,
  proof,
  isFirstUse,
}: UserInfoFacts): Promise<UserInfoRefusal | undefined> {
  if (record?.jkt === undefined) return invalid("The token is bound to no key");
  if (scheme !== "DPoP") return invalid("The token is bound to a key and was sent without a proof");
  if (proof === undefined || "problem" in proof) {
    return { error: "invalid_dpop_proof", description: "The proof is not one for this request" };
  }
  const { jkt, jti } = proof.proof;
  if (jkt !== record.jkt) return invalid("The token is bound to another key than the proof shows");
  return (await isFirstUse(`${jkt}.${jti}`))
    ? undefined
    : { error: "invalid_dpop_proof", description: "The proof was used before" };
}
