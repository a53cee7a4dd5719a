import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Piece } from "./pieces.ts";

/** Names the folder that a program leaves in what it executes. */
export const FOLDER_VARIABLE = "GRANTLAB_EXECUTED";

/** The file there with the marks that were passed, one a line. */
export const PASSED = "executed";

/** The file in a marked copy with all its marks: the name of a file, the number of a line, and what else tells it. */
export const MARKS = "marks";

/** A fresh copy of the folder, to be marked or added to. */
export async function copied(folder: string, copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await cp(folder, copy, { recursive: true });
}

/** What was executed of the folder by the copy that was marked. */
export async function markedPieces(
  folder: string,
  copy: string,
  left: string,
): Promise<readonly Piece[]> {
  const passed = new Set(await linesOf(join(left, PASSED)));
  return (await linesOf(join(copy, MARKS))).map((mark) => {
    const [, file = "", line] = /^(.+?):(\d+)/.exec(mark) ?? [];
    return { file: join(folder, file), line: Number(line), name: mark, executed: passed.has(mark) };
  });
}

async function linesOf(file: string): Promise<readonly string[]> {
  return (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
}
