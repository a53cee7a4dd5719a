import { findGrant, findVariant } from "../../grants/index.ts";
import { type ChapterFacts, CODE } from "../../learn/chapter.ts";
import { chapterNamed } from "../../learn/chapters.ts";

/** Whoever builds a page takes the page of this chapter, as it is after the migration; the grant's own is a command. */
const PAGE_CODE = "migration";

/** The chapter whose code comes nearest to the client of a walk; nothing where none has code. */
export function codeChapter(grantId: string, variantId: string): ChapterFacts | undefined {
  const chapter = chapterNamed(sampleOf(grantId, variantId));
  return chapter?.sections.includes(CODE) === true ? chapter : undefined;
}

function sampleOf(grantId: string, variantId: string): string {
  if (grantId === "authorization-code" && variantId === "public-pkce") return PAGE_CODE;
  const grant = findGrant(grantId);
  return (grant && findVariant(grant, variantId)?.sample) ?? grantId;
}
