import { describe, expect, it } from "vitest";
import { isRegistered, recipientOf, registrationProblem } from "./redirect-uri.ts";

describe("a redirect URI matches a registered one", () => {
  it.each([
    ["the same string", "https://c.example/cb", "https://c.example/cb", true],
    ["a longer path", "https://c.example/cb/x", "https://c.example/cb", false],
    ["a query more", "https://c.example/cb?x", "https://c.example/cb", false],
    ["another case", "https://C.example/cb", "https://c.example/cb", false],
    ["a default port", "https://c.example:443/cb", "https://c.example/cb", false],
    ["a trailing slash", "https://c.example/", "https://c.example", false],
    ["a user", "https://c.example@evil.example/cb", "https://c.example/cb", false],
    ["a private-use scheme", "example.c:/cb", "example.c:/cb", true],
  ])("as a string only: %s (RFC 9700 §2.1)", (_, uri, registered, matches) => {
    expect(isRegistered(uri, ["https://other.example/", registered])).toBe(matches);
  });

  it.each([
    ["any port", "http://127.0.0.1:51004/cb?a=1", "http://127.0.0.1/cb?a=1", true],
    ["no port instead of one", "http://[::1]/cb", "http://[::1]:8000/cb", true],
    ["any port without a path", "http://127.0.0.1:5000", "http://127.0.0.1", true],
    ["another path", "http://127.0.0.1:51004/cb2", "http://127.0.0.1/cb", false],
    ["dot segments", "http://127.0.0.1:5000/x/../cb", "http://127.0.0.1/cb", false],
    ["the other literal", "http://[::1]:5000/cb", "http://127.0.0.1/cb", false],
    ["a port that is none", "http://127.0.0.1:65536/cb", "http://127.0.0.1/cb", false],
    [
      "a port that is a password",
      "http://127.0.0.1:80@evil.example/cb",
      "http://127.0.0.1/cb",
      false,
    ],
    ["a fragment", "http://127.0.0.1:80/cb#x", "http://127.0.0.1/cb", false],
    ["a line break", "http://127.0.0.1:80/cb\n", "http://127.0.0.1/cb", false],
    ["https", "https://127.0.0.1:5000/cb", "https://127.0.0.1/cb", false],
    ["localhost, which is no literal", "http://localhost:5000/cb", "http://localhost/cb", false],
    [
      "a name that begins like one",
      "http://127.0.0.1.evil.example/cb",
      "http://127.0.0.1/cb",
      false,
    ],
  ])("on loopback with %s or not (RFC 8252 §7.3, §8.3)", (_, uri, registered, matches) => {
    expect(isRegistered(uri, [registered])).toBe(matches);
  });
});

describe("a redirect URI can be registered", () => {
  it.each([
    ["https://c.example/cb"],
    ["https://c.example"],
    ["https://c.example:8443/cb?tenant=1&x=%20"],
    ["http://127.0.0.1/cb"],
    ["http://[::1]:9000/cb"],
    ["http://localhost:3000/cb"],
    ["com.example.app:/cb"],
  ])("%s", (uri) => {
    expect(registrationProblem(uri)).toBe(undefined);
  });

  it.each([
    ["/cb", "A redirect URI is not an absolute URI"],
    ["https://c.example/ü", "A redirect URI is not an absolute URI"],
    ["https://c.example/a b", "A redirect URI is not an absolute URI"],
    ["https://c.example/\r\nX: y", "A redirect URI is not an absolute URI"],
    ["https:\\\\c.example\\cb", "A redirect URI is not an absolute URI"],
    ["https://c.example/%zz", "A redirect URI is not an absolute URI"],
    ["https://c.example/cb#", "A redirect URI has a fragment"],
    ["https:c.example/cb", "A redirect URI names no host"],
    ["https:///c.example/cb", "A redirect URI names no host"],
    ["https://user:pass@c.example/cb", "A redirect URI names a user"],
    ["https://@c.example/cb", "A redirect URI names a user"],
    ["http://c.example/cb", "A redirect URI uses http, which is for loopback only"],
    ["http://127.0.0.1.c.example/cb", "A redirect URI uses http, which is for loopback only"],
    ["javascript:alert(1)", "A redirect URI has a scheme that is not allowed"],
    ["data:text/html,x", "A redirect URI has a scheme that is not allowed"],
    ["myapp:/cb", "A redirect URI has a scheme that is not allowed"],
  ])("but not %j (RFC 6749 §3.1.2, RFC 9700 §2.6, RFC 8252 §8.4)", (uri, problem) => {
    expect(registrationProblem(uri)).toBe(problem);
  });
});

it.each([
  ["https://c.example:8443/cb", "c.example:8443"],
  ["http://[::1]:9000/cb", "[::1]:9000"],
  ["com.example.app:/cb", "com.example.app:"],
  ["no uri", "no uri"],
])("tells a user who gets the answer at %s", (uri, recipient) => {
  expect(recipientOf(uri)).toBe(recipient);
});
