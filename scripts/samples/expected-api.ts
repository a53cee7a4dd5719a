import { withMoreScope } from "../../src/grants/access-token/tampering.ts";
import { ALICE, PAGE_CLIENT } from "../../src/grants/cast.ts";
import type { RunningServer } from "../../src/node/server.ts";
import { REDIRECT_URI, signInAndAllow } from "../../src/node/testing.ts";
import { jsonObject } from "../../src/oauth/json.ts";
import { s256 } from "../../src/oauth/pkce.ts";
import { withQuery } from "../../src/oauth/wire.ts";
import type { Place, Row } from "./run-row.ts";

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
        env: { PORT: "0" },
        visit: everyRefusal,
        status: null,
        output: [
          'bare: 401 Bearer realm="copies"',
          'good: 200 {"copiesOf":"alice","count":0}',
          'to write: 403 Bearer realm="copies", error="insufficient_scope", scope="photos.write"',
          'allowed to write: 200 {"copiesOf":"alice","count":1}',
          `tampered: ${INVALID}`,
          `no token: ${INVALID}`,
          `another server: ${INVALID}`,
        ],
      },
      {
        env: { PORT: "0", AUDIENCE: "https://other.example" },
        visit: async (address, { server }) => [
          await asked("audience", address, await tokenOf(server)),
        ],
        status: null,
        output: [`audience: ${INVALID}`],
      },
      {
        env: { PORT: "0", JWKS: "http://127.0.0.1:9/jwks" },
        visit: async (address, { server }) => [
          await asked("no keys", address, await tokenOf(server)),
        ],
        status: null,
        output: ["no keys: 503"],
      },
      {
        env: { PORT: "0" },
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
        env: { PORT: "0" },
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

async function everyRefusal(address: URL, { server, another }: Place): Promise<readonly string[]> {
  const token = await tokenOf(server);
  return [
    await asked("bare", address),
    await asked("good", address, token),
    await asked("to write", address, token, "POST"),
    await asked("allowed to write", address, await tokenOf(server, "photos.write"), "POST"),
    await asked("tampered", address, withMoreScope(token)),
    await asked("no token", address, "made-up"),
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
async function tokenOf({ issuer }: RunningServer, scope = "photos.read"): Promise<string> {
  const address = withQuery(`${issuer}/authorize`, {
    response_type: "code",
    client_id: PAGE_CLIENT.id,
    redirect_uri: REDIRECT_URI,
    scope,
    code_challenge: await s256(VERIFIER),
    code_challenge_method: "S256",
  });
  const back = await signInAndAllow(new URL(address), ALICE);
  const answer = await fetch(`${issuer}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: PAGE_CLIENT.id,
      code: back.searchParams.get("code") ?? "",
      redirect_uri: REDIRECT_URI,
      code_verifier: VERIFIER,
    }),
  });
  return String(jsonObject(await answer.text())?.["access_token"]);
}
