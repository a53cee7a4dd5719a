import { expectAccessible, type Looking } from "./support/axe.ts";
import { byFive, PAGES } from "./support/pages.ts";
import { expect, hydrated, test } from "./support/test.ts";

const LOOKS = [
  {
    look: "light",
    looking: "everything",
    colorScheme: "light",
    viewport: { width: 1280, height: 800 },
  },
  { look: "dark", looking: "colours", colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  {
    look: "light on a phone",
    looking: "all but colours",
    colorScheme: "light",
    viewport: { width: 360, height: 740 },
  },
] as const;

/** On a phone pages only wrap, and in the dark the colours are those of the same few parts. */
function pagesFor(looking: Looking): readonly string[] {
  switch (looking) {
    case "everything":
      return Object.values(PAGES);
    case "colours":
      return [PAGES.home, PAGES.lesson, PAGES.compare, PAGES.attack];
    case "all but colours":
      return [PAGES.home, PAGES.lesson];
  }
}

// The same markup and styles are served under every base.
test.describe("axe finds nothing", { tag: "@root" }, () => {
  for (const { look, looking, ...use } of LOOKS) {
    test.describe(look, () => {
      test.use({ ...use, tolerated: /status of 404/ });

      for (const addresses of byFive(pagesFor(looking))) {
        test(`at ${addresses.join(" ")}, ${look}`, async ({ page }) => {
          for (const address of addresses) {
            await page.goto(address);
            await hydrated(page);
            await expectAccessible(page, looking);
          }
        });
      }

      // On a phone walks of every grant are looked at elsewhere.
      if (looking === "all but colours") return;

      test(`at the start, a form, a refusal and the end of a walk, ${look}`, {
        tag: looking === "colours" ? "@thorough" : [],
      }, async ({ page, stepper }) => {
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
      });
    });
  }
});

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
