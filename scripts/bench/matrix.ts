import type { Browser } from "@playwright/test";
import { attacks } from "../../src/attacks/index.ts";
import { computeMatrix } from "../../src/attacks/matrix.ts";
import { targetsOf } from "../../src/attacks/target.ts";
import { grants } from "../../src/grants/index.ts";
import { openSandbox } from "../../src/testing/lab.ts";
import { newContext } from "./context.ts";
import { row } from "./statistics.ts";

/** The whole matrix live in the page, and on Node in memory how it grows with attacks and with grants. */
export async function measureMatrix(browser: Browser, base: string): Promise<void> {
  row("Matrix", "cells", "seconds");
  const { cells, seconds } = await live(browser, base);
  row("live in the page, through the service worker", String(cells), seconds.toFixed(1));
  const targets = targetsOf(grants);
  const halves = [
    [Math.ceil(attacks.length / 2), targets.length],
    [attacks.length, Math.ceil(targets.length / 2)],
    [attacks.length, targets.length],
  ] as const;
  for (const [some, of] of halves) {
    const begun = performance.now();
    const matrix = await computeMatrix(attacks.slice(0, some), targets.slice(0, of), openSandbox);
    row(
      `in memory, ${some} attacks against ${of} variants`,
      String(matrix.cells.length),
      ((performance.now() - begun) / 1000).toFixed(1),
    );
  }
}

async function live(browser: Browser, base: string) {
  const context = await newContext(browser, { viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${base}compare`);
  await page.getByRole("button", { name: /^Run all \d+ again, here$/ }).click();
  const runs = page
    .locator("[data-matrix]")
    .getByTestId("runs")
    .filter({ hasText: / run in / });
  await runs.waitFor({ timeout: 300_000 });
  const said = (await runs.textContent()) ?? "";
  await context.close();
  const [, cells, seconds] = /^(\d+) run in ([\d.]+) s: all as shipped\.$/.exec(said) ?? [];
  if (cells === undefined) throw new Error(said);
  return { cells: Number(cells), seconds: Number(seconds) };
}
