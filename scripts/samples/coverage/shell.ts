import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { filesIn } from "../../../vite/samples.ts";
import { copied, FOLDER_VARIABLE, MARKS, PASSED } from "./marks.ts";
import { logicalLines } from "./shell-lines.ts";

/** Makes a copy of a folder whose scripts leave what they execute. */
export async function copyMarked(folder: string, copy: string): Promise<void> {
  await copied(folder, copy);
  const marks: string[] = [];
  for (const name of filesIn(folder).filter((one) => one.endsWith(".sh"))) {
    const script = marked(name, await readFile(join(folder, name), "utf8"));
    await writeFile(join(copy, name), script.text);
    marks.push(...script.marks);
  }
  await writeFile(join(copy, MARKS), marks.join("\n"));
}

/**
 * The script with a mark before each command that a line begins with, and before the last one after `||` or `&&`;
 * what a shell would execute it executes as before. It reads the one style the samples are written in and throws at others.
 */
export function marked(
  name: string,
  script: string,
): { readonly text: string; readonly marks: readonly string[] } {
  const marks: string[] = [];
  const pass = (line: number, which = ""): string => {
    const mark = `${name}:${line}${which}`;
    marks.push(mark);
    return `echo '${mark}' >>"$${FOLDER_VARIABLE}/${PASSED}"; `;
  };
  const lines = logicalLines(script).map(({ text, line, command, last }) => {
    if (command === undefined) return text;
    const begin = text.slice(0, command) + pass(line);
    if (last === undefined) return begin + text.slice(command);
    const before = text.slice(command, last);
    const lineOfLast = line + text.slice(0, last).split("\n").length - 1;
    return `${begin}${before}{ ${pass(lineOfLast, " last")}${text.slice(last)}; }`;
  });
  return { text: lines.join("\n"), marks };
}
