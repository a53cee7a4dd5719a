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

  test("is looked back over without being undone, and Restart stands right before it again", async ({
    page,
    stepper,
  }) => {
    await page.goto("./errors/invalid_client/token.assertion-audience?wait=0");
    await stepper.ready();
    await stepper.expectAt("token");
    await stepper.next();
    await stepper.root.getByRole("button", { name: "Back", exact: true }).click();
    await expect(stepper.announcer).toHaveText(
      /^You are looking at message 1, .+\. Nothing is undone: the walk stands where it was\.$/,
    );
    const shown = stepper.root.getByRole("article");
    await expect(shown.first()).toContainText("Message 1 of 9");
    await expect(shown.last()).toContainText("Message 3 of 9 · message 2 again, which was refused");

    await stepper.root.getByRole("button", { name: "Restart" }).click();
    await expect(shown.last()).toContainText("Message 2 of 8");
    await stepper.expectAt("token");
    await expect(page).toHaveURL(/\/token\.assertion-audience\?step=token$/);
    await stepper.next();
    await stepper.expectRefusedBy(
      "token.assertion-audience",
      "The assertion is meant for this server and for nobody else",
    );
  });
});
