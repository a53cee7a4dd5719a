import type { TokenRefusal } from "./ports.ts";
import { json } from "./respond.ts";

interface OAuthError {
  readonly status: 400 | 401;
  /** RFC 6749 §5.2. */
  readonly error: string;
  /** In the characters RFC 6749 §5.2 allows; says little of what the server knows. */
  readonly description: string;
}

/** What the client learns of a refusal: little, and always the same for what it must not tell apart. */
export function toWire(refusal: TokenRefusal): OAuthError {
  switch (refusal.reason) {
    case "malformed":
      return invalidRequest(`The ${refusal.parameter} is malformed`);
    case "missing":
      return invalidRequest(`${refusal.parameter} is missing`);
    case "repeated":
      return invalidRequest("A parameter is repeated");
    case "several_client_auths":
      return invalidRequest("The client authenticates in more than one way");
    case "verifier_malformed":
      return invalidRequest("code_verifier is malformed");
    case "verifier_unexpected":
      return invalidRequest("code_verifier was sent for a code without a challenge");
    case "client_unauthenticated":
      return { status: 401, error: "invalid_client", description: "Client authentication failed" };
    case "grant_type_unsupported":
      return bad("unsupported_grant_type", "The grant type is not supported");
    case "grant_type_not_allowed":
      return bad("unauthorized_client", "The client may not use this grant type");
    case "scope_widened":
      return bad("invalid_scope", "The scope exceeds what was granted");
    case "unknown":
    case "of_another_client":
    case "expired":
    case "grant_revoked":
    case "redirect_uri_mismatch":
    case "verifier_missing":
    case "verifier_mismatch":
    case "spent":
      return bad("invalid_grant", "The grant is invalid, expired, revoked or was issued otherwise");
  }
}

/** The answer of RFC 6749 §5.2. */
export function tokenError(refusal: TokenRefusal): Response {
  const { status, error, description } = toWire(refusal);
  const challenge: Record<string, string> =
    refusal.reason === "client_unauthenticated" && refusal.byHeader
      ? { "WWW-Authenticate": 'Basic realm="token endpoint", charset="UTF-8"' }
      : {};
  return json({ error, error_description: description }, status, challenge);
}

function invalidRequest(description: string): OAuthError {
  return bad("invalid_request", description);
}

function bad(error: string, description: string): OAuthError {
  return { status: 400, error, description };
}
