/** The running text of a chapter, paragraph by paragraph: no headings, tables, code or elements. */
export function paragraphsOf(lesson: string): readonly string[] {
  return lesson
    .replaceAll(/^```[\s\S]*?^```/gm, "")
    .replaceAll(/<Table[\s\S]*?<\/Table>/g, "")
    .split(/\n\s*\n/)
    .flatMap((block) => block.split(/\n(?=[-*] |\d+\. )/))
    .map(plain)
    .filter((paragraph) => paragraph !== "" && !paragraph.startsWith("#"));
}

/** The sentences of a paragraph; a number with a point in it, and “e.g.”, end none. */
export function sentencesOf(paragraph: string): readonly string[] {
  return paragraph.split(/(?<=[.?!:;]["”’)]?) +(?=["“(]?[A-Z])/).filter((one) => one !== "");
}

/** How many words it has; marks alone are none. */
export function wordsOf(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /\w/.test(word)).length;
}

/** A message that is named by an element reads as two words or so. */
function plain(block: string): string {
  return block
    .replaceAll(/<Step\b[^>]*\/>/g, "this message")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\]\([^)]*\)/g, "")
    .replaceAll(/[*`[\]]/g, "")
    .replaceAll(/^(?:[-*]|\d+\.) /g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** A section of a chapter: its heading and its running text. */
export interface SectionText {
  readonly title: string;
  readonly text: string;
}

/** The sections of a chapter that have running text. */
export function sectionsOf(lesson: string): readonly SectionText[] {
  return lesson
    .split(/^## /m)
    .slice(1)
    .map((section) => ({
      title: section.split("\n", 1)[0] ?? "",
      text: paragraphsOf(section.replace(/^.*\n/, "")).join(" "),
    }))
    .filter(({ text }) => text !== "");
}
