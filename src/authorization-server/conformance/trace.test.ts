import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const src = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = [
  "authorization-server",
  "grants/authorization-code",
  "grants/client-credentials",
  "grants/device-code",
  "grants/password",
];
const files = FOLDERS.flatMap((folder) =>
  readdirSync(src + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.includes("conformance"))
    .map((path) => ({ path, text: readFileSync(`${src}${folder}/${path}`, "utf8") })),
);
const tests = files
  .filter(({ path }) => path.endsWith(".test.ts"))
  .map(({ text }) => refusalsIn(text));
const sources = files.filter(
  ({ path }) => /(checks|endpoints|refresh-token)/.test(path) && !path.endsWith(".test.ts"),
);

/** The ids of all rows; those of the two pages are written with a placeholder. */
const ids = sources
  .flatMap(({ text }) => [...text.matchAll(/\bid: ["`]((?:\$\{page\}|[a-z]+)\.[a-z-]+)["`]/g)])
  .flatMap(([, id = ""]) =>
    id.startsWith("$") ? ["login", "consent"].map((page) => id.replace("${page}", page)) : [id],
  );

const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
const traced = [...readme.matchAll(/\| `([a-z]+\.[a-z-]+)` \|/g)].map(([, id = ""]) => id);

it("traces every check, and nothing that is none", () => {
  expect(ids.length).toBeGreaterThan(40);
  expect(traced.toSorted()).toEqual([...new Set(ids)].toSorted());
});

/** A test without its lists of the checks that were made, which say nothing of one that refused. */
function refusalsIn(text: string): string {
  const lines = text.split("\n");
  const listed = (line = "") => /^\s*["`][\w${}]+\.[a-z-]+(:? [a-z]+)?["`],$/.test(line);
  const inList = (line: string, at: number) =>
    / passed|toContain\(/.test(line) ||
    (listed(line) && (listed(lines[at - 1]) || listed(lines[at + 1])));
  return lines.filter((line, at) => !inList(line, at)).join("\n");
}

it("has a test of what each check refuses, by its name", () => {
  const parts = (id: string) => [id, id.replace(/^(login|consent)/, "${page}")];
  const untested = traced.filter(
    (id) => !tests.some((text) => parts(id).some((part) => text.includes(part))),
  );
  expect(untested).toEqual([]);
});
