import type { TokenRefusal } from "./ports.ts";
import { json } from "./respond.ts";

interface OAuthError {
  readonly status: 400 | 401 | 413;
  /** RFC 6749 §5.2. */
  readonly error: string;
  /** In the characters RFC 6749 §5.2 allows; says little of what the server knows. */
  readonly description: string;
}

/** What the client learns of a refusal: little, and always the same for what it must not tell apart. */
export function toWire(refusal: TokenRefusal): OAuthError {
  if (refusal.reason === "malformed") {
    return invalidRequest(`The ${refusal.parameter} is malformed`);
  }
  if (refusal.reason === "missing") return invalidRequest(`${refusal.parameter} is missing`);
  if (refusal.reason === "own") return bad(refusal.error, refusal.description);
  return ERRORS[refusal.reason];
}

const INVALID_GRANT = bad(
  "invalid_grant",
  "The grant is invalid, expired, revoked or was issued otherwise",
);

const ERRORS: Readonly<
  Record<Exclude<TokenRefusal["reason"], "malformed" | "missing" | "own">, OAuthError>
> = {
  too_large: {
    ...invalidRequest("The body is larger than any request of this protocol"),
    status: 413,
  },
  wrong_type: invalidRequest("The body must be application/x-www-form-urlencoded"),
  not_text: invalidRequest("The body is not UTF-8"),
  repeated: invalidRequest("A parameter is repeated"),
  several_client_auths: invalidRequest("The client authenticates in more than one way"),
  verifier_malformed: invalidRequest("code_verifier is malformed"),
  verifier_unexpected: invalidRequest("code_verifier was sent for a code without a challenge"),
  client_unauthenticated: {
    ...bad("invalid_client", "Client authentication failed"),
    status: 401,
  },
  grant_type_unsupported: bad("unsupported_grant_type", "The grant type is not supported"),
  grant_type_not_allowed: bad("unauthorized_client", "The client may not use this grant type"),
  scope_widened: bad("invalid_scope", "The scope exceeds what was granted"),
  resource_unknown: bad("invalid_target", "The resource is unknown"),
  scope_not_allowed: bad("invalid_scope", "The scope is unknown or not allowed"),
  password_wrong: INVALID_GRANT,
  too_many_guesses: INVALID_GRANT,
  proof_invalid: bad("invalid_dpop_proof", "The DPoP proof is not one for this request"),
  key_of_another: INVALID_GRANT,
  unknown: INVALID_GRANT,
  of_another_client: INVALID_GRANT,
  expired: INVALID_GRANT,
  idle: INVALID_GRANT,
  grant_revoked: INVALID_GRANT,
  redirect_uri_mismatch: INVALID_GRANT,
  verifier_missing: INVALID_GRANT,
  verifier_mismatch: INVALID_GRANT,
  spent: INVALID_GRANT,
};

const CHALLENGE = 'Basic realm="authorization server", charset="UTF-8"';

/** The answer of RFC 6749 §5.2. */
export function tokenError(refusal: TokenRefusal): Response {
  const { status, error, description } = toWire(refusal);
  // RFC 9110 §15.5.2: a 401 always has a challenge, whichever way the client tried.
  const headers: Record<string, string> = status === 401 ? { "WWW-Authenticate": CHALLENGE } : {};
  return json({ error, error_description: description }, status, headers);
}

function invalidRequest(description: string): OAuthError {
  return bad("invalid_request", description);
}

function bad(error: string, description: string): OAuthError {
  return { status: 400, error, description };
}
