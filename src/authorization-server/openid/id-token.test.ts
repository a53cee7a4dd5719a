import { decodeJwt } from "jose";
import { expect, it } from "vitest";
import { atHash } from "../../oauth/at-hash.ts";
import { BASIC, ISSUER, NOW, redeeming } from "../testing.ts";
import {
  authOf,
  openIdServer,
  publishedKeys,
  signedIn,
  SIGNING_IN,
  signingIn,
  tokensOf,
  verified,
  WITH_RSA,
} from "./signing-in.fixture.ts";

it("says who signed in, when, at whom, and to whom it is said (OpenID Connect Core §2, §3.1.3.6)", async () => {
  const server = await openIdServer();
  const { access_token, id_token, scope } = await signedIn(server);
  const { header, claims } = await verified(server, id_token);
  expect(header).toEqual({ alg: "ES256", kid: server.config.keys.kid });
  expect(claims).toEqual({
    iss: ISSUER,
    sub: "alice-1",
    aud: "album",
    iat: NOW,
    exp: NOW + 600,
    auth_time: NOW,
    nonce: "n1",
    at_hash: await atHash(access_token),
  });
  expect(scope).toBe("openid");
});

it("has no nonce when the request had none (OpenID Connect Core §2)", async () => {
  const server = await openIdServer();
  const { claims } = await verified(
    server,
    (await signedIn(server, { nonce: undefined })).id_token,
  );
  expect(claims["nonce"]).toBe(undefined);
});

it("names the time of the sign-in, not of the request (OpenID Connect Core §2)", async () => {
  const server = await openIdServer();
  const browser = server.browser();
  const alice = server.config.people[0];
  if (alice === undefined) throw new Error("Nobody is there.");
  await browser.walk(signingIn(), alice);
  server.advance(1000);
  const back = await browser.walk(signingIn(), alice);
  const code = back.searchParams.get("code") ?? "";
  const { id_token } = await tokensOf(
    await server.post("/token", redeeming(code), authOf(SIGNING_IN)),
  );
  expect((await verified(server, id_token)).claims).toMatchObject({
    auth_time: NOW,
    iat: NOW + 1000,
  });
});

it("is signed with RS256 for a client that is registered for it; the key is published once it exists (OpenID Connect Registration §2)", async () => {
  const server = await openIdServer();
  const before = await publishedKeys(server);
  const { id_token } = await signedIn(server, {}, WITH_RSA);
  const after = await publishedKeys(server);
  const { header } = await verified(server, id_token);
  expect(header.alg).toBe("RS256");
  expect(after.map(({ kty, alg }) => [kty, alg])).toEqual([
    ["EC", "ES256"],
    ["RSA", "RS256"],
  ]);
  expect(after.slice(0, before.length)).toEqual(before);
});

it("comes only where the request asked for a sign-in (OpenID Connect Core §3.1.2.1)", async () => {
  const server = await openIdServer();
  const tokens = await signedIn(server, { scope: "photos.read" });
  expect([tokens.id_token, tokens.scope]).toEqual([undefined, "photos.read"]);
});

it("goes with an access token for the UserInfo endpoint, and for the API where its scope was allowed (RFC 9068 §3)", async () => {
  const server = await openIdServer();
  const audienceOf = async (scope: string): Promise<unknown> => {
    const { access_token: token } = await signedIn(server, { scope });
    const told = await server.post("/introspect", { token }, authOf(SIGNING_IN));
    const { aud }: { readonly aud: unknown } = await told.json();
    expect(decodeJwt(token).aud).toEqual(aud);
    return aud;
  };
  expect(await audienceOf("openid")).toBe(`${ISSUER}/userinfo`);
  expect(await audienceOf("openid photos.read")).toEqual([
    "https://api.example",
    `${ISSUER}/userinfo`,
  ]);
  expect(await audienceOf("photos.read")).toBe("https://api.example");
});

it("goes with an access token for the API alone where the client named it, and so on refresh (RFC 8707 §2, §2.2)", async () => {
  const server = await openIdServer();
  const resource = "https://api.example";
  const offline = { scope: "openid offline_access photos.read", prompt: "consent" };
  const named = await signedIn(server, { ...offline, resource });
  expect([decodeJwt(named.access_token).aud, typeof named.id_token]).toEqual([resource, "string"]);
  const told = await server.post("/introspect", { token: named.access_token }, authOf(SIGNING_IN));
  expect(await told.json()).toMatchObject({ aud: resource });
  const refresh = async (token = "", fields = {}) =>
    tokensOf(
      await server.post(
        "/token",
        { grant_type: "refresh_token", refresh_token: token, ...fields },
        authOf(SIGNING_IN),
      ),
    );
  const again = await refresh(named.refresh_token);
  expect(decodeJwt(again.access_token).aud).toBe(resource);
  const both = await signedIn(server, offline);
  const narrowed = await refresh(both.refresh_token, { resource });
  expect(decodeJwt(narrowed.access_token).aud).toBe(resource);
  const whole = await refresh(narrowed.refresh_token);
  expect(decodeJwt(whole.access_token).aud).toEqual([resource, `${ISSUER}/userinfo`]);
});

it("does not say more of an unknown client than before", async () => {
  const server = await openIdServer();
  const code = await server.code(signingIn());
  expect((await server.post("/token", redeeming(code), BASIC)).status).toBe(401);
});
