import type { Locator, Page } from "@playwright/test";
import type { StepperPage } from "./stepper.ts";

/** Presses Tab until the focus is there, or Shift-Tab where that is behind. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const element = await target.evaluateHandle((found) => found);
  const key = (await element.evaluate(isBehind)) ? "Shift+Tab" : "Tab";
  const focused = () =>
    element.evaluate((one) => one.ownerDocument.activeElement === one && document.hasFocus());
  for (let left = 200; !(await focused()); left -= 1) {
    if (left === 0) throw new Error(`${key} does not lead there.`);
    await page.keyboard.press(key);
  }
}

/** Whether an element stands before the one that has the focus. Runs in the page. */
function isBehind(element: Element): boolean {
  const place = document.activeElement?.compareDocumentPosition(element) ?? 0;
  return (place & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** Goes there with the keyboard, and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Presses Next, with the keyboard, until the walk stands there. */
export async function pressOn(page: Page, stepper: StepperPage, until: string): Promise<void> {
  await tabTo(page, stepper.nextButton);
  let standing = { step: await stepper.step(), state: await stepper.state() };
  const stands = () => (standing.state === "done" ? "done" : standing.step);
  for (let left = 20; stands() !== until; left -= 1) {
    if (left === 0) throw new Error(`The walk does not come to ${until}.`);
    standing = await stepper.answered(() => page.keyboard.press("Enter"));
  }
}

/** Adds a parameter to the message that is next, with the keyboard. */
export async function addParameter(
  page: Page,
  stepper: StepperPage,
  name: string,
  value: string,
): Promise<void> {
  await enter(page, stepper.root.getByRole("button", { name: "Edit", exact: true }));
  await enter(page, stepper.root.getByRole("button", { name: "Add a parameter" }));
  await tabTo(page, stepper.root.getByRole("textbox", { name: "Name of the new parameter" }));
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(value);
}
