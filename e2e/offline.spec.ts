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

test("the search finds everything and opens it without a network, though it was never opened with one", {
  tag: "@root",
}, async ({ page, site }) => {
  await page.goto("./glossary");
  await keptForOffline(page);
  await site.close();
  await page.reload();
  await hydrated(page);
  const dialog = page.getByRole("dialog", { name: "Search" });
  const words = dialog.getByRole("combobox");
  await page.keyboard.press("/");
  for (const [asked, kind, title] of [
    ["PKCE recap", "Chapter", "5 PKCE: Recap"],
    ["downgrade", "Attack", "PKCE downgrade"],
    ["invalid_grant", "Error", "invalid_grant"],
    ["redirect_uri", "Parameter", "redirect_uri"],
    ["bearer token", "Term", "bearer token"],
  ] as const) {
    await words.fill(asked);
    const [first] = await dialog.getByRole("option", { name: kind }).all();
    await expect(first ?? dialog).toContainText(title);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  // On the page itself as on another one, what was found is gone to and marked.
  for (const [asked, id] of [
    ["rotation", "rotation"],
    ["PKCE recap", "recap"],
    ["bearer token", "bearer-token"],
  ] as const) {
    await page.keyboard.press("Control+k");
    await words.fill(asked);
    await expect(dialog.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("Enter");
    const found = page.locator(`#${id}:target`);
    await expect(found).toBeFocused();
    await expect(found).toBeInViewport();
  }
});
