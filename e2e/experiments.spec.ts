import { expect, hydrated, test } from "./support/test.ts";

test("in the worker, too, every attack succeeds without its defences and is stopped by each of them alone", {
  tag: "@root",
}, async ({ page }) => {
  await page.goto("./attacks");
  await hydrated(page);
  const section = page.locator("[data-experiments]");
  await section.getByRole("button", { name: /^Run all \d+$/ }).click();
  await expect(section.getByTestId("runs")).toHaveText(
    /^(\d+) run in [\d.]+ s: all came out as they must\.$/,
    { timeout: 170_000 },
  );
  await expect(section.getByRole("listitem")).toHaveCount(0);
});
