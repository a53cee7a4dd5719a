import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { shippedCells } from "../../e2e/sites/shipped.ts";
import { judged } from "../../src/authorization-server/conformance/judged.fixture.ts";
import { evidenceDocument, promised } from "./document.ts";

const FILE = new URL("../../docs/attack-evidence.md", import.meta.url);

test("the published evidence is what the runs give; if the change is meant: npm run evidence", async () => {
  const published = await readFile(FILE, "utf8");
  expect(published).toBe(evidenceDocument(shippedCells, promised, await judged()));
});
