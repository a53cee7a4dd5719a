import { readdirSync, readFileSync } from "node:fs";
import { importsOf, type Source } from "./layers/imports.ts";
import { violations } from "./layers/rules.ts";

const sources: Source[] = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => `src/${path.replaceAll("\\", "/")}`)
  .filter((path) => /\.(tsx?|mdx)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const found = violations(sources.map((source) => ({ ...source, imports: importsOf(source) })));

for (const { path, rule } of found) console.error(`${path}: ${rule}`);
console.log(`Layer rule: ${sources.length} modules, ${found.length} violations`);
if (found.length > 0) process.exitCode = 1;
