import {
  compactVerify,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JSONWebKeySet,
} from "jose";

/** A JWT taken apart. Nothing in it is to be believed before its signature has been verified. */
export interface AccessToken {
  readonly token: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The parts of a JWT (RFC 7519 §7.2), or nothing when it is none. */
export function parseAccessToken(token: string): AccessToken | undefined {
  try {
    return { token, header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

/**
 * Whether a key of the set made the signature, with ES256 whatever else the header asks for. Throws when
 * the set itself cannot be used.
 */
export async function isSignedBy(jwks: JSONWebKeySet, { token, header }: AccessToken) {
  if (header["alg"] !== "ES256" || header["crit"] !== undefined) return false;
  try {
    await compactVerify(token, createLocalJWKSet(jwks), { algorithms: ["ES256"] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWKSInvalid || !(error instanceof errors.JOSEError)) throw error;
    return false;
  }
}
