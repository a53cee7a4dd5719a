import { copyFile, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Ran, run } from "../../run.ts";
import { copied } from "./marks.ts";
import type { Piece } from "./pieces.ts";

/** Names the folder that Go's programs leave in what they executed. */
export const GO_FOLDER_VARIABLE = "GOCOVERDIR";

const AT_THE_END = "at_the_end.go";

/** Builds a program that leaves what it executed, also when it is ended: from a copy, with a file more. */
export async function buildCovered(folder: string, copy: string, program: string): Promise<Ran> {
  await copied(folder, copy);
  await copyFile(join("scripts/samples/coverage", AT_THE_END), join(copy, AT_THE_END));
  return run("go", ["build", "-cover", "-covermode=atomic", "-o", program, "."], { cwd: copy });
}

/** The blocks of the program in that folder. Throws what Go says when there is nothing to tell them from. */
export async function goPieces(folder: string, left: string): Promise<readonly Piece[]> {
  const profile = join(left, "profile");
  const told = await run("go", ["tool", "covdata", "textfmt", `-i=${left}`, `-o=${profile}`]);
  if (told.code !== 0) throw new Error(told.output);
  return blocksIn(folder, await readFile(profile, "utf8"));
}

/** `module/main.go:12.3,14.5 2 1`: from line 12 to line 14, two statements, executed. */
export function blocksIn(folder: string, profile: string): readonly Piece[] {
  return profile.split("\n").flatMap((text): readonly Piece[] => {
    const [, path = "", line, column, count] =
      /^(\S+):(\d+)\.(\d+),\d+\.\d+ \d+ (\d+)$/.exec(text) ?? [];
    const name = basename(path);
    if (line === undefined || name === AT_THE_END) return [];
    return [
      {
        file: join(folder, name),
        line: Number(line),
        name: `block at ${column}`,
        executed: count !== "0",
      },
    ];
  });
}
