import { type ChapterFacts, CODE } from "../../learn/chapter.ts";
import { chapterNamed } from "../../learn/chapters.ts";

/** Variants whose client is another chapter's code than that of their grant, by grant. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "authorization-code": {
    bff: "browser-apps",
    "token-mediating": "browser-apps",
    // The page as it is after the migration.
    "public-pkce": "migration",
    "openid-connect": "openid-connect",
  },
};

/** The chapter whose code comes nearest to the client of a walk; nothing where none has code. */
export function codeChapter(grant: string, variant: string): ChapterFacts | undefined {
  const chapter = chapterNamed(ELSEWHERE[grant]?.[variant] ?? grant);
  return chapter?.sections.includes(CODE) === true ? chapter : undefined;
}
