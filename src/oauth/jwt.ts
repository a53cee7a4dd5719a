import {
  compactVerify,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from "jose";

/** The only algorithm of signatures here (RFC 7518 §3.4). */
export const ALGORITHM = "ES256";

/** A JWT taken apart. Nothing in it is to be believed before its signature has been verified. */
export interface Jwt {
  readonly token: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** The parts of a JWT (RFC 7519 §7.2), or nothing when it is none. */
export function parseJwt(token: string): Jwt | undefined {
  try {
    return { token, header: { ...decodeProtectedHeader(token) }, claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}

/** Whether a key can be used to verify with ES256: its point is on the curve (RFC 7518 §6.2.1). */
export async function isUsableKey(key: JWK): Promise<boolean> {
  try {
    await importJWK(key, ALGORITHM);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a key of the set made the signature, with ES256 whatever else the header asks for; any that fits, where the
 * header names none. Throws when the set itself cannot be used.
 */
export async function isSignedBy(jwks: JSONWebKeySet, { token, header }: Jwt): Promise<boolean> {
  if (header["alg"] !== ALGORITHM || header["crit"] !== undefined) return false;
  try {
    await compactVerify(token, createLocalJWKSet(jwks), ONLY);
    return true;
  } catch (error) {
    if (error instanceof errors.JWKSMultipleMatchingKeys) return isSignedByOneOf(error, token);
    if (error instanceof errors.JWKSInvalid || !(error instanceof errors.JOSEError)) throw error;
    return false;
  }
}

const ONLY = { algorithms: [ALGORITHM] };

async function isSignedByOneOf(keys: AsyncIterable<CryptoKey>, token: string): Promise<boolean> {
  for await (const key of keys) {
    const fits = await compactVerify(token, key, ONLY).then(
      () => true,
      () => false,
    );
    if (fits) return true;
  }
  return false;
}
