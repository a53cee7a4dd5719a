import { decodeJwt, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import {
  API,
  BASIC,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  NOW,
  POSTING as POSTER,
  PUBLIC,
  testServer,
} from "../testing.ts";

const server = await testServer(grantServers);
const introspect = (fields: Fields, headers = BASIC) => server.post("/introspect", fields, headers);
const POSTING = { client_id: "poster", client_secret: "poster-secret" };
const INACTIVE = { active: false };

describe("introspection", () => {
  it("tells of an active access token (RFC 7662 §2.2)", async () => {
    const { access_token: token } = await server.tokens();
    const response = await introspect({ token });
    expect([
      response.status,
      response.headers.get("Content-Type"),
      response.headers.get("Cache-Control"),
      server.refusedBy(),
    ]).toEqual([200, "application/json", "no-store", "none"]);
    expect(await response.json()).toEqual({
      active: true,
      token_type: "Bearer",
      client_id: "print",
      sub: "alice-1",
      scope: "photos.read",
      iss: ISSUER,
      aud: API,
      iat: NOW,
      exp: NOW + 900,
      jti: decodeJwt(token).jti,
    });
  });

  it("tells of an active refresh token, whatever the hint (RFC 7662 §2.1)", async () => {
    const { refresh_token: token } = await server.tokens();
    for (const token_type_hint of ["refresh_token", "access_token", "pigeon", undefined]) {
      expect(await (await introspect({ token, token_type_hint })).json()).toEqual({
        active: true,
        client_id: "print",
        scope: "photos.read",
        iss: ISSUER,
        exp: NOW + 30 * 24 * 3600,
      });
    }
  });

  it("says nothing of a token but that it is not active (RFC 7662 §2.2)", async () => {
    const own = await testServer(grantServers);
    const first = await own.tokens();
    const tell = async (token: string, fields: Fields = {}, headers = BASIC) => {
      const response = await own.post("/introspect", { token, ...fields }, headers);
      const body: unknown = await response.json();
      return [response.status, body];
    };
    expect(await tell("made up")).toEqual([200, INACTIVE]);
    expect(await tell(`${first.access_token}x`)).toEqual([200, INACTIVE]);
    expect(await tell(await own.code())).toEqual([200, INACTIVE]);
    expect(await tell(first.access_token, POSTING, {})).toEqual([200, INACTIVE]);
    expect(await tell(first.refresh_token, POSTING, {})).toEqual([200, INACTIVE]);
    await own.post("/token", { grant_type: "refresh_token", refresh_token: first.refresh_token });
    expect(await tell(first.refresh_token)).toEqual([200, INACTIVE]);
    own.advance(900);
    expect(await tell(first.access_token)).toEqual([200, INACTIVE]);
  });

  it("is not fooled by a JWT of this server that is no access token, nor by another key's", async () => {
    const { access_token: token } = await server.tokens();
    const { jti = "" } = decodeJwt(token);
    const claims = { client_id: "print", scope: "photos.read" };
    const forge = (typ: string, issuer: string, key: CryptoKey) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "ES256", typ })
        .setIssuer(issuer)
        .setJti(jti)
        .sign(key);
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const other = await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"]);
    const { privateKey } = server.config.keys;
    const forged = [
      await forge("JWT", ISSUER, privateKey),
      await forge("at+jwt", "https://evil.example", privateKey),
      await forge("at+jwt", ISSUER, other.privateKey),
      `${btoa('{"alg":"none","typ":"at+jwt"}')}.${token.split(".")[1]}.`,
    ];
    for (const one of forged)
      expect(await (await introspect({ token: one })).json()).toEqual(INACTIVE);
    expect(await (await introspect({ token })).json()).toMatchObject({ active: true });
  });

  it("tells the API about every access token, and about no refresh token (RFC 7662 §2.2)", async () => {
    const api = { ...POSTER, clientId: "api", isResourceServer: true };
    const own = await testServer(grantServers, { clients: [CONFIDENTIAL, api] });
    const tokens = await own.tokens();
    const asApi = async (token: string): Promise<unknown> => {
      const fields = { token, client_id: "api", client_secret: api.secret };
      return (await own.post("/introspect", fields, {})).json();
    };
    expect(await asApi(tokens.access_token)).toMatchObject({ active: true, client_id: "print" });
    expect(await asApi(tokens.refresh_token)).toEqual(INACTIVE);
  });

  it("tells what an opaque token stands for, and takes no jti for a token (RFC 7662 §2.2)", async () => {
    const opaque = { ...CONFIDENTIAL, accessTokens: "opaque" } as const;
    const own = await testServer(grantServers, { clients: [opaque] });
    const { access_token: token } = await own.tokens();
    expect(token).toMatch(/^[\w-]{43}$/);
    const tell = async (): Promise<unknown> => (await own.post("/introspect", { token })).json();
    expect(await tell()).toEqual({
      active: true,
      token_type: "Bearer",
      client_id: "print",
      sub: "alice-1",
      scope: "photos.read",
      iss: ISSUER,
      aud: API,
      iat: NOW,
      exp: NOW + 900,
    });
    await own.post("/revoke", { token });
    expect(await tell()).toEqual(INACTIVE);
    const { jti = "" } = decodeJwt((await server.tokens()).access_token);
    expect(await (await introspect({ token: jti })).json()).toEqual(INACTIVE);
  });

  it("is for clients that authenticate (RFC 7662 §2.1)", async () => {
    const { access_token: token } = await server.tokens();
    const response = await introspect({ token }, {});
    expect([response.status, response.headers.get("WWW-Authenticate"), server.refusedBy()]).toEqual(
      [401, 'Basic realm="authorization server", charset="UTF-8"', "token.client-authenticated"],
    );
  });

  it("is not for public clients, which anyone may pretend to be (RFC 7662 §2.1)", async () => {
    const { access_token: token } = await server.tokens();
    const response = await introspect({ token, client_id: PUBLIC.clientId }, {});
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      401,
      { error: "invalid_client", error_description: "Client authentication failed" },
      "introspect.authorised",
    ]);
  });

  it("needs a token (RFC 7662 §2.1)", async () => {
    const response = await introspect({ token: "" });
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      { error: "invalid_request", error_description: "token is missing" },
      "introspect.token-present",
    ]);
  });
});
