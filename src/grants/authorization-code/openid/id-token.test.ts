import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { atHash } from "../../../oauth/at-hash.ts";
import { matchClaims, validateIdToken } from "./id-token.ts";

const NOW = 1_800_000_000;
const ACCESS_TOKEN = "access";
const claims: JWTPayload = {
  iss: "https://auth.example",
  sub: "alice",
  aud: "print-openid",
  iat: NOW,
  exp: NOW + 600,
  nonce: "n1",
};

let signing: CryptoKey;
let jwks: string;
let strange: CryptoKey;

beforeAll(async () => {
  const pair = await generateKeyPair("ES256");
  signing = pair.privateKey;
  jwks = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: "k1" }] });
  strange = (await generateKeyPair("ES256")).privateKey;
});

/** JSON has no such value, so the claim is not there. */
const withoutClaim = (name: string): JWTPayload => ({ [name]: undefined });

function signed(change: JWTPayload, key = signing): Promise<string> {
  return new SignJWT({ ...claims, ...change })
    .setProtectedHeader({ alg: "ES256", kid: "k1" })
    .sign(key);
}

async function checked(idToken: string | undefined, keys = jwks, leftOut: readonly string[] = []) {
  const result = await validateIdToken(
    {
      idToken,
      jwks: keys,
      issuer: "https://auth.example",
      clientId: "print-openid",
      nonce: "n1",
      accessToken: ACCESS_TOKEN,
      now: NOW,
    },
    new Set(leftOut),
  );
  const failed = result.checks?.find(({ outcome }) => outcome === "failed")?.id;
  return [result.outcome, failed ?? result.values?.subject];
}

it("tells who signed in (OpenID Connect Core §3.1.3.7)", async () => {
  expect(await checked(await signed({ at_hash: await atHash(ACCESS_TOKEN) }))).toEqual([
    "ok",
    "alice",
  ]);
});

describe("an ID token that was tampered with is refused (OpenID Connect Core §3.1.3.7)", () => {
  it.each<readonly [string, JWTPayload, string]>([
    ["of another server", { iss: "https://evil.example" }, "iss"],
    ["for another client", { aud: "quiz" }, "aud"],
    ["for another client as well", { aud: ["print-openid", "quiz"] }, "aud"],
    ["for nobody", { aud: [] }, "aud"],
    ["issued to another client", { azp: "quiz" }, "azp"],
    ["that has expired this very second", { exp: NOW }, "exp"],
    ["that never expires", withoutClaim("exp"), "exp"],
    ["from the future", { iat: NOW + 11 }, "iat"],
    ["from a while ago", { iat: NOW - 301 }, "iat"],
    ["that does not say when it was issued", withoutClaim("iat"), "iat"],
    ["with another nonce", { nonce: "n2" }, "nonce"],
    ["without a nonce", withoutClaim("nonce"), "nonce"],
    ["issued with another access token", { at_hash: "AAAAAAAAAAAAAAAAAAAAAA" }, "at-hash"],
  ])("%s", async (_, change, check) => {
    expect(await checked(await signed(change))).toEqual(["refused", `client.id-token-${check}`]);
  });

  it.each(["client.id-token-nonce"])("unless %s is left out", async (check) => {
    expect(await checked(await signed({ nonce: "n2" }), jwks, [check])).toEqual(["ok", "alice"]);
  });
});

it("azp may name the client itself (OpenID Connect Core §2)", async () => {
  expect(await checked(await signed({ azp: "print-openid" }))).toEqual(["ok", "alice"]);
});

describe("nothing is read before the signature", () => {
  const refused = ["refused", "client.id-token-signature"];

  it("of another key", async () => {
    expect(await checked(await signed({}, strange))).toEqual(refused);
  });

  it("after its claims were changed", async () => {
    const [header, , signature] = (await signed({})).split(".");
    const [, payload] = (await signed({ sub: "bob" })).split(".");
    expect(await checked([header, payload, signature].join("."))).toEqual(refused);
  });

  it("by no key at all (RFC 8725 §3.1)", async () => {
    expect(await checked(new UnsecuredJWT(claims).encode())).toEqual(refused);
  });

  it("by a secret in place of a key (RFC 8725 §2.1)", async () => {
    const secret = new TextEncoder().encode(jwks);
    const token = new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(secret);
    expect(await checked(await token)).toEqual(refused);
  });

  it.each(["", "{}", '{"keys":[]}', '{"keys":[null]}', '{"keys":"k1"}'])(
    "with keys that are none: %s",
    async (keys) => {
      expect(await checked(await signed({}), keys)).toEqual(refused);
    },
  );
});

it.each([undefined, "", "not.a.jwt"])(
  "%s is no ID token (OpenID Connect Core §3.1.3.3)",
  async (text) => {
    expect(await checked(text)).toEqual(["refused", "client.id-token-present"]);
  },
);

it("claims about somebody else are not used (OpenID Connect Core §5.3.2)", async () => {
  const outcome = async (told: string) => (await matchClaims("alice", told, new Set())).outcome;
  expect([
    await outcome('{"sub":"alice"}'),
    await outcome('{"sub":"bob"}'),
    await outcome('{"name":"Alice"}'),
    await outcome("no JSON"),
    (await matchClaims("", "{}", new Set())).outcome,
  ]).toEqual(["ok", "refused", "refused", "refused", "refused"]);
});
