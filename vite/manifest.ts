import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";

const Keys = v.optional(v.array(v.string()), []);

const Chunk = v.object({
  file: v.string(),
  isEntry: v.optional(v.boolean(), false),
  imports: Keys,
  dynamicImports: Keys,
  css: Keys,
  assets: Keys,
});

const ManifestSchema = v.record(v.string(), Chunk);

/** Vite's own list of what it built: source file to built file and what that imports. */
export type Manifest = v.InferOutput<typeof ManifestSchema>;
type Chunk = v.InferOutput<typeof Chunk>;

/** The manifest in an output directory. */
export async function readManifest(directory: string): Promise<Manifest> {
  return v.parse(ManifestSchema, JSON.parse(await readFile(join(directory, MANIFEST), "utf8")));
}

const MANIFEST = ".vite/manifest.json";

/** The scripts the browser must have before the module runs: its file and those it imports statically. */
export function initialFiles(manifest: Manifest, key: string): string[] {
  return walk(manifest, [key], ({ imports }) => imports).map(({ file }) => file);
}

/**
 * Everything the entries may ever load, lazily too: scripts, styles and assets. `follow` is asked
 * for each lazy module whether to go there.
 */
export function reachableFiles(manifest: Manifest, follow: (key: string) => boolean): string[] {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const chunks = walk(manifest, entries, ({ imports, dynamicImports }) => [
    ...imports,
    ...dynamicImports.filter(follow),
  ]);
  return [...new Set(chunks.flatMap(({ file, css, assets }) => [file, ...css, ...assets]))];
}

function walk(
  manifest: Manifest,
  start: readonly string[],
  next: (chunk: Chunk) => readonly string[],
): Chunk[] {
  const seen = new Set(start);
  // The set grows while it is walked.
  for (const key of seen) for (const found of next(chunkOf(manifest, key))) seen.add(found);
  return [...seen].map((key) => chunkOf(manifest, key));
}

function chunkOf(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The build has no module ${key}`);
  return chunk;
}
