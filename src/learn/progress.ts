/** The sections a reader has reached, by chapter, the chapter read last at the end. Kept in this browser only. */
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
  const { [chapter]: reached = [], ...others } = progress;
  return reached.includes(section) ? progress : { ...others, [chapter]: [...reached, section] };
}

/** How far a reader is in a chapter: the sections reached and the first that was not. */
export function standing(progress: Progress, chapter: string, sections: readonly string[]) {
  const reached = sections.filter((section) => progress[chapter]?.includes(section));
  return { reached: reached.length, next: sections.find((section) => !reached.includes(section)) };
}

interface Readable {
  readonly id: string;
  readonly sections: readonly string[];
}

/**
 * Where a reader goes on: in the chapter read last, or in the next one after it that has a section left. Nothing when
 * every section of all was reached.
 */
export function nextToRead<Chapter extends Readable>(
  progress: Progress,
  chapters: readonly Chapter[],
): { readonly chapter: Chapter; readonly section: string } | undefined {
  const last = Object.keys(progress).at(-1);
  const from = Math.max(
    0,
    chapters.findIndex(({ id }) => id === last),
  );
  for (const chapter of [...chapters.slice(from), ...chapters.slice(0, from)]) {
    const section = standing(progress, chapter.id, chapter.sections).next;
    if (section !== undefined) return { chapter, section };
  }
  return undefined;
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
