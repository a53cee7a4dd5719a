import type { Page } from "@playwright/test";
import { expectAccessible, type Looking } from "./support/axe.ts";
import { expectToFit } from "./support/fit.ts";
import { byFive, PAGES } from "./support/pages.ts";
import type { StepperPage } from "./support/stepper.ts";
import { expect, hydrated, test } from "./support/test.ts";

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** On a phone pages only wrap, and in the dark the colours are those of the same few parts. */
const IN_THE_DARK = [PAGES.home, PAGES.lesson, PAGES.compare, PAGES.attack];
const ON_A_PHONE = [PAGES.home, PAGES.lesson];

test.use({ viewport: WIDE, tolerated: /status of 404/ });

// The same markup and styles are served under every base.
for (const addresses of byFive(Object.values(PAGES))) {
  test(`axe finds nothing at, and 360 px are enough for, ${addresses.join(" ")}`, {
    tag: "@root",
  }, async ({ page }) => {
    for (const address of addresses) {
      await page.goto(address);
      await hydrated(page);
      await expectAccessible(page);
      if (IN_THE_DARK.includes(address)) await expectAccessibleInTheDark(page);
      await page.setViewportSize(PHONE);
      await expectToFit(page);
      if (ON_A_PHONE.includes(address)) await expectAccessible(page, "all but colours");
      await page.setViewportSize(WIDE);
    }
  });
}

test("axe finds nothing at the start, a form, a refusal and the end of a walk", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await expectWalkAccessible(page, stepper, "everything");
});

test("axe finds nothing at the start, a form, a refusal and the end of a walk in the dark", {
  tag: ["@root", "@thorough"],
}, async ({ page, stepper }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectWalkAccessible(page, stepper, "colours");
});

async function expectAccessibleInTheDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page, "colours");
  await page.emulateMedia({ colorScheme: "light" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
}

async function expectWalkAccessible(
  page: Page,
  stepper: StepperPage,
  looking: Looking,
): Promise<void> {
  await stepper.open("public-pkce");
  await expectAccessible(page, looking);
  await stepper.walkTo("sign_in");
  await expect(stepper.frame.getByLabel("Password")).toBeVisible();
  await expectAccessible(page, looking);
  await stepper.walkTo("redeem");
  await stepper.root.getByRole("button", { name: "Who knows what" }).click();
  await stepper.root.getByRole("button", { name: "State machine" }).click();
  await stepper.edit("code_verifier", () => "x".repeat(43));
  await stepper.next();
  await stepper.expectRefusedBy("token.pkce", "The verifier matches the challenge");
  await expectAccessible(page, looking);
  await stepper.finish();
  await stepper.expectDone();
  await expectAccessible(page, looking);
}

test("pages have their landmarks, one main heading and headings in order", {
  tag: "@root",
}, async ({ page }) => {
  for (const address of [PAGES.home, PAGES.lesson, "./flows/authorization-code?variant=classic"]) {
    await page.goto(address);
    await hydrated(page);
    await expect(page.getByRole("banner")).toHaveCount(1);
    await expect(page.getByRole("main")).toHaveCount(1);
    await expect(page.getByRole("contentinfo")).toHaveCount(1);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const levels = await page
      .getByRole("main")
      .getByRole("heading")
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels[0]).toBe(1);
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1);
    expect(jumps).toEqual([]);
  }
});

test("the first Tab leads to a link past the navigation", { tag: "@root" }, async ({ page }) => {
  await page.goto("./flows");
  await hydrated(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
