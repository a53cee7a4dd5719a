import { StepperPage } from "./support/stepper.ts";
import { expect, hydrated, test } from "./support/test.ts";

test.describe("in free stepping", { tag: "@root" }, () => {
  test("questions are asked when they are asked for, and judged by what happens", async ({
    page,
    stepper,
  }) => {
    await stepper.open("public-pkce", "redeem");
    await page.getByRole("button", { name: "Ask me what will happen before I send" }).click();
    const question = page.getByRole("group", {
      name: "Who learns the access token with this message?",
    });
    await question.getByLabel("Address and history").check();
    await stepper.next();
    await expect(page.locator("[data-prediction]")).toContainText("and it was not so");
    await expect(page.locator("[data-prediction]")).toContainText(
      "Now the access token is known at: Page script, Authorization server.",
    );
    await page.reload();
    await stepper.ready();
    await expect(page.getByRole("group", { name: /^Who learns/ })).toBeVisible();
  });

  test("a mistake takes one press, is predicted, refused, and put back with the next press", async ({
    page,
    stepper,
  }) => {
    await stepper.open("public-pkce", "redeem");
    await page.getByText("Make a mistake, and see what refuses it").click();
    await page.getByRole("button", { name: "Leave the verifier out" }).click();
    await page.getByRole("button", { name: "Ask me what will happen before I send" }).click();
    await page.getByLabel("Refuse it").check();
    await expect(stepper.nextButton).toContainText("send POST /token, edited");
    await stepper.next();
    await stepper.expectRefusedBy("token.pkce", "The verifier matches the challenge");
    await expect(page.locator("[data-prediction]")).toContainText("and so it was");
    await page.reload();
    await stepper.ready();
    await expect(stepper.nextButton).toContainText("put it back and resend");
    await expect(page.getByText("Your edit was refused: Next puts it back")).toBeVisible();
    const question = page.getByRole("group", {
      name: "Who learns the access token with this message?",
    });
    await question.getByLabel("Page script").check();
    await stepper.next();
    await stepper.expectAt("api");
    await expect(page.locator("[data-prediction]")).toContainText("and so it was");
  });
});

test("lessons ask by themselves until somebody stops them", { tag: "@root" }, async ({ page }) => {
  await page.goto("./learn/authorization-code");
  await hydrated(page);
  const stepper = new StepperPage(page, page.locator("[data-flow]").first());
  await stepper.walkTo("authorize");
  const question = stepper.root.getByRole("group", {
    name: "Who learns the challenge with this message?",
  });
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Stop asking" }).click();
  await expect(question).toHaveCount(0);
  await expect(stepper.root.getByRole("button", { name: /^Ask me what/ })).toBeVisible();
});
