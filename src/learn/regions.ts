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
    if (START.test(line)) open.push({ names: namesOn(line), from: index + 1 });
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

/** A stretch of a source file as one reads it whole: the pieces of a file are all of it but its marks. */
export interface Piece {
  /** The names of the region that begins here, where one does. */
  readonly names: readonly string[];
  /** Whether it is in a region. */
  readonly inRegion: boolean;
  /** Whether a blank line is before it. */
  readonly apart: boolean;
  /** Its lines, without blank ones around them. */
  readonly text: string;
}

/** The file from its beginning to its end, cut where regions begin and end. */
export function piecesOf(source: string): readonly Piece[] {
  const lines = source.split(/\r?\n/);
  const marks = [...lines.keys()].filter((index) => MARK.test(lines[index] ?? ""));
  const cuts = [-1, ...marks, lines.length];
  let depth = 0;
  let names: readonly string[] = [];
  let apart = false;
  const pieces: Piece[] = [];
  for (const [count, cut] of cuts.slice(0, -1).entries()) {
    const mark = lines[cut] ?? "";
    if (END.test(mark)) depth -= 1;
    if (START.test(mark)) {
      depth += 1;
      names = [...names, ...namesOn(mark)];
    }
    const body = lines.slice(cut + 1, cuts[count + 1]);
    const text = trimmed(body).join("\n");
    apart ||= body[0]?.trim() === "";
    if (text === "") continue;
    pieces.push({ names, inRegion: depth > 0, apart: apart && pieces.length > 0, text });
    names = [];
    apart = body.at(-1)?.trim() === "";
  }
  return pieces;
}

function namesOn(mark: string): readonly string[] {
  return (
    START.exec(mark)
      ?.groups?.["names"]?.trim()
      .split(/[\s,]+/) ?? []
  );
}

function close(lines: readonly string[], region: Open | undefined, end: number): Region {
  if (region === undefined)
    throw new RangeError(`Line ${end + 1} closes a region that is not open.`);
  const body = lines.slice(region.from, end);
  const first = Math.max(body.findIndex(isText), 0);
  const text = dedent(trimmed(body).filter((line) => !MARK.test(line)));
  return { names: region.names, line: region.from + first + 1, text };
}

/** Without what is no text at either end. */
function trimmed(lines: readonly string[]): readonly string[] {
  const first = Math.max(lines.findIndex(isText), 0);
  return lines.slice(first, lines.findLastIndex(isText) + 1);
}

function isText(line: string): boolean {
  return line.trim() !== "" && !MARK.test(line);
}

function dedent(lines: readonly string[]): string {
  const margins = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(margin)).join("\n");
}
