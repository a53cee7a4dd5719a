import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { checkProof, makeProof, newProofKey } from "./dpop.ts";

const NOW = 1_800_000_000;
const REQUEST = { method: "POST", url: "https://auth.example/token", now: NOW };
const AT_API = {
  method: "GET",
  url: "https://api.example/photos",
  now: NOW,
  accessToken: "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU",
};

/** A proof of a key of its own, with claims and header changed as told. */
async function proof(claims: object = {}, header: object = {}): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const whole = { jti: "j1", htm: REQUEST.method, htu: REQUEST.url, iat: NOW, ...claims };
  return new SignJWT(whole)
    .setProtectedHeader({
      typ: "dpop+jwt",
      alg: "ES256",
      jwk: await exportJWK(publicKey),
      ...header,
    })
    .sign(privateKey);
}

describe("a proof (RFC 9449 §4.3)", () => {
  it("that a client made for the request is taken, and shows its key", async () => {
    const key = await newProofKey();
    const checks = [
      await checkProof(await makeProof(key, REQUEST), REQUEST),
      await checkProof(await makeProof(key, REQUEST), REQUEST),
    ];
    const [one, other] = checks.map((checked) => ("proof" in checked ? checked.proof : undefined));
    expect(one?.jkt).toMatch(/^[\w-]{43}$/);
    expect(other?.jkt).toBe(one?.jkt);
    expect(other?.jti).not.toBe(one?.jti);
  });

  it("shows the RFC 7638 thumbprint of its key (§6.1)", async () => {
    // The proof of the RFC's own example, §5 and §6.1.
    const example =
      "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklDUkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19.eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ.2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";
    const request = { method: "POST", url: "https://server.example.com/token", now: 1_562_262_616 };
    expect(await checkProof(example, request)).toEqual({
      proof: { jkt: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I", jti: "-BwC3ESc6acc2lTc" },
    });
  });

  it("has to be there", async () => {
    expect(await checkProof(null, REQUEST)).toEqual({ problem: "missing" });
  });

  it.each<[string, () => Promise<string>]>([
    ["is no JWT", async () => "x.y"],
    [
      "is two: “not more than one DPoP HTTP request header field”",
      async () => `${await proof()}, ${await proof()}`,
    ],
    ["has another typ", () => proof({}, { typ: "JWT" })],
    ["has no jwk", () => proof({}, { jwk: undefined })],
    [
      "has a private key in jwk",
      async () => {
        const { privateKey } = await generateKeyPair("ES256", { extractable: true });
        return proof({}, { jwk: await exportJWK(privateKey) });
      },
    ],
    ["has no jti", () => proof({ jti: undefined })],
    ["has an empty jti", () => proof({ jti: "" })],
    ["has an unnecessarily large jti (§11.1)", () => proof({ jti: "j".repeat(129) })],
  ])("is malformed when it %s", async (_, make) => {
    expect(await checkProof(await make(), REQUEST)).toEqual({ problem: "malformed" });
  });

  it("“is not none” and is of an algorithm that is supported", async () => {
    const secret = new TextEncoder().encode("a secret of thirty-two characters");
    const [, claims = ""] = (await proof()).split(".");
    const none = `${btoa(JSON.stringify({ typ: "dpop+jwt", alg: "none" }))}.${claims}.`;
    const symmetric = await new SignJWT({ jti: "j1" })
      .setProtectedHeader({ typ: "dpop+jwt", alg: "HS256" })
      .sign(secret);
    for (const text of [none.replaceAll("=", ""), symmetric]) {
      expect(await checkProof(text, REQUEST)).toEqual({ problem: "malformed" });
    }
  });

  it("has a signature that “verifies with the public key contained in the jwk”", async () => {
    const { publicKey } = await generateKeyPair("ES256", { extractable: true });
    const foreign = await proof({}, { jwk: await exportJWK(publicKey) });
    expect(await checkProof(foreign, REQUEST)).toEqual({ problem: "signature" });
  });

  it.each([
    ["another method", { htm: "GET" }, "method"],
    ["a method in another case", { htm: "post" }, "method"],
    ["another address", { htu: "https://evil.example/token" }, "address"],
    ["another path", { htu: "https://auth.example/tokens" }, "address"],
    ["no address", { htu: undefined }, "address"],
    ["what is no address", { htu: 7 }, "address"],
    ["no time", { iat: undefined }, "time"],
    ["a time too long ago (§11.1)", { iat: NOW - 61 }, "time"],
    ["a time in the future (§11.1)", { iat: NOW + 11 }, "time"],
  ])("made for %s is refused", async (_, claims, problem) => {
    expect(await checkProof(await proof(claims), REQUEST)).toEqual({ problem });
  });

  it.each([
    ["with a query and a fragment", { htu: "https://auth.example/token?a=b#c" }],
    ["in another spelling (RFC 3986 §6.2.2, §6.2.3)", { htu: "HTTPS://AUTH.example:443/./token" }],
    ["made by a clock that is ten seconds ahead", { iat: NOW + 10 }],
    ["made a minute ago", { iat: NOW - 60 }],
  ])("%s is taken", async (_, claims) => {
    expect(await checkProof(await proof(claims), REQUEST)).toMatchObject({ proof: { jti: "j1" } });
  });
});

describe("at an API, “the value of the ath claim equals the hash of that access token”", () => {
  it("as in the RFC's example (§7.1)", async () => {
    const claims = {
      htm: "GET",
      htu: AT_API.url,
      ath: "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo",
    };
    expect(await checkProof(await proof(claims), AT_API)).toMatchObject({ proof: { jti: "j1" } });
  });

  it("else it is refused", async () => {
    const key = await newProofKey();
    const other = await makeProof(key, { ...AT_API, accessToken: "another" });
    const none = await makeProof(key, { method: "GET", url: AT_API.url, now: NOW });
    for (const text of [other, none]) {
      expect(await checkProof(text, AT_API)).toEqual({ problem: "access_token" });
    }
    expect(await checkProof(await makeProof(key, AT_API), AT_API)).toMatchObject({
      proof: { jti: expect.stringMatching(/^[\w-]{43}$/) },
    });
  });
});
