import { expect, test } from "vitest";
import { preflightAllows, preflightFor, readable } from "./cors.ts";

const ORIGIN = "https://print.example";
const form = {
  method: "POST",
  url: "https://auth.example/token",
  headers: [["Content-Type", "application/x-www-form-urlencoded"] as const],
  body: "",
};
const withToken = {
  method: "GET",
  url: "https://api.example/photos",
  headers: [["Authorization", "Bearer x"] as const, ["Accept", "application/json"] as const],
};
const answer = (status: number, ...headers: [string, string][]) => ({ status, headers, body: "" });

test("sends a form without asking first (Fetch §4.8)", () => {
  expect(preflightFor(form, ORIGIN)).toBe(undefined);
});

test("asks before it sends an Authorization header (Fetch §4.8)", () => {
  expect(preflightFor(withToken, ORIGIN)).toEqual({
    method: "OPTIONS",
    url: "https://api.example/photos",
    headers: [
      ["Origin", ORIGIN],
      ["Access-Control-Request-Method", "GET"],
      ["Access-Control-Request-Headers", "authorization"],
    ],
  });
});

test("goes on only when origin and headers are allowed", () => {
  const preflight = preflightFor(withToken, ORIGIN) ?? form;
  const origin: [string, string] = ["Access-Control-Allow-Origin", "*"];
  const headers: [string, string] = ["Access-Control-Allow-Headers", "Authorization, Content-Type"];
  expect(preflightAllows(preflight, answer(204, origin, headers))).toBe(true);
  expect(preflightAllows(preflight, answer(204, origin))).toBe(false);
  expect(preflightAllows(preflight, answer(204, headers))).toBe(false);
  expect(preflightAllows(preflight, answer(404, origin, headers))).toBe(false);
});

test("keeps an answer from a script of an origin that is not allowed", () => {
  expect(readable(answer(200, ["Access-Control-Allow-Origin", ORIGIN]), ORIGIN)).toBe(true);
  expect(
    readable(answer(200, ["Access-Control-Allow-Origin", "https://other.example"]), ORIGIN),
  ).toBe(false);
  expect(readable(answer(200), ORIGIN)).toBe(false);
});
