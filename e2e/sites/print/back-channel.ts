import {
  BFF_CLIENT,
  CLASSIC_CLIENT,
  MEDIATING_CLIENT,
  OPENID_CLIENT,
  SCOPE,
  SERVER_CLIENT,
} from "../../../src/grants/cast.ts";
import { type ClientAuth, tokenRequest } from "../../../src/grants/steps/tokens.ts";
import { jsonObject } from "../../../src/oauth/json.ts";
import { withQuery } from "../../../src/oauth/wire.ts";
import type { Origins } from "../addresses.ts";
import { send } from "../listen.ts";
import { challengeFor } from "./requests.ts";
import { callbackOf, type PrintSetup } from "./setup.ts";

// What the servers of Print have in common: the protocol of a confidential client.

/** What a sign-in under way needs later. */
export interface SignIn {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
}

export interface Tokens {
  readonly token: string | undefined;
  readonly idToken: string | undefined;
}

interface Secret {
  readonly auth: ClientAuth;
  readonly secret: string;
}

const SECRETS: readonly Secret[] = [
  { auth: { method: "client_secret_post", id: CLASSIC_CLIENT.id }, secret: CLASSIC_CLIENT.secret },
  ...[SERVER_CLIENT, OPENID_CLIENT, BFF_CLIENT, MEDIATING_CLIENT].map(
    ({ id, secret }): Secret => ({ auth: { method: "client_secret_basic", id }, secret }),
  ),
];

/** The authorization request of a sign-in (RFC 6749 §4.1.1, RFC 7636 §4.3, OpenID Connect Core §3.1.2.1). */
export async function authorizationRequest(
  { client, challengeMethod = "S256" }: PrintSetup,
  { state, verifier, nonce }: SignIn,
  origins: Origins,
): Promise<string> {
  return withQuery(`${origins.auth}/authorize`, {
    response_type: "code",
    client_id: client.id,
    redirect_uri: callbackOf(origins),
    ...(client.openId ? { scope: `openid ${SCOPE}`, nonce } : { scope: SCOPE }),
    state,
    ...(client.pkce ? await challengeFor(verifier, challengeMethod) : {}),
  });
}

/** Redeems a code (RFC 6749 §4.1.3). Throws for a client that has no secret. */
export async function redeemed(
  { client }: PrintSetup,
  { code, verifier }: { readonly code: string; readonly verifier: string },
  origins: Origins,
): Promise<Tokens> {
  const known = SECRETS.find(({ auth }) => auth.id === client.id);
  if (known === undefined) throw new RangeError(`${client.id} has no secret.`);
  const request = tokenRequest(known.auth, () => known.secret, {
    grant_type: "authorization_code",
    code,
    redirect_uri: callbackOf(origins),
    ...(client.pkce ? { code_verifier: verifier } : {}),
  });
  const { body } = await send({ ...request, url: `${origins.auth}/token` });
  const answer = jsonObject(body) ?? {};
  return { token: textIn(answer["access_token"]), idToken: textIn(answer["id_token"]) };
}

/** What the photo API answers to a token. */
export async function photosFor(token: string, api: string): Promise<string> {
  const headers = [["Authorization", `Bearer ${token}`]] as const;
  return (await send({ method: "GET", url: `${api}/photos`, headers })).body;
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
