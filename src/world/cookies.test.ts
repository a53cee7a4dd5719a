import { expect, test } from "vitest";
import type { WireResponse } from "../oauth/wire.ts";
import { cookieHeader, storeCookies } from "./cookies.ts";

const NOW = 1_800_000_000;
const at = (url: string, method = "GET") => ({ method, url, headers: [] });
const setting = (...lines: string[]): WireResponse => ({
  status: 200,
  headers: lines.map((line) => ["Set-Cookie", line] as const),
  body: "",
});
const jar = (...lines: string[]) =>
  storeCookies([], at("https://print.example/login"), setting(...lines), NOW);

test("keeps a cookie with its attributes, host-only (RFC 6265 §5.3)", () => {
  expect(jar("a=1; Path=/x; Secure; HttpOnly; SameSite=Strict; Max-Age=60")).toEqual([
    {
      host: "print.example",
      path: "/x",
      name: "a",
      value: "1",
      secure: true,
      httpOnly: true,
      sameSite: "strict",
      expiresAt: NOW + 60,
    },
  ]);
});

test("replaces a cookie of the same name, host and path (RFC 6265 §5.3)", () => {
  expect(jar("a=1", "a=2", "b=3").map(({ name, value }) => `${name}=${value}`)).toEqual([
    "a=2",
    "b=3",
  ]);
});

test("sends a cookie only to its host, below its path, before it expires (RFC 6265 §5.4)", () => {
  const cookies = jar("a=1; Path=/x; Max-Age=60");
  expect(cookieHeader(cookies, at("https://print.example/x/y"), undefined, NOW)).toBe("a=1");
  expect(cookieHeader(cookies, at("https://print.example/xy"), undefined, NOW)).toBe(undefined);
  expect(cookieHeader(cookies, at("https://auth.example/x"), undefined, NOW)).toBe(undefined);
  expect(cookieHeader(cookies, at("https://print.example/x"), undefined, NOW + 60)).toBe(undefined);
});

test("sends Lax cookies with cross-site navigations by GET only, Strict ones never", () => {
  const cookies = jar("lax=1; SameSite=Lax", "strict=1; SameSite=Strict", "none=1; SameSite=None");
  const from = (initiator: string, method: string) =>
    cookieHeader(cookies, at("https://print.example/", method), initiator, NOW);
  expect(from("auth.example", "GET")).toBe("lax=1; none=1");
  expect(from("auth.example", "POST")).toBe("none=1");
  expect(from("print.example", "POST")).toBe("lax=1; strict=1; none=1");
});

test.each([
  ["__Secure-a=1; Path=/", "__Secure-a=1; Secure"],
  ["__Host-a=1; Secure", "__Host-a=1; Secure; Path=/"],
  ["__Host-a=1; Secure; Path=/; Domain=print.example", "__Host-a=1; Secure; Path=/"],
  ["__Http-a=1; Secure", "__Http-a=1; Secure; HttpOnly"],
  ["__Host-Http-a=1; Secure; Path=/", "__Host-Http-a=1; Secure; Path=/; HttpOnly"],
  ["__host-http-a=1; Path=/; HttpOnly", "__host-http-a=1; Secure; Path=/; HttpOnly"],
])("takes no %s, but %s (RFC 10017 §6.1.3.2, cookie name prefixes)", (broken, kept) => {
  expect(jar(broken)).toEqual([]);
  expect(jar(kept)).toHaveLength(1);
});

test("passes over a Max-Age that is no number (RFC 6265 §5.2.2)", () => {
  const cookies = jar("a=1; Max-Age=soon");
  expect(cookieHeader(cookies, at("https://print.example/"), undefined, NOW)).toBe("a=1");
});
