import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { initialFiles, type Manifest, readManifest } from "../../vite/manifest.ts";

export interface ScriptBytes {
  /** Gzipped one by one, level 9. */
  readonly bytes: number;
  readonly files: number;
}

/**
 * The scripts a built page loads at once: those it names, as scripts or preloads, and everything they import
 * statically. Lazy modules are not counted unless the page preloads them.
 */
export async function scriptBytes(directory: string, page: string): Promise<ScriptBytes> {
  const html = await readFile(join(directory, page), "utf8");
  const manifest = await readManifest(directory);
  const files = new Set(namedScripts(html).flatMap((file) => withImports(manifest, file)));
  const each = await Promise.all([...files].map((file) => gzipped(join(directory, file))));
  return { bytes: each.reduce((sum, size) => sum + size, 0), files: files.size };
}

/** Paths relative to the base `/`. */
export function namedScripts(html: string): string[] {
  const tags = html.matchAll(
    /<(?:script\b[^>]*\bsrc|link\b[^>]*\bmodulepreload\b[^>]*\bhref)="\/([^"]+)"/g,
  );
  return [...tags].flatMap(([, file]) => file ?? []);
}

function withImports(manifest: Manifest, file: string): string[] {
  const key = Object.keys(manifest).find((name) => manifest[name]?.file === file);
  return key === undefined ? [file] : initialFiles(manifest, key);
}

const sizes = new Map<string, Promise<number>>();

/** Most pages load the same files. */
function gzipped(file: string): Promise<number> {
  const size = sizes.get(file) ?? measured(file);
  sizes.set(file, size);
  return size;
}

async function measured(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).length;
}
