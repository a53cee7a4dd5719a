import { SignJWT } from "jose";
import { atHash } from "../../oauth/at-hash.ts";
import type { Client, ServerContext, SigningKeys } from "../ports.ts";
import type { SignIn } from "../records.ts";

/** How long a client may take to read an ID token, in seconds; the session it begins lasts as long as it likes. */
const LIFETIME = 600;

interface IdTokenFacts {
  readonly client: Client;
  readonly subject: string;
  readonly signIn: SignIn;
  /** The one issued with it (OpenID Connect Core §3.1.3.6). */
  readonly accessToken: string;
}

/** An ID token (OpenID Connect Core §2): who signed in, when, where, and to whom this is said. */
export async function idTokenFor(
  server: ServerContext,
  { client, subject, signIn: { nonce, authTime }, accessToken }: IdTokenFacts,
): Promise<string> {
  const { alg, keys } = await signerFor(server, client);
  const issuedAt = server.now();
  return new SignJWT({
    ...(authTime === undefined ? {} : { auth_time: authTime }),
    ...(nonce === undefined ? {} : { nonce }),
    at_hash: await atHash(accessToken),
  })
    .setProtectedHeader({ alg, kid: keys.kid })
    .setIssuer(server.issuer)
    .setSubject(subject)
    .setAudience(client.clientId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME)
    .sign(keys.privateKey);
}

async function signerFor(
  { keys }: ServerContext,
  { idTokenAlgorithm = "ES256" }: Client,
): Promise<{ readonly alg: "ES256" | "RS256"; readonly keys: Omit<SigningKeys, "rsa"> }> {
  if (idTokenAlgorithm === "ES256") return { alg: "ES256", keys };
  if (keys.rsa === undefined) throw new Error("This server has no keys for RS256.");
  return { alg: "RS256", keys: await keys.rsa.get() };
}

/** The algorithms an ID token can be signed with here; the first unless a client asks (Registration §2). */
export function idTokenAlgorithms({ keys }: ServerContext): readonly ("ES256" | "RS256")[] {
  return keys.rsa === undefined ? ["ES256"] : ["ES256", "RS256"];
}
