import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { attacks } from "../../attacks/index.ts";
import { stories } from "./stories.ts";

const FOLDER = new URL("../../attacks/", import.meta.url);
const notAttacks = ["steps"];
const ids = attacks.map(({ id }) => id);

const story = (id: string) => readFile(new URL(`${id}/story.mdx`, FOLDER), "utf8");

test("every folder of an attack is in the registry and has a story, and nothing else is", async () => {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() && !notAttacks.includes(entry.name))
    .map(({ name }) => name);
  expect(ids.toSorted()).toEqual(folders.toSorted());
  expect(Object.keys(stories).toSorted()).toEqual(folders.toSorted());
});

test.each(ids)(
  "the story of %s is short, names its sources, and says what PKCE does",
  async (id) => {
    const text = await story(id);
    const words = text.split(/\s+/).filter((word) => word !== "").length;
    expect([words >= 120, words <= 250]).toEqual([true, true]);
    expect(text).toMatch(/^Sources: .*RFC \d+ §/m);
    expect(text).toContain("PKCE");
  },
);

/** Where a run with PKCE in the walk comes to the same as one without. */
const UNCHANGED = [
  "code-interception",
  "loose-redirect",
  "script-in-page",
  "stolen-token",
  "token-injection",
];

test.each(UNCHANGED)("the story of %s says that PKCE changes nothing", async (id) => {
  expect(await story(id)).toMatch(/PKCE changes nothing/);
});
