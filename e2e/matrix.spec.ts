import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import * as v from "valibot";
import { MatrixFile } from "../src/attacks/matrix-file.ts";
import { expectAccessible } from "./support/axe.ts";
import { ComparePage } from "./support/compare.ts";
import { expectToFit } from "./support/fit.ts";
import { expect, test } from "./support/test.ts";

const shipped = v.parse(
  MatrixFile,
  JSON.parse(await readFile(new URL("../src/attacks/matrix.json", import.meta.url), "utf8")),
);
const COUNT = shipped.cells.length;

test("a cell of every second attack, run again in the page, comes to what is shipped", {
  tag: ["@root", "@firefox-thorough"],
}, async ({ page }) => {
  await new ComparePage(page).open();
  await showAllColumns(page);
  const attacks = [...new Set(shipped.cells.map(({ attack }) => attack))];
  for (const [index, attack] of attacks.entries()) {
    if (index % 2 === 1) continue;
    const cells = shipped.cells.filter(
      (cell) => cell.attack === attack && cell.verdict !== "does not apply",
    );
    const { grant } = cells[index % cells.length] ?? { grant: "" };
    const cell = page.locator(`[data-cell="${attack} ${grant}"]`);
    await cell.getByRole("button", { name: /^Run again/ }).click();
    await expect(cell).toHaveAttribute("data-rerun", "same");
  }
  await expect(page.getByRole("alert")).toBeEmpty();
});

test("every cell run again in the page comes to what is shipped", {
  tag: ["@root", "@thorough", "@firefox-thorough"],
}, async ({ page }) => {
  await new ComparePage(page).open();
  await showAllColumns(page);
  expect(await shownCells(page)).toEqual(
    shipped.cells.map(({ attack, grant, verdict, by = null }) => ({
      cell: `${attack} ${grant}`,
      verdict,
      by,
      rerun: null,
    })),
  );
  await page.getByRole("button", { name: `Run all ${COUNT} again, here` }).click();
  await expect(runs(page)).toHaveText(/^\d+ run in [\d.]+ s/, { timeout: 150_000 });
  await expect(runs(page)).toHaveText(/all as shipped\.$/);
  const ran = await shownCells(page);
  expect(ran.filter(({ rerun }) => rerun !== "same")).toEqual([]);
  expect(ran).toHaveLength(COUNT);
  await expect(page.getByRole("alert")).toBeEmpty();
});

test("one cell can be run again, and a run of all can be stopped", { tag: "@root" }, async ({
  page,
}) => {
  await new ComparePage(page).open();
  const cell = page.locator('[data-cell="code-injection implicit"]');
  await cell.getByRole("button", { name: /^Run again/ }).click();
  await expect(cell).toHaveAttribute("data-rerun", "same");
  await expect(runs(page)).toHaveText(/^1 run in [\d.]+ s: all as shipped\.$/);
  await page.getByRole("button", { name: /^Run all/ }).click();
  await expect(page.getByRole("progressbar", { name: "Cells run" })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(runs(page)).toHaveText(new RegExp(`^Stopped after \\d+ of ${COUNT} in`));
  await expect(page.locator('[data-rerun="running"]')).toHaveCount(0);
});

test.describe("a result that differs from what is shipped", { tag: "@root" }, () => {
  // This address has no page rendered at build time, which would still show the true verdict.
  test.use({ tolerated: /status of 404/ });

  test("is shouted, with both results", async ({ page }) => {
    const changed = await shipAnotherVerdict(page);
    await new ComparePage(page).open("./compare/implicit/authorization-code~public-pkce");
    const cell = page.locator('[data-cell="code-interception implicit"]');
    await expect(cell).toHaveAttribute("data-verdict", "stopped");
    expect(changed()).toBe(1);
    await cell.getByRole("button", { name: /^Run again/ }).click();
    await expect(cell).toHaveAttribute("data-rerun", "differs");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(
      "One result differs from what this version was shipped with.",
    );
    await expect(alert).toContainText(/against Implicit\. Shipped: Stopped.* Ran here: Succeeds: /);
    await expect(runs(page)).toHaveText(/1 not as shipped\.$/);
    await expectAccessible(page, "all but colours");
  });
});

test("a cell leads to its attack, set up as in the cell", { tag: "@root" }, async ({ page }) => {
  await new ComparePage(page).open();
  const cell = page.locator('[data-cell="token-leak/history authorization-code/public-pkce"]');
  await cell.getByRole("link").click();
  await expect(page).toHaveURL(
    /\/attacks\/token-leak\?way=history&grant=authorization-code\/public-pkce$/,
  );
});

test("facts and matrix can be taken along as Markdown and CSV", { tag: "@root" }, async ({
  page,
}) => {
  await new ComparePage(page).open();
  const markdown = (await downloaded(page, "Markdown")).toString("utf8");
  const lines = markdown.split("\n");
  expect(lines[0]).toBe("# Implicit against Authorization code, Public + PKCE");
  expect(lines[2]).toMatch(/^\d{4}-\d\d-\d\d\. /);
  const rows = lines.filter((line) => line.startsWith("| "));
  const attacks = new Set(shipped.cells.map(({ attack }) => attack)).size;
  const separators = rows.filter((line) => line.startsWith("| ---")).length;
  expect([separators, rows.length]).toEqual([3, 3 + 3 + 12 + 2 * attacks]);
  const widths = rows.map((line) => line.replaceAll(/\\\|/g, "").split("|").length - 2);
  const columns = new Set(shipped.cells.map(({ grant }) => grant)).size;
  expect(new Set(widths)).toEqual(new Set([3, 1 + columns]));

  const csv = (await downloaded(page, "CSV")).toString("utf8");
  expect(csv.split("\r\n")[0]).toBe("table,row,grant,value,stopped by,spec,reason,modelled");
  const records = csv.split("\r\n").filter((line) => line.startsWith("attack,"));
  expect(records).toHaveLength(COUNT);
  const verdicts = shipped.cells.map(({ verdict }) => verdict);
  expect(records.map((record) => verdicts.find((one) => record.includes(`,${one},`)))).toEqual(
    verdicts,
  );
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("Copied as Markdown.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(markdown);
});

test("the picture is an SVG, and the same as a PNG of twice its size", { tag: "@root" }, async ({
  page,
}) => {
  await new ComparePage(page).open();
  const svg = (await downloaded(page, "SVG")).toString("utf8");
  const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  expect(svg).toContain("Implicit against Authorization code, Public + PKCE");
  const png = await downloaded(page, "PNG");
  expect(png.toString("latin1", 1, 4)).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    2 * Number(width),
    2 * Number(height),
  ]);
  const box = await widestText(page, svg);
  expect(box.overflowing).toEqual([]);
});

