import { grantClients } from "../../grants/servers.ts";
import { attackersClient } from "../../world/defaults.ts";
import type { Client } from "../ports.ts";
import { CHALLENGE, VERIFIER } from "../testing.ts";
import type { Parameters } from "./refusing-server.fixture.ts";

const SECRET_OR_NONE = ["none", "client_secret_basic", "client_secret_post"];

/** The clients of the walks that come with an authorization request: refusals are asked about for each of them. */
export const judgedClients: readonly Client[] = grantClients.filter(
  ({ responseTypes, authMethod }) =>
    responseTypes.length > 0 && SECRET_OR_NONE.includes(authMethod),
);

/** All that both servers know: those, and the attacker's. */
export const registeredClients: readonly Client[] = [...judgedClients, attackersClient];

export function asksForCodes({ responseTypes }: Client): boolean {
  return responseTypes.includes("code");
}

export function redirectUriOf({ redirectUris }: Client): string {
  return redirectUris.find((uri) => uri.startsWith("https:")) ?? redirectUris[0] ?? "";
}

/** The parameters of PKCE, where this client has to use it (RFC 7636 §4.3, §4.5). */
export function challengeOf({ requirePkce }: Client): Parameters {
  return requirePkce ? { code_challenge: CHALLENGE, code_challenge_method: "S256" } : {};
}

export function verifierOf({ requirePkce }: Client): Parameters {
  return requirePkce ? { code_verifier: VERIFIER } : {};
}

/** An authorization request of this client. */
export function asking(client: Client, change: Parameters = {}): Parameters {
  return {
    response_type: asksForCodes(client) ? "code" : "token",
    client_id: client.clientId,
    redirect_uri: redirectUriOf(client),
    scope: "photos.read",
    state: "s1",
    ...(asksForCodes(client) ? challengeOf(client) : {}),
    ...change,
  };
}

/** The token request of this client for a code, but for its authentication. */
export function redeeming(client: Client, code: string, change: Parameters = {}): Parameters {
  return {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUriOf(client),
    ...verifierOf(client),
    ...change,
  };
}

/** How this client authenticates: fields of the form, or HTTP Basic (RFC 6749 §2.3.1, §3.2.1). */
export interface Authentication {
  readonly fields: Parameters;
  readonly basic?: readonly [id: string, secret: string];
}

/** The authentication of this client, with its own secret or another one. */
export function authenticationOf(client: Client, secret = client.secret): Authentication {
  const { clientId, authMethod } = client;
  if (secret === undefined || authMethod === "none") return { fields: { client_id: clientId } };
  return authMethod === "client_secret_basic"
    ? { fields: {}, basic: [clientId, secret] }
    : { fields: { client_id: clientId, client_secret: secret } };
}
