import { base64url } from "jose";

/** 256 random bits in base64url: codes, tokens, states, verifiers (RFC 6749 §10.10, RFC 7636 §7.1). */
export function randomToken(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(32)));
}
