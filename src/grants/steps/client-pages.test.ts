import { expect, test } from "vitest";
import { photosPage } from "./client-pages.ts";

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
