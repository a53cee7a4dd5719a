import type { Locator, Page } from "@playwright/test";
import { expect, hydrated, test } from "./support/test.ts";

test("in the worker, too, every attack succeeds without its defences and is stopped by each of them alone", {
  tag: ["@root", "@thorough"],
}, async ({ page }) => {
  const section = await begun(page);
  await expect(section.getByTestId("runs")).toHaveText(
    /^(\d+) run in [\d.]+ s: all came out as they must\.$/,
    { timeout: 170_000 },
  );
  await expect(section.getByRole("listitem")).toHaveCount(0);
});

test("the experiments run in the worker until they are stopped, and come out as they must", {
  tag: "@root",
}, async ({ page }) => {
  const section = await begun(page);
  const progress = section.getByRole("progressbar");
  await expect.poll(() => progress.getAttribute("value").then(Number)).toBeGreaterThan(20);
  await section.getByRole("button", { name: "Stop" }).click();
  await expect(section.getByTestId("runs")).toHaveText(
    /^Stopped after \d+ of \d+ in [\d.]+ s: all came out as they must\.$/,
  );
  await expect(section.getByRole("listitem")).toHaveCount(0);
});

async function begun(page: Page): Promise<Locator> {
  await page.goto("./attacks");
  await hydrated(page);
  const section = page.locator("[data-experiments]");
  await section.getByRole("button", { name: /^Run all \d+$/ }).click();
  return section;
}
