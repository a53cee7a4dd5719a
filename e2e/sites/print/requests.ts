import { isRecord, jsonObject } from "../../../src/oauth/json.ts";
import { s256 } from "../../../src/oauth/pkce.ts";
import type { WireRequest } from "../../../src/oauth/wire.ts";

/** A request as a walk makes it, sent by a page’s script. */
export function send({ method, url, headers }: WireRequest): Promise<Response> {
  return fetch(url, { method, headers: headers.map(([name, value]) => [name, value]) });
}

/** What a script needs to redeem a code (RFC 6749 §4.1.3, RFC 7636 §4.5). */
export interface Redeeming {
  readonly auth: string;
  readonly api: string;
  readonly callback: string;
  readonly client: { readonly id: string; readonly pkce: boolean };
  readonly code: string;
  readonly verifier: string;
}

/** The access token for a code; nothing when the server gives none. */
export async function redeem(redeeming: Redeeming): Promise<string | undefined> {
  const { auth, callback, client, code, verifier } = redeeming;
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: client.id,
    redirect_uri: callback,
    code,
    ...(client.pkce ? { code_verifier: verifier } : {}),
  });
  const response = await fetch(`${auth}/token`, { method: "POST", body });
  const token = jsonObject(await response.text())?.["access_token"];
  return response.ok && typeof token === "string" ? token : undefined;
}

/** The titles of the photos the API gives for a token; nothing when it refuses. */
export async function readPhotos(
  api: string,
  token: string,
): Promise<readonly string[] | undefined> {
  const headers = { Authorization: `Bearer ${token}` };
  const response = await fetch(`${api}/photos`, { headers });
  return response.ok ? titlesIn(await response.text()) : undefined;
}

/** The titles in an answer of the photo API. */
export function titlesIn(body: string): readonly string[] {
  const photos = jsonObject(body)?.["photos"];
  return (Array.isArray(photos) ? photos : []).filter(isRecord).map(({ title }) => String(title));
}

/** The PKCE parameters of an authorization request (RFC 7636 §4.3). */
export async function challengeFor(
  verifier: string,
  method: "S256" | "plain" = "S256",
): Promise<Record<string, string>> {
  return {
    code_challenge: method === "plain" ? verifier : await s256(verifier),
    code_challenge_method: method,
  };
}
