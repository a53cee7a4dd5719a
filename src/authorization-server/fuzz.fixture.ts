import fc from "fast-check";
import type { CheckResult } from "../oauth/checks.ts";

/** Text a sender may come up with: controls, markup, any script, broken and unbroken escapes. */
export const TEXT = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "\u0000",
    "\r\n",
    "\r\nSet-Cookie: a=b",
    "<script>alert(1)</script>",
    "__proto__",
  ),
);

/** Mostly one of these, else anything. */
export function value(...usual: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, TEXT);
}

type Values = Readonly<Record<string, fc.Arbitrary<string>>>;

/** None, one or two of these parameters, to change a request in. */
export function changes(parameters: Values): fc.Arbitrary<Readonly<Record<string, string>>> {
  const one = fc.oneof(
    ...Object.entries(parameters).map(([name, values]) => fc.tuple(fc.constant(name), values)),
  );
  return fc.array(one, { maxLength: 2 }).map((pairs) => Object.fromEntries(pairs));
}

/** A query or form of some of these parameters, some of them twice, some strange, and sometimes raw noise. */
export function noise(parameters: Values): fc.Arbitrary<string> {
  const known = Object.entries(parameters).map(([name, values]) =>
    values.map((one) => new URLSearchParams([[name, one]]).toString()),
  );
  const some = fc.array(fc.oneof(...known), { maxLength: 10 }).map((pairs) => pairs.join("&"));
  return fc.oneof({ weight: 4, arbitrary: some }, TEXT);
}

/** What may be put behind a query or a form to spoil it. */
export const SPOILS = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  fc.constantFrom("&x=%zz", "&%00=1", "&state=2", "&=", "&&", "&a=%FF", "&client_id=page"),
);

/** The position of the check that refused; -1 when none did. */
export function indexOfFailed(results: readonly CheckResult[]): number {
  return results.findIndex(({ outcome }) => outcome === "failed");
}

const HEADERS = new Set([
  "access-control-allow-headers",
  "access-control-allow-methods",
  "access-control-allow-origin",
  "access-control-expose-headers",
  "access-control-max-age",
  "allow",
  "cache-control",
  "content-security-policy",
  "content-type",
  "location",
  "pragma",
  "referrer-policy",
  "set-cookie",
  "www-authenticate",
  "x-content-type-options",
  "x-frame-options",
]);

/** "none", or what is wrong with a response: a 5xx, a header of the sender's, a redirect to none of these places. */
export function harmOf(response: Response, places: readonly RegExp[]): string {
  if (response.status >= 500) return `${response.status}`;
  const foreign = [...response.headers.keys()].find((name) => !HEADERS.has(name));
  if (foreign !== undefined) return `header ${foreign}`;
  const cookie = response.headers.getSetCookie().find((line) => !/^session=[\w-]{43}; /.test(line));
  if (cookie !== undefined) return `cookie ${cookie}`;
  const location = response.headers.get("Location");
  if (location === null) return "none";
  return places.some((place) => place.test(location)) ? "none" : `redirect to ${location}`;
}
