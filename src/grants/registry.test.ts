import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { adviceOn } from "./advice.ts";
import { grants } from "./index.ts";
import { grantServers } from "./servers.ts";

const notGrants = ["steps"];

test("every folder of a grant is in the registry, and nothing else is; what needs a server half of its own has one", async () => {
  const entries = await readdir(new URL(".", import.meta.url), { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() && !notGrants.includes(entry.name))
    .map(({ name }) => name)
    .toSorted();
  expect(grants.map(({ id }) => id).toSorted()).toEqual(folders);
  const servers = grantServers.map(({ id }) => id).toSorted();
  const halves = folders.filter((folder) =>
    existsSync(new URL(`${folder}/server.ts`, import.meta.url)),
  );
  expect(servers).toEqual(halves);
});

test("every variant says when to use it and when not", () => {
  const silent = grants.flatMap((grant) =>
    grant.variants.filter((variant) => adviceOn(grant, variant) === undefined),
  );
  expect(silent).toEqual([]);
});

test("whom a variant is for is said in one form, and people are called by their names in titles", () => {
  const variants = grants.flatMap((grant) => grant.variants);
  expect(variants.map(({ forWhom }) => forWhom).filter((text) => !text.startsWith("For "))).toEqual(
    [],
  );
  const titles = variants.flatMap(({ flow }) => [
    ...flow.chapters.map(({ title }) => title),
    ...Object.values(flow.steps).map(({ title }) => title),
  ]);
  expect(titles.filter((title) => /\bthe user\b(?! code)/iu.test(title))).toEqual([]);
});
