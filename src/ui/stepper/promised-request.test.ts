import { expect, it } from "vitest";
import { walkOf } from "../../flow/walk.ts";
import { refusedLogin, tinyEntries, tinyFlow, tinyWalk } from "../exchange/tiny-flow.fixture.ts";
import { formFields, promisedRequest } from "./promised-request.ts";

it("promises the same redirect again after an edited one was refused", () => {
  const before = tinyWalk(2);
  const after = walkOf(tinyFlow, [...tinyEntries.slice(0, 2), refusedLogin]);
  expect(after.at).toBe("login");
  expect(promisedRequest(tinyFlow, before)?.url).toBe(
    "https://auth.example/login?interaction=Qk3vJq0w9sY2hT7nL5dR8xUe",
  );
  expect(promisedRequest(tinyFlow, after)).toEqual(promisedRequest(tinyFlow, before));
});

it("promises nothing while a value is missing", () => {
  expect(promisedRequest(tinyFlow, { ...tinyWalk(1), at: "redeem" })).toBe(undefined);
});

it("reads the fields a form will be submitted with", () => {
  const request = promisedRequest(tinyFlow, tinyWalk(3));
  expect(request === undefined ? {} : formFields(request)).toEqual({
    username: "alice",
    password: "wonderland",
  });
});
