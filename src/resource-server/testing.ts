import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import type { CheckResult } from "../oauth/checks.ts";
import { createResourceServer, type ResourceServerConfig } from "./create.ts";

export const ISSUER = "https://auth.example";
export const API = "https://api.example";
export const NOW = 1_790_000_000;

/** The claims of a token that the API accepts for reading alice's photos. */
export const CLAIMS = {
  iss: ISSUER,
  aud: API,
  sub: "alice",
  client_id: "print",
  jti: "t1",
  iat: NOW - 10,
  exp: NOW + 300,
  scope: "photos.read",
};

/** A photo API, the key its authorization server signs with, and what the API's checks said. */
export async function apiWithKey(change: Partial<ResourceServerConfig> = {}) {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const publicJwk: JWK = { ...(await exportJWK(publicKey)), kid: "k1", alg: "ES256", use: "sig" };
  const reports: (readonly CheckResult[])[] = [];
  const fetched: string[] = [];
  const api = createResourceServer({
    identifier: API,
    issuer: ISSUER,
    now: () => NOW,
    report: (results) => reports.push(results),
    async fetch(request) {
      fetched.push(request.url);
      return Response.json({ keys: [publicJwk] });
    },
    ...change,
  });
  const sign = (claims: object, header: object = {}) =>
    new SignJWT({ ...claims })
      .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "k1", ...header })
      .sign(privateKey);
  return { api, sign, reports, fetched, publicJwk, privateKey };
}

/** The id of the check that refused, per request; "none" where all passed. */
export function refusers(reports: readonly (readonly CheckResult[])[]): string[] {
  return reports.map((results) => results.find((row) => row.outcome === "failed")?.id ?? "none");
}

/** A request for the photos, by default with a GET and this bearer token. */
export function photosRequest(token?: string, init: RequestInit = {}): Request {
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set("Authorization", `Bearer ${token}`);
  return new Request(`${API}/photos`, { ...init, headers });
}