test.describe("on a phone", { tag: "@root" }, () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the tables show one grant at a time, chosen above them", async ({ page }) => {
    await new ComparePage(page).open();
    const matrix = page.getByRole("table", { name: /^Attacks by grants/ });
    const heads = () => matrix.getByRole("columnheader").allTextContents();
    expect(await heads()).toEqual(["Attack", expect.stringContaining("Public + PKCE")]);
    await page
      .locator("[data-matrix]")
      .getByLabel("Grant", { exact: true })
      .selectOption("Implicit");
    expect(await heads()).toEqual(["Attack", expect.stringContaining("Implicit")]);
    await expectToFit(page);
    await expectAccessible(page, "all but colours");
  });
});

function runs(page: Page): Locator {
  return page.getByTestId("runs");
}

async function showAllColumns(page: Page): Promise<void> {
  const matrix = page.locator("[data-matrix]");
  await matrix.getByText(/^Columns: \d+ of \d+$/).click();
  await matrix.getByRole("button", { name: /^Show all/ }).click();
}

/** The cells of the table, in the order of the file. */
async function shownCells(page: Page) {
  return page.locator("[data-cell]").evaluateAll((cells) =>
    cells.map((cell) => ({
      cell: cell.getAttribute("data-cell"),
      verdict: cell.getAttribute("data-verdict"),
      by: cell.getAttribute("data-by"),
      rerun: cell.getAttribute("data-rerun"),
    })),
  );
}

async function downloaded(page: Page, label: string): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${label}` }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(
    /^implicit-against-authorization-code-public-pkce\.(md|csv|svg|png)$/,
  );
  return readFile(await file.path());
}

/** Serves a matrix in which one attack that succeeds is said to be stopped; gives how often it was served. */
async function shipAnotherVerdict(page: Page): Promise<() => number> {
  let changed = 0;
  await page.route(/\/assets\/.*\.js$/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const body = script.replace(
      /(attack["`']?:\s*["`']code-interception["`'],\s*["`']?grant["`']?:\s*["`']implicit["`'],\s*["`']?verdict["`']?:\s*["`'])succeeds/,
      (_, before: string) => {
        changed += 1;
        return `${before}stopped`;
      },
    );
    await route.fulfill({ response, body });
  });
  return () => changed;
}

/** Texts of the picture that reach into the next column or over the edge, as this browser measures them. */
async function widestText(page: Page, svg: string) {
  return page.evaluate((source) => {
    const holder = document.createElement("div");
    holder.append(new DOMParser().parseFromString(source, "image/svg+xml").documentElement);
    document.body.append(holder);
    const starts = [304, 704, 1080];
    const overflowing = [...holder.querySelectorAll("text")].flatMap((text) => {
      const { x, width } = text.getBBox();
      const wide = Number(text.getAttribute("font-size")) > 20 || text.textContent.startsWith("20");
      const end = wide ? 1080 : (starts.find((start) => start > x + 1) ?? 1080);
      return x + width > end ? [text.textContent] : [];
    });
    holder.remove();
    return { overflowing };
  }, svg);
}
