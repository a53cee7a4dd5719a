import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SERVER_FILE } from "../src/ui/exchange/server-file.ts";
import { readManifest, reachableFiles } from "./manifest.ts";

/** The files the app needs to work offline, with a hash of each; urls are relative to the base path. */
export async function listPrecache(outDir: string): Promise<PrecacheEntry[]> {
  const built = reachableFiles(await readManifest(outDir), isOurs).filter(isOurs);
  const files = [...built, ...(await filesOutsideAssets(outDir))].toSorted();
  return Promise.all(
    files.map(async (file) => ({ url: urlOf(file), hash: await hashOf(join(outDir, file)) })),
  );
}

/** One hash for the whole list. */
export function versionOf(entries: readonly PrecacheEntry[]): string {
  return digest(entries.map(({ url, hash }) => `${url} ${hash}`).join("\n"));
}

// Mermaid loads a module per kind of diagram and layout, of which the app draws sequence and state diagrams, these
// laid out by dagre; fonts are split by script.
const OTHER_DIAGRAM =
  /mermaid\/dist\/(?!.*\/(sequenceDiagram|stateDiagram-v2)).*(diagram|definition)/i;
const OTHER_LAYOUT = /mermaid\/dist\/.*\/(cose-bilkent|swimlanes)-/;
const OTHER_LIBRARY = /node_modules\/(katex|cytoscape|elkjs)\//;
const OTHER_SCRIPT = /-(cyrillic|greek|vietnamese)(-ext)?-.*\.woff2?$|\.woff$/;
const LEFT_OUT = [OTHER_DIAGRAM, OTHER_LAYOUT, OTHER_LIBRARY, OTHER_SCRIPT];

/** Pages of one cause each: without a network they are made of the page for every other address. */
const PAGE_OF_A_CAUSE = /^errors\/[^/]+\/[^/]+\/index\.html$/;

function isOurs(name: string): boolean {
  return !LEFT_OUT.some((pattern) => pattern.test(name));
}

/** Neither the worker nor what only Node runs is a file of the app. */
const NOT_OF_THE_APP = ["sw.js", SERVER_FILE];

/** Pages and what came from public/. */
async function filesOutsideAssets(outDir: string): Promise<string[]> {
  const found = await readdir(outDir, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(outDir.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((file) => !file.startsWith("assets/") && !file.startsWith("."))
    .filter((file) => !NOT_OF_THE_APP.includes(file))
    .filter((file) => !PAGE_OF_A_CAUSE.test(file));
}

/** A page's address ends in a slash, which no static host redirects. */
function urlOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, "$1");
}

async function hashOf(file: string): Promise<string> {
  return digest(await readFile(file));
}

function digest(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}
