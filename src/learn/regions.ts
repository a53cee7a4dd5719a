/** A stretch of a source file between `// #region name` and `// #endregion`; Python and shells have `#` for `//`. */
export interface Region {
  /** The names on the mark; a region may belong to several steps. */
  readonly names: readonly string[];
  /** Line of the file its first line is, from 1. */
  readonly line: number;
  /** Its lines without the marks and without blank ones around them, moved to the left margin. */
  readonly text: string;
}

const START = /^\s*(?:\/\/|#) #region (?<names>\S.*)$/;
const END = /^\s*(?:\/\/|#) #endregion\s*$/;
const MARK = /^\s*(?:\/\/|#) #(?:end)?region\b/;

interface Open {
  readonly names: readonly string[];
  readonly from: number;
}

/**
 * The regions of a source file, in the order they begin; they may nest.
 * Throws `RangeError` when a mark has no partner.
 */
export function regionsOf(source: string): readonly Region[] {
  const lines = source.split(/\r?\n/);
  const open: Open[] = [];
  const found: Region[] = [];
  for (const [index, line] of lines.entries()) {
    const names = START.exec(line)?.groups?.["names"];
    if (names !== undefined) open.push({ names: names.trim().split(/[\s,]+/), from: index + 1 });
    if (END.test(line)) found.push(close(lines, open.pop(), index));
  }
  const [left] = open;
  if (left !== undefined) throw new RangeError(`Region “${left.names.join(" ")}” is never closed.`);
  return found.toSorted((a, b) => a.line - b.line);
}

/** The region of that name, or nothing. */
export function regionNamed(regions: readonly Region[], name: string): Region | undefined {
  return regions.find(({ names }) => names.includes(name));
}

/** The source without its region marks, nor the blank lines there are for their sake, as one wants to read it whole. */
export function withoutMarks(source: string): string {
  const lines = source.split(/\r?\n/);
  const isBlank = (index: number) => lines[index]?.trim() === "";
  const isMark = (index: number) => MARK.test(lines[index] ?? "");
  const isDoubled = (index: number) => isBlank(index) && isMark(index - 1) && isBlank(index - 2);
  return lines.filter((_, index) => !isMark(index) && !isDoubled(index)).join("\n");
}

function close(lines: readonly string[], region: Open | undefined, end: number): Region {
  if (region === undefined)
    throw new RangeError(`Line ${end + 1} closes a region that is not open.`);
  const body = lines.slice(region.from, end);
  const first = Math.max(body.findIndex(isText), 0);
  const last = body.findLastIndex(isText);
  const text = dedent(body.slice(first, last + 1).filter((line) => !MARK.test(line)));
  return { names: region.names, line: region.from + first + 1, text };
}

function isText(line: string): boolean {
  return line.trim() !== "" && !MARK.test(line);
}

function dedent(lines: readonly string[]): string {
  const margins = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(margin)).join("\n");
}
