import { type JWK, SignJWT } from "jose";
import { ALGORITHM } from "./jwt.ts";
import { randomToken } from "./random.ts";

/** Whom a client asks, and when. */
export interface Asking {
  readonly clientId: string;
  /** The issuer identifier of the server. */
  readonly issuer: string;
  /** Epoch seconds. */
  readonly now: number;
}

/** What an assertion says of itself otherwise than it should, for a walk to show that it is refused. */
export interface Otherwise {
  /** The header. */
  readonly typ?: string;
  readonly iss?: string;
  readonly aud?: string;
}

/**
 * An assertion a client authenticates with, signed with its private key and good for a minute (RFC 7523 §3; RFC
 * 7523bis §4: its type, and the issuer as its only audience).
 */
export async function makeAssertion(
  privateKey: JWK,
  { clientId, issuer, now }: Asking,
  { typ = "client-authentication+jwt", iss = clientId, aud = issuer }: Otherwise = {},
): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ typ, alg: ALGORITHM })
    .setIssuer(iss)
    .setSubject(clientId)
    .setAudience(aud)
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .setJti(randomToken())
    .sign(privateKey);
}
