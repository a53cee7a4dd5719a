import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { adviceOn } from "./advice.ts";
import { grants } from "./index.ts";
import { grantServers } from "./servers.ts";

const notGrants = ["steps"];

test("every folder of a grant is in both registries, and nothing else is", async () => {
  const entries = await readdir(new URL(".", import.meta.url), { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() && !notGrants.includes(entry.name))
    .map(({ name }) => name)
    .toSorted();
  expect(grants.map(({ id }) => id).toSorted()).toEqual(folders);
  expect(grantServers.map(({ id }) => id).toSorted()).toEqual(folders);
});

test("every variant says when to use it and when not", () => {
  const silent = grants.flatMap((grant) =>
    grant.variants.filter((variant) => adviceOn(grant, variant) === undefined),
  );
  expect(silent).toEqual([]);
});
