import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { Profiler } from "node:inspector";
import { join } from "node:path";

/** Imported before a program, the first of these keeps what it executed; it imports the others. */
export const RECORDER = ["record.ts", "scripts.ts", "marks.ts"] as const;

/** What V8 executed of a script. */
export interface ExecutedScript {
  /** The path of the source file. */
  readonly file: string;
  /** What it was made into. */
  readonly code: string;
  readonly functions: readonly Profiler.FunctionCoverage[];
}

/** Keeps what one process or page executed, in a file of its own. */
export function keepScripts(folder: string, scripts: readonly ExecutedScript[]): void {
  writeFileSync(join(folder, `${randomUUID()}.scripts.json`), JSON.stringify(scripts));
}
