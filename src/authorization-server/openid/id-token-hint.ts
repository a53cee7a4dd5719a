import { createLocalJWKSet, jwtVerify } from "jose";
import type { Parameters } from "../../oauth/parameters.ts";
import type { ServerContext } from "../ports.ts";

/**
 * The user an `id_token_hint` speaks of (OpenID Connect Core §3.1.2.1): the `sub` of an ID token this server signed,
 * however long ago; nothing where the request has none, or something else.
 */
export async function hintedSubject(
  parameters: Parameters,
  { issuer, keys }: Pick<ServerContext, "issuer" | "keys">,
): Promise<string | undefined> {
  const hint = parameters.get("id_token_hint");
  if (hint === undefined) return undefined;
  const rsa = await keys.rsa?.made();
  const jwks = { keys: [keys.publicJwk, ...(rsa === undefined ? [] : [rsa.publicJwk])] };
  try {
    const { payload, protectedHeader } = await jwtVerify(hint, createLocalJWKSet(jwks), {
      issuer,
      algorithms: ["ES256", "RS256"],
      requiredClaims: ["sub", "aud"],
      // It may have expired: it says who was there, and nobody is let in by it.
      currentDate: new Date(0),
    });
    // The same keys sign access tokens, which name their type (RFC 9068 §2.1).
    return protectedHeader.typ === undefined ? payload.sub : undefined;
  } catch {
    return undefined;
  }
}
