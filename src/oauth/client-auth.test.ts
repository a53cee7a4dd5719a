import { describe, expect, it } from "vitest";
import { presentedBy } from "./client-auth.ts";
import { parseParameters } from "./parameters.ts";

const presented = (authorization: string | null, body = "") =>
  presentedBy(authorization, parseParameters(body));
const basic = (text: string) => `Basic ${btoa(text)}`;

describe("a client presents itself", () => {
  it("by HTTP Basic, both parts form-encoded (RFC 6749 §2.3.1)", () => {
    expect(presented(basic("a%3Ab+c:s%25%C3%BC%2B:x"))).toEqual({
      method: "client_secret_basic",
      id: "a:b c",
      secret: "s%ü+:x",
    });
  });

  it("by HTTP Basic as the example does (RFC 6749 §2.3.1)", () => {
    expect(presented("Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3")).toEqual({
      method: "client_secret_basic",
      id: "s6BhdRkqt3",
      secret: "7Fjfp0ZBr1KtDRbnfVdmIw",
    });
  });

  it("by HTTP Basic whatever the case of the scheme, and with its client_id repeated in the body (RFC 9110 §11.1)", () => {
    expect(presented("bAsIc YTpi", "client_id=a")).toEqual({
      method: "client_secret_basic",
      id: "a",
      secret: "b",
    });
  });

  it("by a secret in the body (RFC 6749 §2.3.1)", () => {
    expect(presented(null, "client_id=a&client_secret=b")).toEqual({
      method: "client_secret_post",
      id: "a",
      secret: "b",
    });
  });

  it("by its name only, an empty secret being none (RFC 6749 §3.2.1, §3.1)", () => {
    expect(presented(null, "client_id=a&client_secret=")).toEqual({ method: "none", id: "a" });
  });

  it("by an assertion, whose subject it is unless it says its name (RFC 7521 §4.2)", () => {
    const type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    const assertion = `${btoa('{"alg":"ES256"}')}.${btoa('{"sub":"a"}')}.c2ln`;
    const body = new URLSearchParams({ client_assertion_type: type, client_assertion: assertion });
    const found = { method: "private_key_jwt", type, assertion };
    expect(presented(null, `${body}`)).toEqual({ ...found, id: "a" });
    expect(presented(null, `${body}&client_id=b`)).toEqual({ ...found, id: "b" });
    expect(presented(null, "client_assertion=x")).toEqual({ method: "unreadable" });
  });

  it("not at all", () => {
    expect(presented(null)).toEqual({ method: "missing" });
  });

  it.each([
    ["a secret in header and body", basic("a:b"), "client_secret=b"],
    ["another client in the body", basic("a:b"), "client_id=c"],
    ["an assertion beside a secret", null, "client_assertion=a&client_secret=b"],
    ["an assertion beside a header", basic("a:b"), "client_assertion=a"],
    ["a secret beside a bearer token", "Bearer x", "client_id=a&client_secret=b"],
  ])("in several ways: %s (RFC 6749 §2.3)", (_, authorization, body) => {
    expect(presented(authorization, body)).toEqual({ method: "several" });
  });

  it.each([
    ["another scheme", "Bearer YTpi"],
    ["no credentials", "Basic"],
    ["no base64", "Basic %%%"],
    ["base64 of no length there is", "Basic YTpiY"],
    ["no colon", basic("ab")],
    ["broken percent-encoding", basic("a:%zz")],
    ["percent-encoding that is not UTF-8", basic("a:%ff")],
    ["two headers", `${basic("a:b")}, ${basic("c:d")}`],
  ])("in a way nobody can read: %s", (_, authorization) => {
    expect(presented(authorization)).toEqual({ method: "unreadable" });
  });
});
