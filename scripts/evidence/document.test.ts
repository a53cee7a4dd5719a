import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { shippedCells } from "../../e2e/sites/shipped.ts";
import { judged } from "../../src/authorization-server/conformance/judged.fixture.ts";
import { concludeInPage, type Conclusions, evidenceDocument, nameOf } from "./document.ts";

const FILE = new URL("../../docs/attack-evidence.md", import.meta.url);

let inPage: Conclusions;
beforeAll(async () => {
  inPage = await concludeInPage();
});

test("each stop of the matrix is by a defence without which the attack goes on", () => {
  const stopped = shippedCells.filter(({ verdict }) => verdict === "stopped");
  const thanked = stopped.map((cell) => {
    const conclusion = inPage.get(nameOf(cell));
    return [nameOf(cell), conclusion && "by" in conclusion ? conclusion.by : conclusion];
  });
  expect(stopped.length).toBeGreaterThan(10);
  expect(thanked).toEqual(stopped.map((cell) => [nameOf(cell), cell.by]));
});

test("the published evidence is what the runs give; if the change is meant: npm run evidence", async () => {
  const published = await readFile(FILE, "utf8");
  // What happens in a real browser is held to the same by e2e/real-sites.spec.ts.
  const differing: Conclusions = new Map();
  expect(published).toBe(
    evidenceDocument({ cells: shippedCells, inPage, differing, judged: await judged() }),
  );
});
