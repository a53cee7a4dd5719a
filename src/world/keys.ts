import { exportJWK, generateKeyPair } from "jose";
import type { LateKeys, SigningKeys } from "../authorization-server/ports.ts";
import type { Store } from "../store/port.ts";
import type { SharedRecords } from "./records.ts";

type Pair = Omit<SigningKeys, "rsa">;

/** The keys of auth.example, which all sandboxes share; made once, those for RS256 when the first client needs them. */
export async function signingKeys(
  shared: Store<SharedRecords>,
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>,
): Promise<SigningKeys> {
  const rsa: LateKeys = {
    get: () => inTurn(() => madeOnce(shared, "auth-rsa", "RS256")),
    made: async () => (await shared.get("keys", "auth-rsa"))?.value,
  };
  return { ...(await inTurn(() => madeOnce(shared, "auth", "ES256"))), rsa };
}

async function madeOnce(
  shared: Store<SharedRecords>,
  id: string,
  alg: "ES256" | "RS256",
): Promise<Pair> {
  const known = await shared.get("keys", id);
  if (known !== undefined) return known.value;
  const { privateKey, publicKey } = await generateKeyPair(alg);
  const kid = crypto.randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg, use: "sig" };
  const keys = { kid, privateKey, publicJwk };
  await shared.put("keys", id, keys);
  return keys;
}
