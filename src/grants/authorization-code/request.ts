import type { Read, Values } from "../../flow/define-flow.ts";
import { s256 } from "../../oauth/pkce.ts";
import { randomToken } from "../../oauth/random.ts";
import { withQuery } from "../../oauth/wire.ts";
import { AUTH, CALLBACK, SCOPE } from "../cast.ts";
import { returnedIn } from "../steps/returned.ts";
import type { Answer } from "../../flow/define-flow.ts";

/** What the client makes before it asks: a state, and with PKCE a verifier and its challenge. */
export async function prepare(pkce: boolean): Promise<Values<"state" | "verifier" | "challenge">> {
  const state = randomToken();
  if (!pkce) return { state };
  const verifier = randomToken();
  return { state, verifier, challenge: await s256(verifier) };
}

/** What a client asks with, besides what it makes anew for each request. */
export interface Asking {
  readonly id: string;
  readonly redirectUri?: string;
  readonly scope?: string;
  /** OpenID Connect Core §3.1.2.1. */
  readonly nonce?: string;
}

/** The authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3). */
export function authorizationUrl(
  { id, redirectUri = CALLBACK, scope = SCOPE, nonce }: Asking,
  read: Read<"state" | "challenge">,
): string {
  const challenge = read.maybe("challenge");
  return withQuery(`${AUTH}/authorize`, {
    response_type: "code",
    client_id: id,
    redirect_uri: redirectUri,
    scope,
    state: read("state"),
    ...(nonce === undefined ? {} : { nonce }),
    ...(challenge === undefined
      ? {}
      : { code_challenge: challenge, code_challenge_method: "S256" }),
  });
}

/** The parameters of the token request (RFC 6749 §4.1.3, RFC 7636 §4.5). */
export function redeemFields(
  read: Read<"code" | "verifier">,
  redirectUri = CALLBACK,
): Record<string, string> {
  const verifier = read.maybe("verifier");
  return {
    grant_type: "authorization_code",
    code: read("code"),
    redirect_uri: redirectUri,
    ...(verifier === undefined ? {} : { code_verifier: verifier }),
  };
}

/** What came back to the redirect URI, right or wrong (RFC 6749 §4.1.2, §4.1.2.1; RFC 9207 §2). */
export function readCallback(answer: Answer) {
  return returnedIn(new URL(answer.request.url).searchParams, "code");
}
