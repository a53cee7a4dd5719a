import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from "jose";
import { withMoreScope } from "../../src/grants/access-token/tampering.ts";
import { ALICE, OPENID_CLIENT, PAGE_CLIENT } from "../../src/grants/cast.ts";
import type { RunningServer } from "../../src/node/server.ts";
import { REDIRECT_URI, signInAndAllow } from "../../src/node/testing.ts";
import { jsonObject } from "../../src/oauth/json.ts";
import { s256 } from "../../src/oauth/pkce.ts";
import { withQuery } from "../../src/oauth/wire.ts";
import { answering, type Told } from "./prepare.ts";
import type { Place, Row } from "./run-row.ts";

const ourKeys = generateKeyPair("ES256");
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const INVALID = '401 Bearer realm="copies", error="invalid_token"';

/** The samples of the chapter on access tokens: an API, and in a shell a client that meets its refusals. */
export const accessTokenRows: readonly Row[] = [
  {
    sample: "access-token",
    title: "the API serves, and says why it refuses",
    languages: ["typescript", "python", "go"],
    runs: [
      {
        visit: everyRefusal,
        status: null,
        output: [
          'bare: 401 Bearer realm="copies"',
          'good: 200 {"copiesOf":"alice","count":0}',
          'to write: 403 Bearer realm="copies", error="insufficient_scope", scope="photos.write"',
          'allowed to write: 200 {"copiesOf":"alice","count":1}',
          `tampered: ${INVALID}`,
          `no token: ${INVALID}`,
          `ID token: ${INVALID}`,
          `another server: ${INVALID}`,
        ],
      },
      {
        env: { AUDIENCE: "https://other.example" },
        visit: async (address, { server }) => [
          await asked("audience", address, await tokenOf(server)),
        ],
        status: null,
        output: [`audience: ${INVALID}`],
      },
      {
        env: { JWKS: "http://127.0.0.1:9/jwks" },
        visit: async (address, { server }) => [
          await asked("no keys", address, await tokenOf(server)),
        ],
        status: null,
        output: ["no keys: 503"],
      },
      {
        prepare: async ({ server }) => ({ JWKS: `${server.issuer}/nowhere` }),
        visit: async (address, { server }) => [
          await asked("a page in place of keys", address, await tokenOf(server)),
        ],
        status: null,
        output: ["a page in place of keys: 503"],
      },
    ],
  },
  {
    sample: "access-token",
    title: "the API refuses a token that has expired",
    languages: ["typescript", "python", "go"],
    policy: { accessTokenLifetime: -1 },
    runs: [
      {
        visit: async (address, { server }) => [
          await asked("expired", address, await tokenOf(server)),
        ],
        status: null,
        output: [`expired: ${INVALID}`],
      },
    ],
  },
  {
    sample: "access-token",
    title: "the API refuses a token without a scope",
    languages: ["typescript", "python", "go"],
    runs: [
      {
        prepare: keysOfOurs,
        visit: async (address, { server }) => [
          await asked("without a scope", address, await withoutScope(await tokenOf(server))),
        ],
        status: null,
        output: ['without a scope: 403 Bearer realm="copies", error="insufficient_scope"'],
      },
    ],
  },
  {
    sample: "access-token",
    title: "a client that meets the API’s refusals",
    languages: ["curl"],
    runs: [
      {
        status: 0,
        output: [
          "With the token:",
          "200 OK",
          '{"jobs":[{"id":"j1"',
          "Without one:",
          "401 Unauthorized",
          'Bearer realm="print-jobs"',
          "With one that was changed:",
          'error="invalid_token"',
          "Where it does not reach:",
          "403 Forbidden",
          'error="insufficient_scope"',
          '"active":true',
          "Taken back:",
          "200 OK",
          '{"active":false}',
        ],
      },
    ],
  },
];

/** A server's keys, with which tokens can be signed that no server of the place signs. */
async function keysOfOurs(place: Place): Told {
  const jwk = { ...(await exportJWK((await ourKeys).publicKey)), kid: "ours", alg: "ES256" };
  const { ISSUER } = await answering("/jwks", { keys: [jwk] })(place);
  return { JWKS: `${ISSUER}/jwks` };
}

async function withoutScope(token: string): Promise<string> {
  const { scope: _, ...claims } = decodeJwt(token);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "ours" })
    .sign((await ourKeys).privateKey);
}

async function everyRefusal(address: URL, { server, another }: Place): Promise<readonly string[]> {
  const token = await tokenOf(server);
  const { id_token: idToken } = await issued(server, OPENID_CLIENT, "openid");
  return [
    await asked("bare", address),
    await asked("good", address, token),
    await asked("to write", address, token, "POST"),
    await asked("allowed to write", address, await tokenOf(server, "photos.write"), "POST"),
    await asked("tampered", address, withMoreScope(token)),
    await asked("no token", address, "made-up"),
    await asked("ID token", address, String(idToken)),
    await asked("another server", address, await tokenOf(await another())),
  ];
}

/** The status, the challenge and the body of an answer, as one line. */
async function asked(what: string, address: URL, token?: string, method = "GET"): Promise<string> {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(address, { method, headers });
  const challenge = response.headers.get("WWW-Authenticate") ?? "";
  const body = (await response.text()).replaceAll(/\s/g, "");
  return `${what}: ${[String(response.status), challenge, body].filter((part) => part !== "").join(" ")}`;
}

/** An access token for Alice's photos. */
async function tokenOf(server: RunningServer, scope = "photos.read"): Promise<string> {
  return String((await issued(server, PAGE_CLIENT, scope))["access_token"]);
}

/** What a client gets for a code of Alice's. */
async function issued(
  { issuer }: RunningServer,
  { id, secret }: { readonly id: string; readonly secret?: string },
  scope: string,
) {
  const address = withQuery(`${issuer}/authorize`, {
    response_type: "code",
    client_id: id,
    redirect_uri: REDIRECT_URI,
    scope,
    code_challenge: await s256(VERIFIER),
    code_challenge_method: "S256",
  });
  const back = await signInAndAllow(new URL(address), ALICE);
  const answer = await fetch(`${issuer}/token`, {
    method: "POST",
    headers: secret === undefined ? {} : { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      ...(secret === undefined && { client_id: id }),
      code: back.searchParams.get("code") ?? "",
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
    }),
  });
  return jsonObject(await answer.text()) ?? {};
}
