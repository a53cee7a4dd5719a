import type { Locator, Page } from "@playwright/test";

/** Presses Tab until the focus is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const focused = () =>
    target.evaluate(
      (element) => element.ownerDocument.activeElement === element && document.hasFocus(),
    );
  for (let left = 200; !(await focused()); left -= 1) {
    if (left === 0) throw new Error("Tab does not lead there.");
    await page.keyboard.press("Tab");
  }
}
