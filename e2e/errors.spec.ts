import { expectAccessible } from "./support/axe.ts";
import { expect, hydrated, test } from "./support/test.ts";

test.describe("an error", { tag: "@root" }, () => {
  test("has a page, each of whose causes is one press away from happening", async ({
    page,
    stepper,
  }) => {
    await page.goto("./errors/invalid_grant");
    await hydrated(page);
    await expectAccessible(page);
    await page.getByRole("link", { name: "code_verifier is another one, or missing" }).click();
    const card = page.locator('[data-check="token.pkce"]');
    await expect(card).toBeInViewport();
    await card.getByRole("link", { name: "Run it" }).click();
    await stepper.ready();
    await stepper.expectAt("redeem");
    await expect(page.getByTestId("from-link")).toContainText("The link brought an edit");
    await stepper.next();
    await stepper.expectRefusedBy("token.pkce", "The verifier matches the challenge");

    await stepper.root.getByRole("link", { name: "invalid_grant: every cause" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("invalid_grant");
    await page
      .locator('[data-check="token.code-fresh"]')
      .getByRole("link", { name: "Run it" })
      .click();
    await stepper.ready();
    await stepper.expectAt("redeem");
    await stepper.next();
    await stepper.expectRefusedBy("token.code-fresh", "The code has not expired");
  });
});
