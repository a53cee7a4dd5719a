import { decodeProtectedHeader, type JWK, jwtVerify } from "jose";
import { authorizationCodeServer } from "../../grants/authorization-code/server.ts";
import type { Client } from "../ports.ts";
import { asking, basic, CALLBACK, type Fields, redeeming, testServer } from "../testing.ts";
import type { TestServer } from "../testing.ts";

/** A client that signs people in. */
export const SIGNING_IN: Client = {
  clientId: "album",
  clientName: "Album",
  redirectUris: [CALLBACK],
  grantTypes: ["authorization_code", "refresh_token"],
  responseTypes: ["code"],
  scope: "openid profile email offline_access photos.read",
  secret: "album-secret",
  authMethod: "client_secret_basic",
  requirePkce: true,
};

/** The same, registered for RS256. */
export const WITH_RSA: Client = { ...SIGNING_IN, clientId: "old", idTokenAlgorithm: "RS256" };

/** A page that signs people in: it has no secret. */
export const PAGE_SIGNING_IN: Client = {
  clientId: "album-page",
  clientName: "Album",
  redirectUris: [CALLBACK],
  grantTypes: ["authorization_code", "refresh_token"],
  responseTypes: ["code"],
  scope: SIGNING_IN.scope,
  authMethod: "none",
  requirePkce: true,
};

/** How a client of `openIdServer` authenticates. */
export const authOf = ({ clientId, secret = "" }: Client) => basic(clientId, secret);

/** A request of `SIGNING_IN` for a sign-in. */
export const signingIn = (change: Fields = {}) =>
  asking({ client_id: SIGNING_IN.clientId, scope: "openid", nonce: "n1", ...change });

/** `change` as for `testServer`. */
export function openIdServer(change: Parameters<typeof testServer>[1] = {}): Promise<TestServer> {
  const clients = [SIGNING_IN, WITH_RSA, PAGE_SIGNING_IN];
  return testServer([authorizationCodeServer], { clients, ...change });
}

export interface SignedIn {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly scope: string;
}

/** The tokens for `signingIn(change)`. */
export async function signedIn(
  server: TestServer,
  change: Fields = {},
  client: Client = SIGNING_IN,
): Promise<SignedIn> {
  const code = await server.code(signingIn({ client_id: client.clientId, ...change }));
  return tokensOf(await server.post("/token", redeeming(code), authOf(client)));
}

export function tokensOf(response: Response): Promise<SignedIn> {
  return response.json();
}

/** The keys of the server as it publishes them. */
export async function publishedKeys(server: TestServer): Promise<readonly JWK[]> {
  return (await keySetOf(await server.get("/jwks"))).keys;
}

function keySetOf(response: Response): Promise<{ readonly keys: readonly JWK[] }> {
  return response.json();
}

/** The header and the claims of an ID token whose signature fits a key the server publishes. */
export async function verified(server: TestServer, idToken: string | undefined) {
  if (idToken === undefined) throw new Error("There is no ID token.");
  const header = decodeProtectedHeader(idToken);
  const key = (await publishedKeys(server)).find(({ kid }) => kid === header.kid);
  if (key === undefined) throw new Error("Its key is not published.");
  const { payload } = await jwtVerify(idToken, key, { currentDate: new Date(0) });
  return { header, claims: payload };
}
