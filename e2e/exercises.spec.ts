import { StepperPage } from "./support/stepper.ts";
import { openWithTextHeld } from "./support/held-text.ts";
import { expect, hydrated, isHydrated, test } from "./support/test.ts";

test("a task is done by going back, asking for less and walking on; the chapter remembers", {
  tag: "@root",
}, async ({ page }) => {
  await page.goto("./learn/what-oauth-is-for");
  await hydrated(page);
  const box = page.getByRole("region", { name: "A client that asks for too much" });
  await box.getByRole("button", { name: "Try it here" }).click();
  const stepper = new StepperPage(page, box.locator("[data-flow]"));
  await stepper.finish();
  const missed = box.getByTestId("missed");
  await expect(missed).toHaveText("This walk is over and does not reach it. Begin it anew.");
  await stepper.root.getByRole("button", { name: "Restart" }).click();
  await expect(missed).toHaveText("");
  await stepper.walkTo("consent_page");
  const back = stepper.root.getByRole("button", { name: "Back", exact: true });
  // From the last answer to the one before the authorization request.
  for (let message = 0; message < 3; message += 1) await back.click();
  await stepper.root.getByRole("button", { name: "Rewind to here" }).click();
  await stepper.expectAt("authorize");
  await stepper.edit("scope", () => "photos.read");
  const hint = box.getByRole("button", { name: "Give me a hint" });
  await expect(hint).toBeVisible();
  await stepper.finish();
  await expect(box.getByTestId("judged")).toContainText("Done: all of it holds.");
  await expect(hint).toBeHidden();
  await expect(missed).toHaveText("");
  await page.reload();
  await expect(box.getByText("You have done this before")).toBeVisible();
});

test("the page takes no press before its text is there, and none is lost after that", {
  tag: "@root",
}, async ({ page }) => {
  const release = await openWithTextHeld(
    page,
    "./learn/what-oauth-is-for",
    "You need not follow every parameter yet",
  );
  expect(await page.evaluate(isHydrated)).toBe(false);
  release();
  await hydrated(page);
  const box = page.getByRole("region", { name: "A client that asks for too much" });
  await box.getByRole("button", { name: "Try it here" }).click();
  await expect(box.locator("[data-flow]")).toBeVisible();
});

test("how far an exercise is never lies over its clock, and all parties of the last one are in sight", {
  tag: "@root",
}, async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("./questions");
  await hydrated(page);
  const box = page.getByRole("region", { name: "One client, three faults" });
  await box.getByRole("button", { name: "Try it here" }).click();
  const diagram = box.getByRole("img", { name: /^Sequence diagram/ });
  await expect(diagram.locator("svg").first()).toBeVisible();
  expect(await diagram.evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth)).toBe(0);
  await box.getByRole("button", { name: "What is asked" }).evaluate((far) => {
    scrollBy({ top: far.getBoundingClientRect().top + 60, behavior: "instant" });
  });
  const onTop = await box.getByRole("button", { name: /^Clock/ }).evaluate((clock) => {
    const { left, top, width, height } = clock.getBoundingClientRect();
    return clock.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(onTop).toBe(true);
});

test("a verifier made in the page redeems the code", { tag: "@root" }, async ({ page }) => {
  await page.goto("./learn/pkce");
  await hydrated(page);
  const maker = page.getByRole("region", { name: "Verifier and challenge" });
  await maker.getByRole("button", { name: "Make a random one" }).click();
  const verifier = await maker.getByRole("textbox", { name: "Verifier" }).inputValue();
  const output = maker.getByRole("status", { name: "Challenge, by S256" });
  await expect(output).not.toHaveText("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  const challenge = await output.innerText();
  const box = page.getByRole("region", { name: "A verifier of your own" });
  await box.getByRole("button", { name: "Try it here" }).click();
  const stepper = new StepperPage(page, box.locator("[data-flow]"));
  await stepper.walkTo("authorize");
  await stepper.edit("code_challenge", () => challenge);
  await stepper.walkTo("redeem");
  await stepper.edit("code_verifier", () => verifier);
  await stepper.finish();
  await expect(box.getByTestId("judged")).toContainText("Done: all of it holds.");
});
