import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseParameters } from "./parameters.ts";

describe("the parameters of a request", () => {
  it("are form-decoded: a plus sign is a space, a percent-encoded one is itself (RFC 6749 Appendix B)", () => {
    const { get } = parseParameters("a=1+2&b=1%2B2&c=%C3%BC&%64=e&e=x=y");
    expect(["a", "b", "c", "d", "e"].map(get)).toEqual(["1 2", "1+2", "ü", "e", "x=y"]);
  });

  it("are omitted when they have no value (RFC 6749 §3.1)", () => {
    const { get, repeated } = parseParameters("?state=&scope&code=1&code=");
    expect([get("state"), get("scope"), get("code"), repeated]).toEqual([
      undefined,
      undefined,
      "1",
      [],
    ]);
  });

  it("have no value when they are repeated, and are named once (RFC 6749 §3.1)", () => {
    const { get, repeated } = parseParameters("a=1&b=2&a=3&a=1&%61=4");
    expect([get("a"), get("b"), repeated]).toEqual([undefined, "2", ["a"]]);
  });

  it("are the sender's only: no name is inherited", () => {
    const { get } = parseParameters("a=1");
    expect(["__proto__", "constructor", "toString"].map(get)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(parseParameters("__proto__=x").get("__proto__")).toBe("x");
  });

  it.each([
    ["a lone percent sign", "a=%", true],
    ["a half code", "a=%4", true],
    ["no hexadecimal digits", "a=%zz", true],
    ["a byte that is not UTF-8", "a=%FF", true],
    ["a UTF-16 surrogate", "a=%ED%A0%80", true],
    ["four bytes of UTF-8", "a=%F0%9F%98%80", false],
    ["a percent sign, encoded", "a=%25zz", false],
    ["nothing at all", "", false],
  ])("are malformed or not with %s (RFC 6749 Appendix B)", (_, text, malformed) => {
    expect(parseParameters(text).malformed).toBe(malformed);
  });

  it("name those with control characters (RFC 6749 Appendix A)", () => {
    const { unprintable, malformed, get } = parseParameters(
      "a=%00&b=1%0D%0A&c=x&d%7F=1&e=%C2%85&f=%C3%BC",
    );
    expect([unprintable, malformed, get("b")]).toEqual([
      ["a", "b", "d\u007f", "e"],
      false,
      "1\r\n",
    ]);
  });

  it("come out as they went in", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.string()), (fields) => {
        const { get, repeated } = parseParameters(`&${new URLSearchParams(fields)}`);
        const names = Object.keys(fields);
        expect(repeated).toEqual([]);
        expect(names.map(get)).toEqual(names.map((name) => fields[name] || undefined));
      }),
    );
  });

  it("never throw, whatever was sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(typeof parseParameters(text).malformed).toBe("boolean");
      }),
    );
  });

  it("are read in time that grows with the text, not with its square", () => {
    const text = Array.from({ length: 16_000 }, (_, index) => `${index.toString(36)}=1`).join("&");
    const began = performance.now();
    expect(parseParameters(text).get("cc")).toBe("1");
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
