import { expect, test } from "./support/test.ts";

test("a screen reader is told of every message of a walk and its verdict, the focus stays on Next", async ({
  page,
  stepper,
}) => {
  await stepper.open("secret-pkce");
  await expect(stepper.announcer).toHaveAttribute("aria-live", "polite");
  await expect(stepper.announcer).toHaveAttribute("aria-atomic", "true");
  await expect(stepper.announcer).toHaveText("");
  await stepper.nextButton.focus();
  const said: (string | null)[] = [];
  const press = async () => {
    await stepper.answered(() => page.keyboard.press("Enter"));
    said.push(await stepper.announcer.textContent());
    await expect(stepper.nextButton).toBeFocused();
  };
  while ((await stepper.step()) !== "redeem") await press();
  await stepper.edit("code_verifier", () => "x".repeat(43));
  await stepper.nextButton.focus();
  await press();
  while ((await stepper.state()) === "waiting") await press();
  expect(said).toEqual([]);
});

test("a walk that stops says so", async ({ stepper }) => {
  await stepper.open("public-pkce", "callback");
  await stepper.edit("iss", () => "https://other.example");
  await stepper.next();
  await stepper.next();
  await expect(stepper.announcer).toHaveText("");
  await stepper.next();
  await expect(stepper.announcer).toHaveText("");
});

test("the button that is named Next tells a screen reader what it will do", async ({ stepper }) => {
  await stepper.open("classic");
  await expect(stepper.nextButton).toHaveAccessibleDescription(": send GET /login");
  await expect(stepper.root.getByRole("progressbar")).toHaveAttribute(
    "aria-valuetext",
    "0 of 15 messages sent",
  );
});
