import { expect, type Page } from "@playwright/test";

/** Nothing makes a page 360 px wide scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}
