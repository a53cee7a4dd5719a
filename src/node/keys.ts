import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import type { SigningKeys } from "../authorization-server/ports.ts";
import { memoised } from "../oauth/memoised.ts";

type Pair = Omit<SigningKeys, "rsa">;

/** A fresh ES256 key pair, and one for RS256 once a client needs it; their ids are the keys' thumbprints (RFC 7638). */
export async function newSigningKeys(): Promise<SigningKeys> {
  return { ...(await newPair("ES256")), rsa: lateKeys(() => newPair("RS256")) };
}

/** Keys that are made when they are first needed. */
function lateKeys(make: () => Promise<Pair>): NonNullable<SigningKeys["rsa"]> {
  let needed = false;
  const get = memoised(make);
  return {
    get: () => {
      needed = true;
      return get();
    },
    made: async () => (needed ? get() : undefined),
  };
}

async function newPair(alg: "ES256" | "RS256"): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicJwk: { ...jwk, kid, alg, use: "sig" } };
}
