import { expect, test } from "vitest";
import { runsInline } from "./policy.ts";

test.each([
  [undefined, true],
  ["frame-ancestors 'none'", true],
  ["default-src 'self'", false],
  ["default-src 'none'; script-src 'self'", false],
  ["default-src 'none'; script-src 'self' 'unsafe-inline'", true],
  ["script-src 'unsafe-inline' 'nonce-x7'", false],
  ["script-src 'unsafe-inline' 'strict-dynamic'", false],
  ["script-src 'self'; script-src-elem 'unsafe-inline'", true],
  ["Script-Src 'SELF'", false],
])("under the policy %s an inline script runs: %s (CSP3 §6.7.3.2)", (policy, runs) => {
  expect(runsInline(policy)).toBe(runs);
});
