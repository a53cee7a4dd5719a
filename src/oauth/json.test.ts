import { expect, test } from "vitest";
import { jsonObject } from "./json.ts";

test("reads an object (RFC 8259 §4)", () => {
  expect(jsonObject(' {"error":"invalid_grant"} ')).toEqual({ error: "invalid_grant" });
});

test.each(["", "null", "[]", '"text"', "7", "{", "<!doctype html>"])(
  "is nothing for what is no object: %s",
  (text) => {
    expect(jsonObject(text)).toBe(undefined);
  },
);
