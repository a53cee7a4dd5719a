/** A piece of a sample's code that a run executes or does not. */
export interface Piece {
  /** The path of the file. */
  readonly file: string;
  /** Where it begins, from 1. */
  readonly line: number;
  /** What tells it from the others of its file; the line alone where it is the only one there. */
  readonly name: string;
  readonly executed: boolean;
}

/** A line with a piece that no run has executed. */
export interface Gap {
  readonly file: string;
  readonly line: number;
}

/** Where pieces begin that no run has executed; what one run leaves out another may execute. */
export function gaps(pieces: Iterable<Piece>): readonly Gap[] {
  const executed = new Map<string, Piece>();
  for (const piece of pieces) {
    const key = JSON.stringify([piece.file, piece.line, piece.name]);
    if (!executed.get(key)?.executed) executed.set(key, piece);
  }
  const lines = new Map<string, Gap>();
  for (const { file, line, executed: isExecuted } of executed.values()) {
    if (!isExecuted) lines.set(JSON.stringify([file, line]), { file, line });
  }
  return [...lines.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
