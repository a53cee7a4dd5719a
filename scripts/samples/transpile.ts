import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transformWithOxc } from "vite";

/** The name of what is made of a TypeScript file; of any other its own. */
export function transpiledName(name: string): string {
  return name.replace(/\.ts$/, ".js");
}

/** Puts beside each of these TypeScript files of a folder what every Node runs at once, with its source map. */
export async function transpile(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = join(folder, name);
    const { code, map } = await transformWithOxc(await readFile(file, "utf8"), file);
    // As long as before, so that the source map still holds.
    const runnable = code.replaceAll(/(?<=from "\.[^"]+)\.ts(?=")/g, ".js");
    const encoded = Buffer.from(JSON.stringify(map)).toString("base64");
    const pointer = `//# sourceMappingURL=data:application/json;base64,${encoded}`;
    await writeFile(transpiledName(file), `${runnable}\n${pointer}\n`);
  }
}
