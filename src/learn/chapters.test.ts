import { expect, it } from "vitest";
import { chapterNumbered, chapters, numberedTitle } from "./chapters.ts";

it("finds each chapter by the number its title has, and the appendix by none", () => {
  const numbers = chapters.map((_, index) => String(index + 1));
  const titles = numbers.map((number) => {
    const chapter = chapterNumbered(number);
    return chapter && numberedTitle(chapter).startsWith(`${number} `);
  });
  expect(titles).toEqual(chapters.map(({ appendix }) => (appendix ? undefined : true)));
  expect(["0", "04", "4.0", "", "pkce"].map(chapterNumbered)).toEqual(Array(5).fill(undefined));
});
