import { expect, it } from "vitest";
import { isVerifier, s256 } from "./pkce.ts";
import { randomToken } from "./random.ts";

it("makes the challenge of the example from its verifier (RFC 7636 Appendix B)", async () => {
  expect(await s256("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe(
    "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
  );
});

it.each([
  ["43 unreserved characters", `${"a".repeat(39)}-._~`, true],
  ["128 unreserved characters", "Z9".repeat(64), true],
  ["42 characters", "a".repeat(42), false],
  ["129 characters", "a".repeat(129), false],
  ["a space", `${"a".repeat(43)} `, false],
  ["a plus sign", `${"a".repeat(43)}+`, false],
  ["a line break at the end", `${"a".repeat(43)}\n`, false],
  ["a letter beyond ASCII", `${"a".repeat(43)}é`, false],
])("takes a verifier of %s for what it is (RFC 7636 §4.1)", (_, verifier, valid) => {
  expect(isVerifier(verifier)).toBe(valid);
});

it("makes tokens of 256 bits that are verifiers too (RFC 6749 §10.10, RFC 7636 §7.1)", () => {
  const tokens = Array.from({ length: 50 }, randomToken);
  expect(tokens.filter((token) => !/^[\w-]{43}$/.test(token) || !isVerifier(token))).toEqual([]);
  expect(new Set(tokens).size).toBe(50);
});
