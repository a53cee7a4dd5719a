import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { audience, issuer, jwksUri } from "./config.ts";

/** Fetched when they are needed, kept, and fetched again when a token names a key that is not among them. */
const keys = createRemoteJWKSet(jwksUri);

/** What goes wrong when the keys cannot be had: it says nothing about the token. */
const NO_KEYS = ["ERR_JOSE_GENERIC", "ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID"];

/** What the API answers instead of serving (RFC 6750 §3). */
export interface Refusal {
  readonly status: 400 | 401 | 403;
  /** The `WWW-Authenticate` header. */
  readonly challenge: string;
}

/** The claims of the token in that header, or why they are not to be believed (RFC 9068 §4). Throws when there are no keys. */
export async function verify(
  authorization: string | undefined,
): Promise<{ readonly claims: JWTPayload } | { readonly refusal: Refusal }> {
  // #region bare
  // No token: say what is wanted, and no error code, since nothing went wrong yet.
  const [scheme, token] = authorization?.split(" ") ?? [];
  if (scheme?.toLowerCase() !== "bearer" || token === undefined) {
    return { refusal: { status: 401, challenge: 'Bearer realm="copies"' } };
  }
  // #endregion
  try {
    // #region tampered, audience, expired
    // All of it, each time: signature, algorithm, type, issuer, audience, expiry.
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ["ES256"],
      typ: "at+jwt",
      issuer,
      audience,
      requiredClaims: ["sub", "client_id", "exp", "iat", "jti"],
    });
    // #endregion
    return { claims: payload };
  } catch (error) {
    if (!(error instanceof errors.JOSEError) || NO_KEYS.includes(error.code)) throw error;
    return { refusal: refused(401, "invalid_token") };
  }
}

// #region scope
/** Whether the user allowed this much; 403, because another token of the same kind would not help. */
export function lacking(claims: JWTPayload, scope: string): Refusal | undefined {
  const granted = claims["scope"];
  const scopes = typeof granted === "string" ? granted.split(" ") : [];
  return scopes.includes(scope) ? undefined : refused(403, "insufficient_scope", scope);
}
// #endregion

function refused(status: Refusal["status"], error: string, scope?: string): Refusal {
  const wanted = scope === undefined ? "" : `, scope="${scope}"`;
  return { status, challenge: `Bearer realm="copies", error="${error}"${wanted}` };
}
