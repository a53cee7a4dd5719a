import { readdirSync } from "node:fs";
import { scriptBytes } from "./size/scripts.ts";

const DIRECTORY = "dist";

/** Gzipped bytes of script a page may load before it answers a press. */
const BUDGETS: Readonly<Record<string, number>> = { "/": 110_000 };

let over = 0;
for (const page of pages()) {
  const route = `/${page.replace(/\/?index\.html$/, "")}`;
  const { bytes, files } = await scriptBytes(DIRECTORY, page);
  const budget = BUDGETS[route];
  const exceeded = budget !== undefined && bytes > budget;
  const limit = budget === undefined ? "" : `of ${kilobytes(budget)}${exceeded ? "  TOO BIG" : ""}`;
  console.log(
    `${route.padEnd(32)} ${kilobytes(bytes)}  ${String(files).padStart(3)} files  ${limit}`,
  );
  if (exceeded) over += 1;
}
if (over > 0) process.exitCode = 1;

function pages(): string[] {
  const found = readdirSync(DIRECTORY, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html"))
    .toSorted();
  if (!found.includes("index.html")) throw new Error(`${DIRECTORY} has no home page: build first`);
  return found;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB gz`;
}
