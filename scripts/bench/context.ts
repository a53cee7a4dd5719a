import type { Browser, BrowserContext, BrowserContextOptions } from "@playwright/test";

/** A browser context with nothing kept, whose pages can run functions of these scripts. */
export async function newContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  // What runs these scripts wraps every named function in a call of this name.
  await context.addInitScript("globalThis.__name = (value) => value;");
  return context;
}
