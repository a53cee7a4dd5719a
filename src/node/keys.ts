import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import type { SigningKeys } from "../authorization-server/ports.ts";

/** A fresh ES256 key pair; its id is the key's thumbprint (RFC 7638). */
export async function newSigningKeys(): Promise<SigningKeys> {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicJwk: { ...jwk, kid, alg: "ES256", use: "sig" } };
}
