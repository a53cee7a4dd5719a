import { chromium } from "@playwright/test";
import { BROWSER_VARIABLE, ensureBrowser, launchOptions } from "../browser.ts";
import { ALICE } from "../../src/grants/cast.ts";

/** Presses the page's “Log in” in a browser, is Alice, and gives what the page then shows and every address on the way. */
export async function logInAt(
  address: URL,
  decision: "Allow" | "Deny" = "Allow",
): Promise<readonly string[]> {
  const path = process.env[BROWSER_VARIABLE] ?? (await ensureBrowser());
  const browser = await chromium.launch(launchOptions(path));
  try {
    const page = await browser.newPage();
    const addresses: string[] = [];
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    await page.goto(address.href);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByLabel("Name").fill(ALICE.username);
    await page.getByLabel("Password").fill(ALICE.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: decision }).click();
    const shown = page.getByRole("status").filter({ hasText: /\S/ });
    await shown.waitFor();
    return [`shows: ${await shown.textContent()}`, ...addresses];
  } finally {
    await browser.close();
  }
}
