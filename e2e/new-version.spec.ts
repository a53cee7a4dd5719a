import type { Page } from "@playwright/test";
import { test } from "./support/site.ts";
import { StepperPage } from "./support/stepper.ts";
import { expect } from "./support/test.ts";
import { keptForOffline } from "./support/worker.ts";

test("a new version in mid-flow breaks nothing, and the walk goes on in it", {
  tag: "@root",
}, async ({ page, site, stepper }) => {
  await stepper.open("secret-pkce");
  await stepper.walkTo("login_page");
  await keptForOffline(page);
  site.publish();
  await lookForNewVersion(page);
  await expect(notice(page)).toBeVisible();
  await stepper.next();
  await stepper.expectAt("sign_in");
  const address = await stepper.address.textContent();
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: "Reload now" }).click(),
  ]);
  await stepper.ready();
  await stepper.expectAt("sign_in");
  await expect(stepper.address).toHaveText(address ?? "");
  await expect(notice(page)).toBeHidden();
  await stepper.finish();
  await stepper.expectDone();
});

test("a new version let in by another tab leaves this one's walk alone", {
  tag: "@root",
}, async ({ context, page, site, stepper }) => {
  await stepper.open("public-pkce");
  await stepper.walkTo("sign_in");
  const other = new StepperPage(await context.newPage());
  await other.open("classic");
  await keptForOffline(page);
  site.publish();
  await lookForNewVersion(other.page);
  await Promise.all([
    other.page.waitForEvent("load"),
    other.page.getByRole("button", { name: "Reload now" }).click(),
  ]);
  await other.ready();
  await expect(notice(page)).toBeVisible();
  await stepper.finish();
  await stepper.expectDone();
});

/** What the browser does by itself from time to time. */
async function lookForNewVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
}

function notice(page: Page) {
  return page.getByText(
    "A new version is ready. It takes effect when you reload; your walk continues.",
  );
}
