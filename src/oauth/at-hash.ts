import { base64url } from "jose";

/** The left half of an access token's SHA-256, by which an ID token names it (OpenID Connect Core §3.1.3.6). */
export async function atHash(accessToken: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(accessToken));
  return base64url.encode(new Uint8Array(digest, 0, digest.byteLength / 2));
}
