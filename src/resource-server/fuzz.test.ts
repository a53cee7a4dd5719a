import * as fc from "fast-check";
import { expect, it } from "vitest";
import { API, apiWithKey, CLAIMS, photosRequest, refusers } from "./testing.ts";

const SETTINGS = { numRuns: 200 };

it("answers any header, query, method and body with 2xx or 4xx", async () => {
  const { api } = await apiWithKey();
  const header = fc.oneof(
    fc.string({ unit: "binary-ascii" }).map((text) => text.replaceAll(/[\0\r\n]/g, "")),
    fc.string({ unit: "grapheme-ascii" }).map((text) => `Bearer ${text}`),
    fc.array(fc.base64String(), { minLength: 1, maxLength: 5 }).map((parts) => {
      return `Bearer ${parts.join(".").replaceAll("=", "")}`;
    }),
    fc.json().map((json) => `Bearer ${btoa(encodeURIComponent(json))}.e30.AA`),
  );
  const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  const path = fc.constantFrom("/photos", "/photos/", "/%2fphotos", "//photos");
  await fc.assert(
    fc.asyncProperty(
      header,
      method,
      path,
      fc.string(),
      async (Authorization, verb, where, text) => {
        const bodiless = verb === "GET" || verb === "HEAD";
        const init = { method: verb, ...(bodiless ? {} : { body: text }) };
        const url = `${API}${where}?${encodeURI(text)}`;
        const request = new Request(url, { headers: { Authorization }, ...init });
        const { status } = await api.fetch(request);
        expect(status === 204 || (status >= 400 && status < 500)).toBe(true);
      },
    ),
    SETTINGS,
  );
});

it("serves photos to a signed token exactly when every claim is as it must be (RFC 9068 §4)", async () => {
  const { api, sign, reports } = await apiWithKey();
  const wrong = fc.dictionary(
    fc.constantFrom("iss", "aud", "exp", "nbf", "sub", "client_id", "jti", "iat", "scope"),
    fc.constantFrom(null, "", 0, -1, {}, [], [[]], true, "photos.readphotos.write", API + "/"),
    { maxKeys: 3 },
  );
  await fc.assert(
    fc.asyncProperty(wrong, async (claims) => {
      reports.length = 0;
      const { status } = await api.fetch(photosRequest(await sign({ ...CLAIMS, ...claims })));
      const [refuser] = refusers(reports);
      expect([status === 200, refuser === "none"]).toEqual(
        isHarmless(claims) ? [true, true] : [false, false],
      );
    }),
    SETTINGS,
  );
});

/** What the wrong values above may still be: a name, a time of issue, a start in the past. */
function isHarmless(claims: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(claims).every(([name, value]) => {
    if (name === "nbf" || name === "iat") return typeof value === "number";
    if (["sub", "client_id", "jti"].includes(name))
      return typeof value === "string" && value !== "";
    return false;
  });
}
