import { expect, it } from "vitest";
import { sourceAddress } from "./source.ts";

it.each([
  ["RFC 6749 §4.1.2.1", "https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1"],
  ["RFC 7636 Appendix B", "https://www.rfc-editor.org/rfc/rfc7636#appendix-B"],
  ["RFC 9207", "https://www.rfc-editor.org/rfc/rfc9207"],
  ["OAuth 2.1 §10.1", "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-v2-1#section-10.1"],
  ["RFC 7523bis §4", "https://datatracker.ietf.org/doc/html/draft-ietf-oauth-rfc7523bis#section-4"],
  [
    "OpenID Connect Core §3.1.3.7",
    "https://openid.net/specs/openid-connect-core-1_0.html#rfc.section.3.1.3.7",
  ],
])("%s can be read at its section", (source, address) => {
  expect(sourceAddress(source)).toBe(address);
});

it("a text nobody knows has no address", () => {
  expect(() => sourceAddress("The book of OAuth §1")).toThrow(RangeError);
});
