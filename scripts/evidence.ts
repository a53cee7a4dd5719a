import { writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import { cellOf, realCells } from "../e2e/sites/cells.ts";
import { runReal } from "../e2e/sites/run.ts";
import { shippedCells } from "../e2e/sites/shipped.ts";
import { judged } from "../src/authorization-server/conformance/judged.fixture.ts";
import { ensureBrowser, launchOptions } from "./browser.ts";
import { evidenceDocument, promised } from "./evidence/document.ts";

// Runs every cell in a real browser, asks the outside judge, and writes docs/attack-evidence.md.

const FILE = new URL("../docs/attack-evidence.md", import.meta.url);

const differing = await runAll();
const text = evidenceDocument(
  shippedCells,
  (cell) => differing.get(`${cell.attack} ${cell.grant}`) ?? promised(cell),
  await judged(),
);
await writeFile(FILE, text);
for (const [cell, result] of differing) console.error(`DIFFERS  ${cell}: ${result}`);
process.exitCode = differing.size === 0 ? 0 : 1;

/** What the real runs came to that came to something else, by the names of the cell. */
async function runAll(): Promise<ReadonlyMap<string, string>> {
  const browser = await chromium.launch(launchOptions(await ensureBrowser()));
  const differing = new Map<string, string>();
  for (const { row, target, real, standard } of realCells()) {
    const { verdict, by } = cellOf(row, target);
    const ran = await runReal(browser, real, row, target, standard);
    if (ran.verdict === verdict && (ran.by ?? by) === by) continue;
    const blame = ran.by === undefined ? "" : ` by \`${ran.by}\``;
    differing.set(`${row.id} ${target.id}`, `**differs**: ${ran.verdict}${blame}`);
  }
  await browser.close();
  return differing;
}
