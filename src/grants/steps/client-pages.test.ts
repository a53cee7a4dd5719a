import { expect, test } from "vitest";
import { HTTP_ONLY, photosPage, redirectAnswer, sessionIn } from "./client-pages.ts";

const listOf = (photos: string) => /<ul>.*<\/ul>/.exec(photosPage(photos))?.[0];

test("lists the photos the API gave, escaped", () => {
  const photos = JSON.stringify({ photos: [{ title: "Tea <party>", taken: "2026-05-04" }] });
  expect(listOf(photos)).toBe("<ul><li>Tea &#60;party&#62; <time>2026-05-04</time></li></ul>");
});

test.each(["", "<!doctype html>", "[]", '{"photos":7}', '{"photos":[7,null]}'])(
  "lists none when the answer came in another form: %s",
  (photos) => {
    expect(listOf(photos)).toBe("<ul></ul>");
  },
);

const cookieOf = (leftOut: readonly string[]) =>
  redirectAnswer("https://print.example/photos", "s1", new Set(leftOut)).headers.find(
    ([name]) => name === "Set-Cookie",
  )?.[1];

test("keeps the session cookie from scripts unless that is left out (RFC 10017 §6.1.3.2)", () => {
  expect(cookieOf([])).toBe("__Host-Http-session=s1; Path=/; Secure; HttpOnly; SameSite=Lax");
  expect(cookieOf([HTTP_ONLY])).toBe("__Host-session=s1; Path=/; Secure; SameSite=Lax");
});

test.each([
  ["__Host-Http-session=s1", "s1"],
  ["__Host-session=s1", "s1"],
  ["theme=dark; __Host-session=s1; a=b", "s1"],
  ["not__Host-session=s1", undefined],
  ["", undefined],
])("finds the session among the cookies %s", (cookies, session) => {
  expect(sessionIn(cookies)).toBe(session);
});
