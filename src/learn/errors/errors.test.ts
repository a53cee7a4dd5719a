import { describe, expect, test } from "vitest";
import { errorCodes } from "./answers.ts";
import { causesByCheck } from "./causes.ts";
import { errors, findError } from "./codes.ts";
import { invalidGrantElsewhere, signsOfInvalidGrant } from "./common.ts";
import { fixes, fixesByCode } from "./fixes.ts";
import { causesOf, endpointsOf } from "./page.ts";
import { sourceAddress } from "../source.ts";

const answered = Object.values(causesByCheck).flatMap(({ causes }) =>
  causes.map(({ code }) => code),
);

test("every code that is answered has a page, and every page has causes or says what to do elsewhere", () => {
  expect([...new Set(answered)].filter((code) => findError(code) === undefined)).toEqual([]);
  const empty = errors.filter(({ code }) => causesOf(code).length === 0);
  expect(empty.map(({ code }) => code)).toEqual([
    "use_dpop_nonce",
    "unsupported_token_type",
    "interaction_required",
    "account_selection_required",
    "server_error",
  ]);
  expect(errors.filter(({ elsewhere }) => elsewhere !== undefined)).toEqual(empty);
});

test("no code is listed twice", () => {
  const codes = errors.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)]);
  expect(codes).toEqual([...errorCodes]);
});

describe("what to fix", () => {
  const ofCodes = Object.entries(fixesByCode).flatMap(([check, byCode]) =>
    Object.entries(byCode).map(([code, fix]) => [`${check}: ${code}`, fix] as const),
  );
  test.each([...Object.entries(fixes), ...ofCodes])("%s: one to three sentences", (_, fix) => {
    expect(fix).toMatch(/^[A-Z].*\.$/);
    expect(fix.split(/[.?] /).length).toBeLessThanOrEqual(3);
    expect(fix).not.toContain("!");
  });
});

test("what differs by the error is about errors that check answers with", () => {
  const told = Object.entries(fixesByCode).flatMap(([check, byCode]) =>
    Object.keys(byCode).map((code) => causesOf(code).find((cause) => cause.check === check)?.fix),
  );
  expect(told).toEqual(Object.values(fixesByCode).flatMap((byCode) => Object.values(byCode)));
});

test("the help on invalid_grant leads to every one of its causes, once (RFC 6749 §5.2)", () => {
  const led = signsOfInvalidGrant.flatMap(({ signs }) => signs.map(({ check }) => check));
  const there = causesOf("invalid_grant").map(({ check }) => check);
  expect(led.toSorted()).toEqual(there.toSorted());
});

test("what other servers answer invalid_grant to says what allows it, at an address", () => {
  const { length } = invalidGrantElsewhere.filter(({ spec }) => URL.canParse(sourceAddress(spec)));
  expect(length).toBe(6);
});

test("the commonest causes of invalid_grant come first", () => {
  const [first, second, third] = causesOf("invalid_grant").map(({ check }) => check);
  expect([first, second, third]).toEqual([
    "token.code-fresh",
    "token.code-unspent",
    "token.redirect-uri",
  ]);
});

test("invalid_client can come from every endpoint that a client authenticates at", () => {
  expect(endpointsOf(causesOf("invalid_client"))).toEqual([
    "/token",
    "/device_authorization",
    "/introspect",
    "/revoke",
  ]);
});
