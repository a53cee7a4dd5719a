import type { JSONWebKeySet } from "jose";

const PATIENCE_MS = 5000;

/** Fetches the authorization server's key set (RFC 7517 §5). Throws when none can be had. */
export async function fetchKeySet(
  fetch: (request: Request) => Promise<Response>,
  uri: string,
): Promise<JSONWebKeySet> {
  const headers = { Accept: "application/jwk-set+json, application/json" };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(new Request(uri, { headers, signal, redirect: "error" }));
  if (response.status !== 200) throw new TypeError(`${uri} answered ${response.status}`);
  const keySet: unknown = await response.json();
  if (!isKeySet(keySet)) throw new TypeError(`${uri} is not a JWK set`);
  return keySet;
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  return typeof value === "object" && value !== null && "keys" in value && isKeys(value.keys);
}

function isKeys(value: unknown): boolean {
  return Array.isArray(value) && value.every((key) => typeof key === "object" && key !== null);
}
