import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chapters } from "../../src/learn/chapters.ts";
import { type Citation, citationsIn, citationsInProse, problemOf } from "./citations.ts";
import { paragraphsOf, sentencesOf, wordsOf } from "../../src/learn/prose.ts";

const read = (path: string) => readFileSync(path, "utf8");
/** Paths of the files under a folder, those of built samples left out. */
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.includes("node_modules"))
    .map((path) => `${folder}/${path}`);
const sources = ["src", "e2e", "docs"]
  .flatMap(filesIn)
  .filter((path) => /\.(tsx?|mdx|md)$/.test(path));
const lessons = sources.filter((path) => path.endsWith("/lesson.mdx"));
const problems = (citations: readonly Citation[]) =>
  citations.flatMap((one) => problemOf(one) ?? []);

/** A line of a chapter holds some 85 characters. */
const SIX_LINES = 510;
const LONG = 25;
const TOO_LONG = 45;

describe("what is cited", () => {
  it("is a section that exists, wherever a specification is named with one", () => {
    const cited = sources.map((file) => ({ file, citations: citationsIn(read(file)) }));
    expect(cited.flatMap(({ citations }) => citations).length).toBeGreaterThan(1000);
    const wrong = cited.flatMap(({ file, citations }) =>
      problems(citations).map((problem) => `${file}: ${problem}`),
    );
    expect(wrong).toEqual([]);
  });

  it("is a section that exists, in what a chapter says it rests on", () => {
    const wrong = chapters.flatMap(({ id, sources: named }) =>
      problems(named.flatMap(citationsIn)).map((problem) => `${id}: ${problem}`),
    );
    expect(wrong).toEqual([]);
  });

  it("is known to be wrong where it is", () => {
    expect(
      problems(citationsIn("as RFC 6749 §4.1.2.1, §99 and §5.2 say; RFC 7636 Appendix B")),
    ).toEqual(["RFC 6749 has no §99"]);
    expect(problems(citationsInProse("(RFC 8252 §7.3). `localhost` is a name (§8.99)."))).toEqual([
      "RFC 8252 has no §8.99",
    ]);
  });
});

describe.each(lessons)("%s", (file) => {
  const lesson = read(file);

  it("names no section without its specification, and none that does not exist", () => {
    expect(problems(citationsInProse(lesson))).toEqual([]);
  });

  it("has no paragraph over six lines", () => {
    const paragraphs = paragraphsOf(lesson);
    expect(paragraphs.length).toBeGreaterThan(5);
    expect(paragraphs.filter(({ length }) => length > SIX_LINES)).toEqual([]);
  });

  it("has sentences of at most 25 words, but for one in ten", () => {
    const sentences = paragraphsOf(lesson).flatMap(sentencesOf);
    const long = sentences.filter((sentence) => wordsOf(sentence) > LONG);
    expect(long.filter((sentence) => wordsOf(sentence) > TOO_LONG)).toEqual([]);
    expect(long.length / sentences.length).toBeLessThanOrEqual(0.1);
  });
});
