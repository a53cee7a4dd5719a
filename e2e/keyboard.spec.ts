import { openWithTextHeld } from "./support/held-text.ts";
import { expect, hydrated, test } from "./support/test.ts";

test("single keys step, look back and restart", { tag: "@root" }, async ({ page, stepper }) => {
  await stepper.open("classic");
  await stepper.answered(() => page.keyboard.press("n"));
  await stepper.answered(() => page.keyboard.press("ArrowRight"));
  await stepper.expectAt("redirect");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("You are looking at message 1.")).toBeVisible();
  await stepper.expectAt("redirect");
  await page.keyboard.press("r");
  await stepper.expectAt("click");
});

test("single keys do nothing while something is typed", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await stepper.open("public-pkce", "authorize");
  await stepper.edit("state", () => "");
  await page.keyboard.type("nnrrn");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await expect(stepper.root.getByRole("textbox", { name: "Value of state" })).toHaveValue("nnrrn");
  await stepper.expectAt("authorize");
  await expect(stepper.sent()).toHaveCount(2);
});

test("single keys do nothing once they are switched off", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await stepper.open("classic");
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByText("Use these keys").click();
  await expect(page.getByRole("switch", { name: "Use these keys" })).not.toBeChecked();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("n");
  await stepper.answered(() => stepper.nextButton.click());
  await stepper.expectAt("prepare");
  await expect(stepper.sent()).toHaveCount(1);
});

test("nothing moves for those who ask for less motion", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await stepper.open("classic");
  const moving = () => document.getAnimations().length;
  while ((await stepper.step()) !== "sign_in") {
    await stepper.next();
    expect(await page.evaluate(moving)).toBe(0);
  }
  await stepper.fold(true);
  expect(await page.evaluate(moving)).toBe(0);
});

test("the search keeps what is typed before the page listens", { tag: "@root" }, async ({
  page,
}) => {
  const release = await openWithTextHeld(page, "./learn/pkce", "code_verifier");
  await page.keyboard.type("/cors");
  release();
  await expect(page.getByRole("combobox", { name: "What are you looking for?" })).toHaveValue(
    "cors",
  );
});

test("the search keeps what is typed before its script is here", { tag: "@root" }, async ({
  page,
}) => {
  await page.goto("./learn/pkce");
  await hydrated(page);
  await page.keyboard.type("/cors");
  const field = page.getByRole("combobox", { name: "What are you looking for?" });
  await expect(field).toHaveValue("cors");
  await page.keyboard.type(" error");
  await expect(field).toHaveValue("cors error");
});
