import {
  decodeJwt,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from "jose";
import { jsonObject } from "../../src/oauth/json.ts";
import { inFront, type Told } from "./prepare.ts";
import type { Place } from "./run-row.ts";

/** What is wrong with the answers of a sign-in; nothing where it is not said. */
interface Forgery {
  /** In place of those of the ID token. */
  readonly claims?: JWTPayload;
  /** Signed with a key that the server does not publish. */
  readonly byStranger?: true;
  /** The name of the key, in place of the one it is signed with. */
  readonly kid?: string;
  /** Not signed at all, and says so (RFC 7519 §6). */
  readonly unsigned?: true;
  readonly noIdToken?: true;
  /** In place of those of UserInfo. */
  readonly userInfo?: Readonly<Record<string, unknown>>;
}

/** An OpenID provider with keys of its own, whose answers are forged like that. */
export function forged({ claims, byStranger, kid, unsigned, noIdToken, userInfo }: Forgery) {
  return async (place: Place): Told => {
    const [own, stranger] = [await generateKeyPair("ES256"), await generateKeyPair("ES256")];
    const jwk = { ...(await exportJWK(own.publicKey)), kid: "own", alg: "ES256", use: "sig" };
    const idToken = async (genuine: unknown, issuer: string) => {
      const said = { ...decodeJwt(String(genuine)), iss: issuer, ...claims };
      if (unsigned) return new UnsecuredJWT(said).encode();
      return new SignJWT(said)
        .setProtectedHeader({ alg: "ES256", kid: kid ?? jwk.kid })
        .sign((byStranger ? stranger : own).privateKey);
    };
    const changes: Readonly<
      Record<string, (body: Readonly<Record<string, unknown>>, issuer: string) => Promise<unknown>>
    > = {
      "/jwks": async () => ({ keys: [jwk] }),
      "/token": async ({ id_token: genuine, ...rest }, issuer) =>
        noIdToken ? rest : { ...rest, id_token: await idToken(genuine, issuer) },
      "/userinfo": async (body) => ({ ...body, ...userInfo }),
    };
    const change = async (path: string, answered: string, issuer: string) => {
      const body = jsonObject(answered);
      const changed = body && changes[path]?.(body, issuer);
      return changed === undefined ? answered : JSON.stringify(await changed);
    };
    return inFront(place, () => false, change);
  };
}
