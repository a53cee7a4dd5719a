import { writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "@playwright/test";
import { cellOf, realCells } from "../e2e/sites/cells.ts";
import { runReal } from "../e2e/sites/run.ts";
import { shippedCells } from "../e2e/sites/shipped.ts";
import { judged } from "../src/authorization-server/conformance/judged.fixture.ts";
import { ensureBrowser, launchOptions } from "./browser.ts";
import { conclude, type Conclusion } from "./evidence/conclude.ts";
import {
  concluded,
  concludeInPage,
  type Conclusions,
  evidenceDocument,
  nameOf,
} from "./evidence/document.ts";

// Runs every cell in a real browser, asks the outside judge, and writes docs/attack-evidence.md.

const FILE = new URL("../docs/attack-evidence.md", import.meta.url);

const inPage = await concludeInPage();
const differing = await runAll(inPage);
const text = evidenceDocument({ cells: shippedCells, inPage, differing, judged: await judged() });
await writeFile(FILE, text);
for (const [cell, result] of differing) console.error(`DIFFERS  ${cell}: ${concluded(result)}`);
process.exitCode = differing.size === 0 ? 0 : 1;

/** What the real runs came to that came to something else than those in the page. */
async function runAll(page: Conclusions): Promise<Conclusions> {
  const browser = await chromium.launch(launchOptions(await ensureBrowser()));
  const found = new Map<string, Conclusion>();
  for (const { row, target, real, standard } of realCells()) {
    const name = nameOf({ attack: row.id, grant: target.id });
    const result = await conclude(
      (on) => runReal(browser, real, row, target, on),
      standard,
      cellOf(row, target).by,
    );
    if (!isDeepStrictEqual(result, page.get(name))) found.set(name, result);
  }
  await browser.close();
  return found;
}
