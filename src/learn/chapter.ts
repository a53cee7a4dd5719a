/** What the guide's contents say about a chapter before its text is loaded. */
export interface ChapterFacts {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Reading time without the walking. */
  readonly minutes: number;
  /** Its headings, in order; a test holds them to the text. */
  readonly sections: readonly string[];
  /** What it rests on: “RFC 6749 §4.1”, “OAuth 2.1 §10.1”, “OpenID Connect Core §3.1.3.7”. */
  readonly sources: readonly string[];
  /** The day its text was last held against those: “2026-11-22”. */
  readonly checked: string;
  /** Whether it stands after the numbered chapters. */
  readonly appendix?: true;
}

/** The section that says what it is for. */
export const ABLE = "What you will be able to do";
/** The section with the walk of a chapter, reached when the walk has come to its end. */
export const WALK = "The walk";
/** The sections of the exercises of a chapter, reached when what they ask for is brought about. */
export const TASK = "Repair it";
export const GOAL = "On your own";
/** The section with what to keep of a chapter. */
export const RECAP = "Recap";
/** The section with the sample. */
export const CODE = "The code";
/** The section of `<Sources />`, the last of every chapter. */
export const SOURCES = "Sources";

/** Whether a section counts as reached by what was done in it, not by being seen. */
export function isEarned(section: string): boolean {
  return [WALK, TASK, GOAL].includes(section);
}

/** The id of a section's heading, for links: `What can go wrong` is `what-can-go-wrong`. */
export function sectionId(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
