import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { expectToFit } from "./support/fit.ts";
import { expect, hydrated, test } from "./support/test.ts";

test("by keyboard through the questions to a decision record, which a reload keeps, and to the stepper", {
  tag: "@root",
}, async ({ page, context, stepper }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./choose");
  await hydrated(page);
  const question = page.locator("main h2#question");
  for (const [asked, answer] of [
    ["Does it act for a person?", "Yes"],
    ["What runs it?", "A page in the browser"],
    ["Can the page have a server of its own?", "No"],
    ["Does it need to know who the user is?", "No, it only calls an API"],
    ["What does it use today?", "The implicit grant"],
  ] as const) {
    await expect(question).toHaveText(asked);
    await page.locator("[data-question]").getByRole("link", { name: answer }).press("Enter");
  }
  const record = page.getByRole("heading", { name: "Authorization code + PKCE in the page" });
  await expect(record).toBeFocused();
  await expect(page).toHaveURL(
    /\/choose\?user=yes&runs=browser&backend=none&identity=no&today=implicit$/,
  );
  await expect(page.locator('[data-risk="script-in-page/silent-flow"]')).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(record).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download Markdown" }).press("Enter"),
  ]);
  expect(file.suggestedFilename()).toBe("decision-single-page-app.md");
  const markdown = await readFile(await file.path(), "utf8");
  expect(markdown).toContain(
    "/attacks/script-in-page?way=silent-flow&grant=authorization-code/public-pkce)",
  );
  await page.getByRole("button", { name: "Copy as Markdown" }).press("Enter");
  await expect(page.getByText("Copied as Markdown.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(markdown);
  await expect(page.getByRole("link", { name: "the code in “14 From implicit" })).toHaveAttribute(
    "href",
    /\/learn\/migration#the-code$/,
  );

  await page.getByRole("link", { name: /^Change.*Can the page have a server/ }).press("Enter");
  await expect(question).toBeFocused();
  await page
    .locator("[data-question]")
    .getByRole("link", { name: "it may forward" })
    .press("Enter");
  await expect(page.getByRole("heading", { name: "by a backend for frontend" })).toBeFocused();
  await page.goBack();
  await page.goBack();
  await expect(record).toBeVisible();

  await page.getByRole("link", { name: "Open the stepper" }).press("Enter");
  await stepper.ready();
  await expect(page).toHaveURL(/\/flows\/authorization-code\?variant=public-pkce/);
});

test("a scenario has its diagram, its threats and its settings, and nothing axe finds", {
  tag: "@root",
}, async ({ page, baseURL }) => {
  await page.goto("./scenarios");
  await hydrated(page);
  await page.getByRole("link", { name: "TV, printer, photo frame" }).press("Enter");
  await page.getByRole("list", { name: "Messages" }).scrollIntoViewIfNeeded();
  await expect(page.locator(".seq-inner svg").first()).toBeVisible();
  await expect(page.locator('[data-threat="stolen-token/log"] [data-verdict]')).toHaveAttribute(
    "data-verdict",
    "stopped",
  );
  await expectAccessible(page);
  const settings = {
    version: 1,
    grant: "device-code",
    registration: { token_endpoint_auth_method: "none" },
  };
  expect(await downloaded(page, "Download settings")).toMatchObject(settings);
  expect(await downloaded(page, "Download all of it")).toMatchObject({
    version: 1,
    id: "television",
    walks: [{ url: new URL("flows/device-code?variant=frame", baseURL).href }, {}, {}],
    settings,
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectToFit(page);
});

/** What a file says that a button gives, read as JSON. */
async function downloaded(page: Page, button: string): Promise<unknown> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).press("Enter"),
  ]);
  return JSON.parse(await readFile(await file.path(), "utf8"));
}
