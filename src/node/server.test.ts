import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE, BOB, CALLBACK, OPAQUE_CLIENT, SERVER_CLIENT } from "../grants/cast.ts";
import { type RunningServer, startServer } from "./server.ts";
import { locationOf, REDIRECT_URI, sendRaw, signInAndAllow } from "./testing.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

const verifier = randomBytes(32).toString("base64url");

function authorizationUrl(client_id = SERVER_CLIENT.id, redirect_uri = REDIRECT_URI): URL {
  const url = new URL(`${server.issuer}/authorize`);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id,
    redirect_uri,
    scope: "photos.read photos.write",
    state: "s1",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();
  return url;
}

async function tokensFor(person: typeof ALICE) {
  const back = await signInAndAllow(authorizationUrl(), person);
  const response = await fetch(`${server.issuer}/token`, {
    method: "POST",
    headers: { Authorization: `Basic ${btoa(`${SERVER_CLIENT.id}:${SERVER_CLIENT.secret}`)}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: REDIRECT_URI,
      code_verifier: verifier,
    }),
  });
  const tokens: Record<string, unknown> = await response.json();
  return { back, status: response.status, tokens };
}

const bearer = (token: unknown) => ({ Authorization: `Bearer ${String(token)}` });

describe("the server on Node", () => {
  it("has its origin as issuer (RFC 8414 §3)", async () => {
    const response = await fetch(`${server.issuer}/.well-known/oauth-authorization-server`);
    expect(server.issuer).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({
        issuer: server.issuer,
        token_endpoint: `${server.issuer}/token`,
        jwks_uri: `${server.issuer}/jwks`,
      }),
    ]);
  });

  it("sends its session cookie over HTTP", async () => {
    const response = await fetch(authorizationUrl(), { redirect: "manual" });
    expect([response.status, locationOf(response).pathname]).toEqual([303, "/login"]);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; (?=.*HttpOnly)(?=.*SameSite=Lax)(?!.*Secure)/),
    ]);
  });

  it("signs people in, issues tokens for a code with PKCE and serves their photos", async () => {
    const { back, status, tokens } = await tokensFor(BOB);
    expect([back.origin + back.pathname, back.searchParams.get("state")]).toEqual([
      REDIRECT_URI,
      "s1",
    ]);
    expect(back.searchParams.get("iss")).toBe(server.issuer);
    expect([status, tokens["token_type"]]).toEqual([200, "Bearer"]);
    const photos = await fetch(`${server.issuer}/photos`, {
      headers: bearer(tokens["access_token"]),
    });
    expect([photos.status, await photos.json()]).toEqual([
      200,
      {
        photos: [
          { id: "b1", title: "Crane at sunrise", taken: "2026-03-09" },
          { id: "b2", title: "The bridge, half built", taken: "2026-04-12" },
        ],
      },
    ]);
  });

  it("keeps photos that were added", async () => {
    const headers = bearer((await tokensFor(ALICE)).tokens["access_token"]);
    const added = await fetch(`${server.issuer}/photos`, {
      method: "POST",
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify({ title: "Cheshire cat" }),
    });
    const photo: unknown = await added.json();
    const listed = await fetch(`${server.issuer}/photos`, { headers });
    expect(await listed.json()).toEqual({
      photos: [
        { id: "a1", title: "White rabbit, running late", taken: "2026-05-04" },
        { id: "a2", title: "Tea for three", taken: "2026-05-17" },
        { id: "a3", title: "Croquet on the lawn", taken: "2026-06-21" },
        photo,
      ],
    });
  });

  it("asks about opaque tokens, and so knows when one was revoked (RFC 7662 §2)", async () => {
    const client_id = OPAQUE_CLIENT.id;
    const back = await signInAndAllow(authorizationUrl(client_id, CALLBACK), BOB);
    const post = (path: string, fields: Readonly<Record<string, string>>) =>
      fetch(`${server.issuer}${path}`, {
        method: "POST",
        body: new URLSearchParams({ client_id, ...fields }),
      });
    const redeemed = await post("/token", {
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    });
    const { access_token: token }: { access_token: string } = await redeemed.json();
    expect(token).toMatch(/^[\w-]{43}$/);
    const call = () => fetch(`${server.issuer}/photos`, { headers: bearer(token) });
    expect((await call()).status).toBe(200);
    await post("/revoke", { token });
    const after = await call();
    expect([after.status, await after.json()]).toEqual([
      401,
      {
        error: "invalid_token",
        error_description: "The authorization server says that the token is not active",
      },
    ]);
  });

  it("challenges a call without a token (RFC 6750 §3)", async () => {
    const response = await fetch(`${server.issuer}/photos`);
    expect([response.status, response.headers.get("WWW-Authenticate")]).toEqual([
      401,
      'Bearer realm="photos", DPoP realm="photos", algs="ES256"',
    ]);
  });
});

describe("bad input over HTTP", () => {
  const lives = async () => (await fetch(`${server.issuer}/jwks`)).status;

  it.each([
    ["noise", "\u0000\u0001\u0002 hello\r\n\r\n"],
    ["a TLS handshake", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\r\n\r\n"],
    ["no host", "GET / HTTP/1.1\r\n\r\n"],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"],
    ["a broken absolute URL", "GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
    ["a target that is no path", "GET photos HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
    ["a backslash", "GET /\\\\evil HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
    ["broken encoding", "GET /%zz%E0%A4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
    [
      "broken encoding in a query",
      "GET /authorize?client_id=%zz%FF%00&x=%E0%A4 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    ],
    ["a star", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
    ["a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n"],
    ["TRACE", "TRACE /token HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
    ["an unknown method", "BREW /token HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"],
    ["long headers", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(70_000)}\r\n\r\n`],
    [
      "two lengths",
      "POST /token HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
    ],
  ])("answers %s with 4xx and lives", async (_what, bytes) => {
    expect(await sendRaw(server.issuer, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await lives()).toBe(200);
  });

  it("lives when a client goes away in the middle of its body", async () => {
    await sendRaw(
      server.issuer,
      "POST /token HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ngrant",
    );
    expect(await lives()).toBe(200);
  });

  it.each(["/token", "/register", "/revoke", "/introspect", "/authorize", "/login", "/consent"])(
    "refuses 5 MB for %s with 4xx",
    async (path) => {
      const type = path === "/register" ? "application/json" : "application/x-www-form-urlencoded";
      const response = await fetch(server.issuer + path, {
        method: "POST",
        headers: { "Content-Type": type },
        body: "x".repeat(5_000_000),
      });
      await response.text();
      expect(response.status).toBe(413);
      expect(await lives()).toBe(200);
    },
  );

  it("refuses 5 MB for a photo with 413", async () => {
    const { tokens } = await tokensFor(ALICE);
    const response = await fetch(`${server.issuer}/photos`, {
      method: "POST",
      headers: { ...bearer(tokens["access_token"]), "Content-Type": "application/json" },
      body: "x".repeat(5_000_000),
    });
    expect([response.status, await response.json()]).toEqual([
      413,
      { error: "content_too_large", error_description: "The body is over 64 kB" },
    ]);
  });
});

describe("starting and stopping", () => {
  it("rejects when the port is in use", async () => {
    const port = Number(new URL(server.issuer).port);
    await expect(startServer({ port, host: "127.0.0.1" })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  it("answers nobody after it is closed, though a connection was kept open", async () => {
    const other = await startServer({ port: 0, host: "127.0.0.1" });
    expect((await fetch(`${other.issuer}/jwks`)).status).toBe(200);
    await other.close();
    await expect(fetch(`${other.issuer}/jwks`)).rejects.toThrow("fetch failed");
  });
});
