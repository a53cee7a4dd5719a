import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const built = new Map<string, Promise<string>>();

/**
 * The script of this name, `print/page` or `evil/read-storage`, for a browser; nothing when there is none.
 * Built once.
 */
export function script(name: string): Promise<string> | undefined {
  const known = built.get(name);
  if (known !== undefined) return known;
  const entry = fileURLToPath(new URL(`./${name}.browser.ts`, import.meta.url));
  if (!/^[a-z/-]+$/.test(name) || !existsSync(entry)) return undefined;
  const fresh = bundled(entry);
  built.set(name, fresh);
  return fresh;
}

async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry, formats: ["iife"], name: "unused" } },
  });
  const [output] = [result].flat();
  if (output === undefined || !("output" in output)) throw new Error(`${entry} was not built.`);
  return output.output[0].code;
}
