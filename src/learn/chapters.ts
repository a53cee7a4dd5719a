import type { ChapterFacts } from "./chapter.ts";
import { firstChapters } from "./chapters/first.ts";
import { laterChapters } from "./chapters/later.ts";

/** The chapters of the guide, in order; after the numbered ones, the appendix. */
export const chapters: readonly ChapterFacts[] = [...firstChapters, ...laterChapters];

/** The chapter of that id, or nothing. */
export function chapterNamed(id: string): ChapterFacts | undefined {
  return chapters.find((chapter) => chapter.id === id);
}

/** The title with the chapter's number before it: “4 Authorization code”. The appendix has none. */
export function numberedTitle({ id, title, appendix }: ChapterFacts): string {
  if (appendix) return title;
  return `${chapters.findIndex((one) => one.id === id) + 1} ${title}`;
}

/** The chapter of that number, “4”, or nothing; the appendix has none. */
export function chapterNumbered(number: string): ChapterFacts | undefined {
  return chapters.find(
    ({ appendix }, index) => appendix === undefined && String(index + 1) === number,
  );
}

/** The chapters before and after one, where there are any. */
export function neighbours(
  id: string,
): readonly [ChapterFacts | undefined, ChapterFacts | undefined] {
  const index = chapters.findIndex((chapter) => chapter.id === id);
  return [chapters[index - 1], chapters[index + 1]];
}
