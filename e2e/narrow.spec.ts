import type { Page } from "@playwright/test";
import { promisedWalk } from "../src/flow/define-flow.ts";
import type { Grant, Variant } from "../src/grants/grant.ts";
import { grants } from "../src/grants/index.ts";
import { expectAccessible } from "./support/axe.ts";
import { expectToFit } from "./support/fit.ts";
import type { StepperPage } from "./support/stepper.ts";
import { expect, test } from "./support/test.ts";

test.use({ viewport: { width: 360, height: 740 } });

// One after the other in one tab, which has the scripts compiled by then.
test("the first walk of every grant fits 360 px at its last message, and axe finds nothing there", {
  tag: "@root",
}, async ({ page, stepper }) => {
  for (const grant of grants)
    await expectEndsToFit(page, stepper, grant, grant.variants.slice(0, 1));
});

for (const grant of grants.filter(({ variants }) => variants.length > 1)) {
  test(`the other walks of ${grant.title} fit 360 px at their last message, and axe finds nothing there`, {
    tag: ["@root", "@thorough"],
  }, async ({ page, stepper }) => {
    test.slow();
    await expectEndsToFit(page, stepper, grant, grant.variants.slice(1));
  });
}

async function expectEndsToFit(
  page: Page,
  stepper: StepperPage,
  grant: Grant,
  variants: readonly Variant[],
): Promise<void> {
  for (const variant of variants) {
    await test.step(`${grant.id}, ${variant.id}`, async () => {
      const last = promisedWalk(variant.flow).at(-1) ?? variant.flow.start;
      await page.goto(`./flows/${grant.id}?variant=${variant.id}&step=${last}`);
      await stepper.ready();
      await stepper.expectAt(last);
      await expectToFit(page);
      await expectAccessible(page, "all but colours");
    });
  }
}

test("a walk fits 360 px at every message, its list and its panels open", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await stepper.open("public-pkce");
  await stepper.root.getByRole("button", { name: "All messages" }).click();
  await expect(stepper.messages()).toHaveCount(12);
  await stepper.root.getByRole("button", { name: "Who knows what" }).click();
  await stepper.root.getByRole("button", { name: "State machine" }).click();
  await expectToFit(page);
  while ((await stepper.state()) === "waiting") {
    await stepper.next();
    await expectToFit(page);
  }
  await stepper.expectDone();
});

test("an edited and refused message fits 360 px", { tag: "@root" }, async ({ page, stepper }) => {
  await stepper.open("secret-pkce", "redeem");
  await stepper.edit("code_verifier", () => "x".repeat(120));
  await expectToFit(page);
  await stepper.next();
  await stepper.expectRefusedBy("token.pkce", "The verifier matches the challenge");
  await expectToFit(page);
});

test("the message that is next begins on the first screen of a phone, under the variant that is walked", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await page.goto("./flows/authorization-code?variant=bff");
  await stepper.ready();
  const message = stepper.root.getByRole("heading", { name: /^Next:/ });
  expect(await message.evaluate((heading) => heading.getBoundingClientRect().bottom)).toBeLessThan(
    400,
  );
  const variants = stepper.root.getByRole("navigation", { name: "Variants" });
  await expect(variants.getByRole("link", { name: "BFF" })).toBeInViewport({ ratio: 0.9 });
  const about = stepper.root.getByRole("button", { name: "About this walk" });
  await about.click();
  await expect(about).toHaveAttribute("aria-expanded", "true");
  await expectToFit(page);
});
