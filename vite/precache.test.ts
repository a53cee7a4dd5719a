import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listPrecache, versionOf } from "./precache.ts";

const DIAGRAMS = "node_modules/mermaid/dist/chunks/mermaid.core";

const manifest = {
  "index.html": {
    file: "assets/index.js",
    isEntry: true,
    imports: ["_shared.js"],
    dynamicImports: ["src/ui/diagram.tsx"],
    css: ["assets/index.css"],
    assets: ["assets/inter-latin-wght.woff2", "assets/inter-greek-ext-wght.woff2"],
  },
  "_shared.js": { file: "assets/shared.js" },
  "src/ui/diagram.tsx": {
    file: "assets/diagram.js",
    imports: ["_shared.js"],
    dynamicImports: ["sequenceDiagram", "stateDiagram-v2", "dagre", "ganttDiagram"].map(
      (name) => `${DIAGRAMS}/${name}-X.mjs`,
    ),
  },
  [`${DIAGRAMS}/sequenceDiagram-X.mjs`]: { file: "assets/sequence.js" },
  [`${DIAGRAMS}/stateDiagram-v2-X.mjs`]: { file: "assets/state.js" },
  [`${DIAGRAMS}/dagre-X.mjs`]: { file: "assets/dagre.js" },
  [`${DIAGRAMS}/ganttDiagram-X.mjs`]: { file: "assets/gantt.js" },
};

const files = [
  ...["shared", "index", "diagram", "sequence", "state", "dagre", "gantt"].map(
    (name) => `assets/${name}.js`,
  ),
  "assets/index.css",
  "assets/inter-latin-wght.woff2",
  "assets/inter-greek-ext-wght.woff2",
  "index.html",
  "404.html",
  "learn/authorization-code/index.html",
  "errors/invalid_grant/index.html",
  "errors/invalid_grant/token.refresh-key/index.html",
  "theme.js",
  "sw.js",
  "authorization-server.mjs",
];

let directory = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "precache-"));
  for (const file of files) await write(file, file);
  await write(".vite/manifest.json", JSON.stringify(manifest));
});

afterEach(() => rm(directory, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(directory, file)), { recursive: true });
  await writeFile(join(directory, file), text);
}

test("keeps pages but those of one cause, public files and whatever the app may load, lazy modules too", async () => {
  const urls = (await listPrecache(directory)).map(({ url }) => url);
  expect(urls.toSorted()).toEqual([
    "",
    "404.html",
    "assets/dagre.js",
    "assets/diagram.js",
    "assets/index.css",
    "assets/index.js",
    "assets/inter-latin-wght.woff2",
    "assets/sequence.js",
    "assets/shared.js",
    "assets/state.js",
    "errors/invalid_grant/",
    "learn/authorization-code/",
    "theme.js",
  ]);
});

test("changes its version exactly when a file changes", async () => {
  const before = versionOf(await listPrecache(directory));
  expect(versionOf(await listPrecache(directory))).toBe(before);
  await write("theme.js", "changed");
  expect(versionOf(await listPrecache(directory))).not.toBe(before);
});
