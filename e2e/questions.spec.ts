import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { PAGE_CLIENT } from "../src/grants/cast.ts";
import { rightAnswer } from "../src/learn/questions/question.ts";
import { questions } from "../src/learn/questions/questions.ts";
import { addParameter, enter, pressOn, tabTo } from "./support/keys.ts";
import { StepperPage } from "./support/stepper.ts";
import { expect, hydrated, test } from "./support/test.ts";

const RIGHT = questions.map(rightAnswer);
/** The first one wrong, the second not known. */
const BEFORE = RIGHT.map((right, index) =>
  index === 0 ? (right + 1) % 3 : index === 1 ? undefined : right,
);

test("the questions are answered by keyboard before the guide, after it and a week later, and compared", {
  tag: "@root",
}, async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-12-01T12:00:00Z"));
  await page.goto("./learn/what-oauth-is-for");
  await hydrated(page);
  await enter(page, offer(page));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await answer(page, BEFORE);
  // Enter at an answer is no end of it, and a reload loses nothing.
  await page.keyboard.press("Enter");
  await page.reload();
  await hydrated(page);
  await enter(page, page.getByRole("button", { name: "Show what is right" }));
  await expect(page.getByRole("heading", { name: "13 of 15 are right" })).toBeFocused();
  const [first] = questions;
  const wrong = first?.answers[BEFORE[0] ?? 0];
  await expect(page.locator(`#${first?.id}`)).toContainText(wrong?.because ?? "?");
  await page.reload();
  await expect(page.getByRole("heading", { name: "13 of 15 are right" })).toBeVisible();

  await page.evaluate(() =>
    localStorage.setItem("grantlab.progress", JSON.stringify({ migration: ["Sources"] })),
  );
  await page.goto("./learn/migration");
  await hydrated(page);
  await enter(page, offer(page));
  await expect(page.getByRole("radio", { name: "I don’t know", checked: true })).toHaveCount(15);
  await enter(page, page.getByRole("button", { name: "Show what is right" }));
  await page.goto("./learn");
  await hydrated(page);
  await expect(offer(page)).toHaveCount(0);

  await page.clock.setFixedTime(new Date("2026-12-08T13:00:00Z"));
  await page.reload();
  await hydrated(page);
  await enter(page, offer(page));
  await answer(page, RIGHT);
  await enter(page, page.getByRole("button", { name: "Show what is right" }));
  await expect(page.getByRole("heading", { name: "15 of 15 are right" })).toBeFocused();
  await enter(page, page.getByText("Compare them, question by question"));
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows.nth(0)).toHaveText("Questionbefore the guideafter the guidea week later");
  await expect(rows.nth(1)).toContainText("✗ wrongnot known✓ right");
  await expect(rows.nth(2)).toContainText("not knownnot known✓ right");

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    enter(page, page.getByRole("button", { name: "Download them as JSON" })),
  ]);
  const named = expect.arrayContaining([
    { question: first?.text, answer: wrong?.text, right: false },
    { question: questions[1]?.text, answer: null, right: false },
  ]);
  expect(JSON.parse(await readFile(await file.path(), "utf8"))).toEqual({
    version: 1,
    results: [
      { at: "2026-12-01T12:00:00.000Z", moment: "before", right: 13, of: 15, answers: named },
      expect.objectContaining({ moment: "after", right: 0 }),
      expect.objectContaining({ at: "2026-12-08T13:00:00.000Z", moment: "later", right: 15 }),
    ],
  });
});

test("the client with three faults is repaired by keyboard, and the page remembers", {
  tag: "@root",
}, async ({ page }) => {
  await page.goto("./questions");
  await hydrated(page);
  const box = page.getByRole("region", { name: "One client, three faults" });
  await enter(page, box.getByRole("button", { name: "Try it here" }));
  const stepper = new StepperPage(page, box.locator("[data-flow]"));
  await pressOn(page, stepper, "authorize");
  await change(page, stepper, "scope", "photos.read");
  await pressOn(page, stepper, "redeem");
  await addParameter(page, stepper, "client_id", PAGE_CLIENT.id);
  await pressOn(page, stepper, "api");
  await stepper.answered(() => page.keyboard.press("Enter"));
  await stepper.expectRefusedBy(
    "api.token-present",
    "The Authorization header carries an access token",
  );
  await enter(page, stepper.root.getByRole("button", { name: "Edit", exact: true }));
  await tabTo(
    page,
    stepper.root.getByRole("textbox", { name: "Value of Authorization", exact: true }),
  );
  await page.keyboard.press("Home");
  for (const _ of "Token") await page.keyboard.press("Delete");
  await page.keyboard.type("Bearer");
  await pressOn(page, stepper, "done");
  await expect(box.getByTestId("judged")).toContainText("Done: all of it holds.");
  await page.reload();
  await expect(box.getByText("You have done this before")).toBeVisible();
});

function offer(page: Page) {
  return page
    .getByRole("complementary", { name: "Know what you know" })
    .getByRole("link", { name: "Answer them" });
}

/** Answers each question with the arrow keys, which begin at “I don’t know”, the last of them. */
async function answer(page: Page, chosen: readonly (number | undefined)[]): Promise<void> {
  await tabTo(page, page.getByRole("radio", { checked: true }).first());
  for (const [question, index = 3] of chosen.entries()) {
    if (question > 0) await page.keyboard.press("Tab");
    for (let up = index; up < 3; up += 1) await page.keyboard.press("ArrowUp");
  }
}

async function change(page: Page, stepper: StepperPage, name: string, value: string) {
  await enter(page, stepper.root.getByRole("button", { name: "Edit", exact: true }));
  await tabTo(page, stepper.root.getByRole("textbox", { name: `Value of ${name}`, exact: true }));
  await page.keyboard.press("Control+a");
  await page.keyboard.type(value);
}
