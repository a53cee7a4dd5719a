import { expectPhotos } from "./support/alice.ts";
import { PAGES } from "./support/pages.ts";
import { test } from "./support/site.ts";
import { expect, hydrated } from "./support/test.ts";
import { keptForOffline } from "./support/worker.ts";

test.use({ tolerated: /status of 404|ERR_CONNECTION_REFUSED|sw\.js/ });

// It always runs under the sub-path, where more can go wrong.
test("after one visit to the home page everything works without a network", {
  tag: "@thorough",
}, async ({ page, site, stepper }) => {
  await page.goto("./");
  await keptForOffline(page);
  await site.close();

  for (const address of Object.values(PAGES)) {
    await page.goto(address);
    await hydrated(page);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await stepper.open("secret-pkce");
  await expect(
    stepper.root
      .getByRole("img", { name: /^Sequence diagram/ })
      .locator("svg")
      .first(),
  ).toBeVisible();
  await stepper.walkTo("sign_in");
  await page.reload();
  await stepper.ready();
  await stepper.expectAt("sign_in");
  await stepper.root.getByRole("button", { name: "Who knows what" }).click();
  await expect(stepper.root.getByRole("table").first()).toBeVisible();
  await stepper.finish();
  await stepper.expectDone();
  await expectPhotos(stepper);
});
