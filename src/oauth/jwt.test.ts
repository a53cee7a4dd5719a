import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { expect, it } from "vitest";
import { isSignedBy, isUsableKey, type Jwt, parseJwt } from "./jwt.ts";

const { privateKey, publicKey } = await generateKeyPair("ES256");
const mine = await exportJWK(publicKey);
const other = await exportJWK((await generateKeyPair("ES256")).publicKey);
const offCurve: JWK = { ...mine, y: mine.x ?? "" };

async function signed(header: object = {}): Promise<Jwt> {
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: "ES256", ...header })
    .sign(privateKey);
  const jwt = parseJwt(token);
  if (jwt === undefined) throw new Error("It is no JWT.");
  return jwt;
}

it("tries each key that fits where the header names none of several (RFC 7515 §4.1.4)", async () => {
  const jwt = await signed();
  expect(await isSignedBy({ keys: [other, offCurve, mine] }, jwt)).toBe(true);
  expect(await isSignedBy({ keys: [other, offCurve] }, jwt)).toBe(false);
  expect(await isSignedBy({ keys: [other, other] }, jwt)).toBe(false);
});

it("tries no key but the one that the header names (RFC 7515 §4.1.4)", async () => {
  const keys = [
    { ...mine, kid: "a" },
    { ...other, kid: "b" },
  ];
  expect(await isSignedBy({ keys }, await signed({ kid: "a" }))).toBe(true);
  expect(await isSignedBy({ keys }, await signed({ kid: "b" }))).toBe(false);
});

it("knows a key whose point is not on the curve (RFC 7518 §6.2.1)", async () => {
  expect([await isUsableKey(mine), await isUsableKey(offCurve)]).toEqual([true, false]);
});
