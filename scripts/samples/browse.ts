import { chromium, type Page } from "@playwright/test";
import { BROWSER_VARIABLE, ensureBrowser, launchOptions } from "../browser.ts";
import { ALICE } from "../../src/grants/cast.ts";

/** Presses the page's “Log in” in a browser, is Alice, and gives what the page then shows and every address on the way. */
export function logInAt(
  address: URL,
  decision: "Allow" | "Deny" = "Allow",
): Promise<readonly string[]> {
  return withPage(async (page) => {
    const addresses: string[] = [];
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    await page.goto(address.href);
    await page.getByRole("button", { name: "Log in" }).click();
    await signIn(page, decision);
    return [await shownBy(page, /\S/), ...addresses];
  });
}

/** The same at a page with a backend, and out again; with what its scripts can read of the cookies. */
export function logInAndOutAt(address: URL): Promise<readonly string[]> {
  return withPage(async (page) => {
    await page.goto(address.href);
    const before = await shownBy(page, /\S/);
    await page.getByRole("link", { name: "Log in" }).click();
    await signIn(page, "Allow");
    const during = await shownBy(page, /photos/);
    const readable = await page.evaluate(() => document.cookie);
    await page.getByRole("button", { name: "Log out" }).click();
    return [before, during, `scripts read: “${readable}”`, await shownBy(page, /Nobody/)];
  });
}

async function signIn(page: Page, decision: "Allow" | "Deny"): Promise<void> {
  await page.getByLabel("Name").fill(ALICE.username);
  await page.getByLabel("Password").fill(ALICE.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: decision }).click();
}

async function shownBy(page: Page, text: RegExp): Promise<string> {
  const shown = page.getByRole("status").filter({ hasText: text });
  await shown.waitFor();
  return `shows: ${await shown.textContent()}`;
}

async function withPage<Value>(visit: (page: Page) => Promise<Value>): Promise<Value> {
  const path = process.env[BROWSER_VARIABLE] ?? (await ensureBrowser());
  const browser = await chromium.launch(launchOptions(path));
  try {
    return await visit(await browser.newPage());
  } finally {
    await browser.close();
  }
}
