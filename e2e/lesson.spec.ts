import { readFile } from "node:fs/promises";
import { StepperPage } from "./support/stepper.ts";
import { expect, hydrated, test } from "./support/test.ts";
import { unzipped } from "./support/zip.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("./learn/authorization-code");
  await hydrated(page);
});

test("the walk in the lesson goes to the end", async ({ page }) => {
  const stepper = new StepperPage(page, page.locator("[data-flow]").first());
  await stepper.finish();
  await stepper.expectDone();
});

test("a wrong verifier is refused in the lesson's own walk, and the others stay where they were", {
  tag: "@root",
}, async ({ page }) => {
  const first = new StepperPage(page, page.locator("[data-flow]").first());
  await first.next();
  const box = page.getByRole("region", {
    name: "Secret + PKCE, from “Print redeems the code”",
    exact: true,
  });
  await box.getByRole("button", { name: "Step it here" }).click();
  const walk = new StepperPage(page, box.locator("[data-flow]"));
  await walk.expectAt("redeem");
  await walk.edit("code_verifier", () => "x".repeat(43));
  await walk.next();
  await walk.expectRefusedBy("token.pkce", "The verifier matches the challenge");
  await walk.next();
  await walk.expectAt("signed_in");
  await first.expectAt("prepare");
});

test("every walk of the lesson opens at the message its text speaks of", { tag: "@root" }, async ({
  page,
}) => {
  const steps = ["redeem", "redeem", "signed_in", "callback", "authorize"];
  await expect(page.getByRole("button", { name: "Step it here" })).toHaveCount(steps.length);
  for (const [index, step] of steps.entries()) {
    await page.getByRole("button", { name: "Step it here" }).first().click();
    await expect(page.locator("[data-flow]").nth(index + 1)).toHaveAttribute("data-step", step);
  }
});

test("the sample downloads as a zip of the files that are tested here", { tag: "@root" }, async ({
  page,
}) => {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as a zip" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("grantlab-authorization-code-typescript.zip");
  const files = unzipped(await readFile(await download.path()));
  const names = ["client.ts", "config.ts", "redirect.ts", "package.json", "README.md"];
  const expected: [string, string][] = [];
  for (const name of names) {
    const source = await readFile(
      `src/grants/authorization-code/sample/typescript/${name}`,
      "utf8",
    );
    expected.push([`grantlab-authorization-code-typescript/${name}`, source]);
  }
  expect([...files]).toEqual(expected);
});
