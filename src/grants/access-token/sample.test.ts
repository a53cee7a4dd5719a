import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../../node/server.ts";
import { REDIRECT_URI, signInAndAllow } from "../../node/testing.ts";
import { s256 } from "../../oauth/pkce.ts";
import { withQuery } from "../../oauth/wire.ts";
import { ALICE, PAGE_CLIENT } from "../cast.ts";
import { withMoreScope } from "./tampering.ts";

const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const children: ChildProcess[] = [];
const servers: RunningServer[] = [];
let server: RunningServer;
let copies: string;

beforeAll(async () => {
  server = await started();
  copies = await api({ ISSUER: server.issuer });
});
afterAll(async () => {
  for (const child of children) child.kill();
  for (const one of servers) await one.close();
});

async function started(policy: Parameters<typeof startServer>[1] = {}): Promise<RunningServer> {
  const one = await startServer({ port: 0, host: "127.0.0.1" }, policy);
  servers.push(one);
  return one;
}

/** Runs the API as `npm start` does; its address. */
async function api(environment: Readonly<Record<string, string>>): Promise<string> {
  const script = fileURLToPath(new URL("sample/typescript/api.ts", import.meta.url));
  const env = { ...process.env, PORT: "0", ...environment };
  const child = spawn(process.execPath, ["--import", "tsx", script], { env });
  children.push(child);
  const [line]: unknown[] = await once(child.stdout, "data");
  return String(line).trim();
}

/** An access token for reading Alice's photos. */
async function tokenOf({ issuer }: RunningServer): Promise<string> {
  const back = await signInAndAllow(
    new URL(
      withQuery(`${issuer}/authorize`, {
        response_type: "code",
        client_id: PAGE_CLIENT.id,
        redirect_uri: REDIRECT_URI,
        scope: "photos.read",
        code_challenge: await s256(VERIFIER),
        code_challenge_method: "S256",
      }),
    ),
    ALICE,
  );
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
  const { access_token: token }: { access_token: string } = await answer.json();
  return token;
}

async function asked(address: string, token?: string, method = "GET") {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(address, { method, headers });
  return [response.status, response.headers.get("WWW-Authenticate"), await response.text()];
}

const INVALID = [401, 'Bearer realm="copies", error="invalid_token"', ""];

describe("the sample API, with tokens of the server of npm run as", () => {
  it("serves whom the token names", async () => {
    expect(await asked(copies, await tokenOf(server))).toEqual([
      200,
      null,
      '{"copiesOf":"alice","count":0}',
    ]);
  });

  it("says what it wants when there is no token (RFC 6750 §3)", async () => {
    expect(await asked(copies)).toEqual([401, 'Bearer realm="copies"', ""]);
  });

  it("refuses a token that was changed, or is none (RFC 9068 §4)", async () => {
    expect(await asked(copies, withMoreScope(await tokenOf(server)))).toEqual(INVALID);
    expect(await asked(copies, "made-up")).toEqual(INVALID);
  });

  it("refuses what the token does not allow (RFC 6750 §3.1)", async () => {
    expect(await asked(copies, await tokenOf(server), "POST")).toEqual([
      403,
      'Bearer realm="copies", error="insufficient_scope", scope="photos.write"',
      "",
    ]);
  });

  it("refuses a token that is meant for another API (RFC 9068 §4)", async () => {
    const other = await api({ ISSUER: server.issuer, AUDIENCE: "https://other.example" });
    expect(await asked(other, await tokenOf(server))).toEqual(INVALID);
  });

  it("refuses a token that has expired (RFC 9068 §4)", async () => {
    const hasty = await started({ accessTokenLifetime: -1 });
    const address = await api({ ISSUER: hasty.issuer });
    expect(await asked(address, await tokenOf(hasty))).toEqual(INVALID);
  });

  it("refuses a token of another server, and serves nobody without keys", async () => {
    const other = await started();
    expect(await asked(copies, await tokenOf(other))).toEqual(INVALID);
    const lost = await api({ ISSUER: server.issuer, JWKS: "http://127.0.0.1:9/jwks" });
    expect((await asked(lost, await tokenOf(server)))[0]).toBe(503);
  });
});
