/** The sections a reader has reached, by chapter. Kept in this browser only. */
export type Progress = Readonly<Record<string, readonly string[]>>;

/** Reads what was kept. Anything that is not a progress counts as none. */
export function parseProgress(text: string | undefined): Progress {
  const kept = parseJson(text ?? "{}");
  if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept).map(([chapter, sections]) => [chapter, stringsOf(sections)]),
  );
}

/** The progress with one more section reached; the same object when it was reached before. */
export function withReached(progress: Progress, chapter: string, section: string): Progress {
  const reached = progress[chapter] ?? [];
  return reached.includes(section) ? progress : { ...progress, [chapter]: [...reached, section] };
}

/** How far a reader is in a chapter: the sections reached and the first that was not. */
export function standing(progress: Progress, chapter: string, sections: readonly string[]) {
  const reached = sections.filter((section) => progress[chapter]?.includes(section));
  return { reached: reached.length, next: sections.find((section) => !reached.includes(section)) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
