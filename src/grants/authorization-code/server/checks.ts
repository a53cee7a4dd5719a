import { needsPkce } from "../../../authorization-server/clients.ts";
import type {
  AuthorizeFacts,
  RedirectRefusal,
  ServerContext,
  TokenRefusal,
  TokenRequest,
} from "../../../authorization-server/ports.ts";
import type { CodeRecord, GrantRecord } from "../../../authorization-server/records.ts";
import type { Check } from "../../../oauth/checks.ts";
import { isVerifier, s256 } from "../../../oauth/pkce.ts";

const invalid = (description: string): RedirectRefusal => ({
  to: "client",
  error: "invalid_request",
  description,
});

/** What an authorization request for a code has to pass besides what every one has to. */
export const authorizeChecks: readonly Check<AuthorizeFacts, RedirectRefusal>[] = [
  {
    id: "authorize.pkce-present",
    title: "The request carries a code challenge, where this client needs one",
    spec: "RFC 9700 §2.1.1",
    why: "Without one, whoever sees the code can redeem it; a public client has nothing else to protect it.",
    refuse: ({ parameters, client }) =>
      client !== undefined && needsPkce(client) && parameters.get("code_challenge") === undefined
        ? invalid("code_challenge is required")
        : undefined,
  },
  {
    id: "authorize.pkce-method",
    title: "The challenge is made with S256",
    spec: "RFC 7636 §4.4.1",
    why: "With plain, the default when no method is named, the challenge is the verifier: whoever sees the request can redeem the code.",
    applies: hasChallenge,
    refuse: ({ parameters }) =>
      parameters.get("code_challenge") === undefined ||
      parameters.get("code_challenge_method") === "S256"
        ? undefined
        : invalid("code_challenge_method must be S256"),
  },
  {
    id: "authorize.pkce-form",
    title: "The challenge has the form of one",
    spec: "RFC 7636 §4.2",
    why: "What is no SHA-256 in base64url can never be matched by a verifier.",
    applies: hasChallenge,
    refuse({ parameters }) {
      const challenge = parameters.get("code_challenge");
      return challenge === undefined || /^[A-Za-z0-9_-]{43}$/.test(challenge)
        ? undefined
        : invalid("code_challenge is malformed");
    },
  },
];

function hasChallenge({ parameters }: AuthorizeFacts): boolean {
  return parameters.get("code_challenge") !== undefined;
}

/** What is known of a code when it is redeemed. */
export interface RedeemFacts extends TokenRequest {
  readonly server: ServerContext;
  readonly code: string | undefined;
  readonly record: CodeRecord | undefined;
  /** When the code was spent, if it was. */
  readonly spentAt: number | undefined;
  readonly grant: GrantRecord | undefined;
}

/** What a token request with a code has to pass, spending the code last. */
export const redeemChecks: readonly Check<RedeemFacts, TokenRefusal>[] = [
  {
    id: "token.code-present",
    title: "The request carries a code",
    spec: "RFC 6749 §4.1.3",
    why: "Without it there is nothing to redeem.",
    refuse: ({ code }) =>
      code === undefined ? { reason: "missing", parameter: "code" } : undefined,
  },
  {
    id: "token.code-known",
    title: "The code was issued here",
    spec: "RFC 6749 §5.2",
    why: "A made-up code must not be worth trying.",
    refuse: ({ record }) => (record === undefined ? { reason: "unknown" } : undefined),
  },
  {
    id: "token.code-client",
    title: "The code was issued to this client",
    spec: "RFC 6749 §4.1.3",
    why: "Otherwise a client could redeem a code that another one lost.",
    refuse: ({ record, client }) =>
      record?.clientId === client.clientId ? undefined : { reason: "of_another_client" },
  },
  {
    id: "token.code-fresh",
    title: "The code has not expired",
    spec: "RFC 6749 §4.1.2",
    why: "A code travels through addresses and logs; it should be worthless by the time anyone reads them.",
    refuse: ({ record, spentAt, server }) =>
      record !== undefined && record.expiresAt > (spentAt ?? server.now())
        ? undefined
        : { reason: "expired" },
  },
  {
    id: "token.redirect-uri",
    title: "The redirect URI is the one the code was sent to",
    spec: "RFC 6749 §4.1.3",
    why: "A code that was sent elsewhere by a trick is not redeemed by the honest client.",
    refuse: ({ record, parameters }) =>
      redirectUriMatches(record, parameters.get("redirect_uri"))
        ? undefined
        : { reason: "redirect_uri_mismatch" },
  },
  {
    id: "token.pkce-expected",
    title: "A verifier comes only where a challenge came before",
    spec: "RFC 9700 §4.8.2",
    why: "A verifier without its challenge means that someone took the challenge out on the way.",
    refuse: ({ record, parameters }) =>
      record?.challenge === undefined && parameters.get("code_verifier") !== undefined
        ? { reason: "verifier_unexpected" }
        : undefined,
  },
  {
    id: "token.pkce-form",
    title: "The verifier has the form of one",
    spec: "RFC 7636 §4.1",
    why: "A short verifier could be guessed.",
    applies: ({ parameters }) => parameters.get("code_verifier") !== undefined,
    refuse({ parameters }) {
      const verifier = parameters.get("code_verifier");
      return verifier === undefined || isVerifier(verifier)
        ? undefined
        : { reason: "verifier_malformed" };
    },
  },
  {
    id: "token.pkce",
    title: "The verifier matches the challenge",
    spec: "RFC 7636 §4.6",
    why: "Only the maker of the challenge can redeem the code.",
    applies: ({ record }) => record?.challenge !== undefined,
    async refuse({ record, parameters }) {
      if (record?.challenge === undefined) return undefined;
      const verifier = parameters.get("code_verifier");
      if (verifier === undefined) return { reason: "verifier_missing" };
      const { value, method } = record.challenge;
      // With plain, which only a server without authorize.pkce-method lets pass, the two are the same (RFC 7636 §4.6).
      return (method === "S256" ? await s256(verifier) : verifier) === value
        ? undefined
        : { reason: "verifier_mismatch" };
    },
  },
  {
    id: "token.grant-live",
    title: "What the user allowed has not been revoked",
    spec: "RFC 7009 §2",
    why: "Revoking a grant ends everything that came from it.",
    // What a replay revoked is left to the last row, so that every racer hears the same.
    refuse: ({ grant }) =>
      grant === undefined || endedOtherwise(grant) ? { reason: "grant_revoked" } : undefined,
  },
  {
    id: "token.code-unspent",
    title: "The code is used for the first time",
    spec: "RFC 6749 §4.1.2",
    why: "A code that comes a second time may have been stolen, so what it gave the first time is revoked.",
    refuse: async ({ server, code = "", record }) =>
      (await server.store.spend("code", code, server.now())) === "spent"
        ? undefined
        : { reason: "spent", grantId: record?.grantId ?? "" },
  },
];

function endedOtherwise({ revoked }: GrantRecord): boolean {
  return revoked !== undefined && revoked.reason !== "code replayed";
}

/** Identical when the authorization request named one; else it may be left out, or be the one that was used. */
function redirectUriMatches(record: CodeRecord | undefined, sent: string | undefined): boolean {
  if (record === undefined) return false;
  if (sent === undefined) return !record.redirectUriSent;
  return sent === record.redirectUri;
}
