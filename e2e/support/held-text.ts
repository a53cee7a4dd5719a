import type { Page } from "@playwright/test";

/**
 * Opens a chapter and keeps back the script of its text, which has these words, until what this returns is called. By
 * then the app's own script has run, and the page does not listen yet.
 */
export async function openWithTextHeld(
  page: Page,
  address: string,
  words: string,
): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/assets\/lesson-/, async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes(words)) await held;
    await route.fulfill({ response });
  });
  await page.goto(address, { waitUntil: "commit" });
  await page.evaluate(workerInCharge);
  return release;
}

/** Runs in the page: resolves when the worker answers for it and it has been painted since, long after its own script came. */
async function workerInCharge(): Promise<void> {
  const workers = navigator.serviceWorker;
  if (workers.controller === null) {
    await new Promise((resolve) =>
      workers.addEventListener("controllerchange", resolve, { once: true }),
    );
  }
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
