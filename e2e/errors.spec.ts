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

  test("has causes that no grant’s walk comes to, run by keyboard in walks of their own", async ({
    page,
    stepper,
  }) => {
    await page.goto("./errors/invalid_client");
    await hydrated(page);
    const title = "The assertion is meant for this server and for nobody else";
    await page.getByRole("link", { name: `Run it: ${title}` }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await stepper.ready();
    await stepper.expectAt("token");
    await stepper.answered(() => page.keyboard.press("n"));
    await stepper.expectRefusedBy("token.assertion-audience", title);

    await page.reload();
    await stepper.ready();
    await stepper.expectAt("token");
    await stepper.expectRefusedBy("token.assertion-audience", title);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("invalid_client");
  });
});
