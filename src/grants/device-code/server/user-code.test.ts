import { expect, it } from "vitest";
import { lettersIn, newUserCode, shown } from "./user-code.ts";

it("is eight letters of twenty, without vowels, with a dash in the middle (RFC 8628 §6.1)", () => {
  const codes = Array.from({ length: 200 }, newUserCode);
  expect(
    codes.filter((code) => !/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/.test(code)),
  ).toEqual([]);
  expect(new Set(codes).size).toBe(200);
});

it("uses every letter there is", () => {
  const letters = new Set(Array.from({ length: 200 }, newUserCode).join("").replaceAll("-", ""));
  expect([...letters].toSorted().join("")).toBe("BCDFGHJKLMNPQRSTVWXZ");
});

it.each([
  ["WDJB-MJHT", "WDJBMJHT"],
  ["wdjbmjht", "WDJBMJHT"],
  [" wdjb – mjht. ", "WDJBMJHT"],
  ["W0D1JB-MAJHT", "WDJBMJHT"],
  ["", ""],
  ["aeiou", ""],
])(
  "reads %j as %j: case, dashes and foreign characters do not count (RFC 8628 §6.1)",
  (typed, letters) => {
    expect(lettersIn(typed)).toBe(letters);
  },
);

it("shows letters with their dash", () => {
  expect(shown("WDJBMJHT")).toBe("WDJB-MJHT");
});
