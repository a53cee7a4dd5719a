import { expect, hydrated, test } from "./support/test.ts";

test("Delete my data empties what the browser keeps, and the walk begins anew", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await page.goto("./learn/authorization-code");
  await hydrated(page);
  await stepper.open("classic");
  await stepper.root.getByRole("button", { name: "Who knows what" }).click();
  await stepper.walkTo("sign_in");
  const kept = async () =>
    page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
    }));
  const before = await kept();
  expect(before.databases).toEqual(["grantlab"]);
  expect(before.local).toContain("grantlab.panel.knowledge");
  expect(before.session).toEqual(["grantlab.tab"]);

  await page.getByRole("button", { name: "Delete my data" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete my data" });
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(dialog).toContainText("It is gone.");
  expect(await kept()).toEqual({ databases: [], local: [], session: [] });

  await Promise.all([
    page.waitForEvent("load"),
    dialog.getByRole("button", { name: "Close" }).click(),
  ]);
  await stepper.ready();
  await stepper.expectAt("click");
  await expect(stepper.sent()).toHaveCount(0);
  await stepper.finish();
  await stepper.expectDone();
});

test("data that was not to be deleted after all is still there", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await stepper.open("classic");
  await stepper.walkTo("authorize");
  await page.getByRole("button", { name: "Delete my data" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
  await page.reload();
  await stepper.ready();
  await stepper.expectAt("authorize");
});
