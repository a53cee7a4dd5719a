import { CompactSign, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { API, apiWithKey, CLAIMS, ISSUER, NOW, photosRequest, refusers } from "./testing.ts";

type Setup = Awaited<ReturnType<typeof apiWithKey>>;

async function answerTo(makeToken: (setup: Setup) => Promise<string> | string) {
  const setup = await apiWithKey();
  const response = await setup.api.fetch(photosRequest(await makeToken(setup)));
  const body: unknown = await response.json();
  return {
    status: response.status,
    challenge: response.headers.get("WWW-Authenticate"),
    body,
    refusedBy: refusers(setup.reports),
  };
}

function invalidToken(refusedBy: string, description: string) {
  return {
    status: 401,
    challenge: `Bearer realm="photos", error="invalid_token", error_description="${description}"`,
    body: { error: "invalid_token", error_description: description },
    refusedBy: [refusedBy],
  };
}

const NOT_JWT = invalidToken("api.signature", "The access token is not a signed JWT");
const NOT_SIGNED = invalidToken(
  "api.signature",
  "The signature was not made with a key of the authorization server",
);
const WRONG_TYPE = invalidToken("api.type", "The token is not an access token");
const WRONG_ISSUER = invalidToken("api.issuer", "The token comes from another issuer");
const WRONG_AUDIENCE = invalidToken(
  "api.audience",
  "The token is meant for another resource server",
);
const EXPIRED = invalidToken("api.expiry", "The access token expired");
const NOT_YET = invalidToken("api.expiry", "The access token is not valid yet");
const UNNAMED = invalidToken("api.claims", "The token lacks a claim that access tokens must have");

describe("the signature (RFC 9068 §4)", () => {
  it("is verified with the keys the authorization server provides", async () => {
    const { api, sign, fetched } = await apiWithKey();
    const response = await api.fetch(photosRequest(await sign(CLAIMS)));
    expect([response.status, fetched]).toEqual([200, [`${ISSUER}/jwks`]]);
  });

  it("refuses a token that is no JWT (RFC 6750 §3.1: malformed)", async () => {
    expect(await answerTo(() => "mF_9.B5f-4.1JqM")).toEqual(NOT_JWT);
    expect(await answerTo(() => "opaque")).toEqual(NOT_JWT);
  });

  it("refuses a JWS whose payload is no JSON object (RFC 7519 §7.2)", async () => {
    const made = await answerTo(({ privateKey }) =>
      new CompactSign(new TextEncoder().encode("[1]"))
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "k1" })
        .sign(privateKey),
    );
    expect(made).toEqual(NOT_JWT);
  });

  it('rejects any JWT in which the value of "alg" is "none"', async () => {
    const header = btoa('{"alg":"none","typ":"at+jwt"}').replace(/=+$/, "");
    const unsecured = () => `${header}.${new UnsecuredJWT(CLAIMS).encode().split(".")[1]}.`;
    expect(await answerTo(unsecured)).toEqual(NOT_SIGNED);
  });

  it("refuses a token whose claims were changed after signing", async () => {
    const tampered = await answerTo(async ({ sign }) => {
      const [header, , signature] = (await sign(CLAIMS)).split(".");
      const [, claims] = (await sign({ ...CLAIMS, sub: "bob" })).split(".");
      return [header, claims, signature].join(".");
    });
    expect(tampered).toEqual(NOT_SIGNED);
  });

  it("refuses a token signed by somebody else under the same key id", async () => {
    const forged = await answerTo(async () => {
      const { privateKey } = await generateKeyPair("ES256");
      return new SignJWT(CLAIMS)
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "k1" })
        .sign(privateKey);
    });
    expect(forged).toEqual(NOT_SIGNED);
  });

  it("refuses HS256 with the public key as the secret (RFC 8725 §2.1)", async () => {
    const confused = await answerTo(({ publicJwk }) =>
      new SignJWT(CLAIMS)
        .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: "k1" })
        .sign(new TextEncoder().encode(JSON.stringify(publicJwk))),
    );
    expect(confused).toEqual(NOT_SIGNED);
  });

  it("refuses a key that the token brings along (RFC 8725 §3.10)", async () => {
    const selfMade = await answerTo(async () => {
      const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
      const jwk = await exportJWK(publicKey);
      return new SignJWT(CLAIMS)
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", jwk })
        .sign(privateKey);
    });
    expect(selfMade).toEqual(NOT_SIGNED);
  });

  it("refuses a key id the authorization server does not publish", async () => {
    expect(await answerTo(({ sign }) => sign(CLAIMS, { kid: "k2" }))).toEqual(NOT_SIGNED);
  });

  it("refuses critical header parameters it does not understand (RFC 7515 §4.1.11)", async () => {
    const critical = await answerTo(({ privateKey }) =>
      new SignJWT(CLAIMS)
        .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: "k1", crit: ["x"], x: 1 })
        .sign(privateKey, { crit: { x: true } }),
    );
    expect(critical).toEqual(NOT_SIGNED);
  });
});

describe("the claims (RFC 9068 §4)", () => {
  it('accepts "at+jwt" and "application/at+jwt" as type and rejects any other', async () => {
    for (const typ of ["at+jwt", "application/at+jwt", "AT+JWT"]) {
      expect((await answerTo(({ sign }) => sign(CLAIMS, { typ }))).status).toBe(200);
    }
    for (const typ of ["JWT", "logout+jwt", "at+jwt2", ""]) {
      expect(await answerTo(({ sign }) => sign(CLAIMS, { typ }))).toEqual(WRONG_TYPE);
    }
  });

  it("rejects an issuer that does not exactly match", async () => {
    for (const iss of ["https://evil.example", `${ISSUER}/`, undefined, [ISSUER]]) {
      expect(await answerTo(({ sign }) => sign({ ...CLAIMS, iss }))).toEqual(WRONG_ISSUER);
    }
  });

  it("rejects an audience that does not contain this resource server", async () => {
    for (const aud of ["https://other.example", `${API}/`, undefined, [], { [API]: 1 }]) {
      expect(await answerTo(({ sign }) => sign({ ...CLAIMS, aud }))).toEqual(WRONG_AUDIENCE);
    }
  });

  it("accepts one audience among several", async () => {
    const aud = ["https://other.example", API];
    expect((await answerTo(({ sign }) => sign({ ...CLAIMS, aud }))).status).toBe(200);
  });

  it("requires the current time to be before the expiry", async () => {
    expect((await answerTo(({ sign }) => sign({ ...CLAIMS, exp: NOW + 1 }))).status).toBe(200);
    for (const exp of [NOW, NOW - 1, undefined, String(NOW + 300), null]) {
      expect(await answerTo(({ sign }) => sign({ ...CLAIMS, exp }))).toEqual(EXPIRED);
    }
  });

  it("does not accept a token before its nbf (RFC 7519 §4.1.5)", async () => {
    expect((await answerTo(({ sign }) => sign({ ...CLAIMS, nbf: NOW }))).status).toBe(200);
    for (const nbf of [NOW + 1, "soon"]) {
      expect(await answerTo(({ sign }) => sign({ ...CLAIMS, nbf }))).toEqual(NOT_YET);
    }
  });

  it("requires sub, client_id, jti and iat (RFC 9068 §2.2)", async () => {
    for (const claim of ["sub", "client_id", "jti", "iat"]) {
      for (const value of [undefined, "", [1]]) {
        const claims = { ...CLAIMS, [claim]: value };
        expect(await answerTo(({ sign }) => sign(claims))).toEqual(UNNAMED);
      }
    }
  });
});
