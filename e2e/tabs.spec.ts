import { expectPhotos } from "./support/alice.ts";
import { StepperPage } from "./support/stepper.ts";
import { expect, test } from "./support/test.ts";

test("two tabs walk the same variant without disturbing each other", { tag: "@root" }, async ({
  context,
  stepper,
}) => {
  const other = new StepperPage(await context.newPage());
  await stepper.open("public-pkce");
  await other.open("public-pkce");
  await stepper.walkTo("sign_in");
  await other.walkTo("consent");
  await stepper.expectAt("sign_in");
  expect(await stepper.address.textContent()).not.toBe(await other.address.textContent());
  await other.finish();
  await stepper.finish();
  for (const walked of [stepper, other]) {
    await walked.expectDone();
    await expectPhotos(walked);
  }
});

test("a duplicated tab gets servers of its own", { tag: "@root" }, async ({ page, stepper }) => {
  await stepper.open("public-pkce");
  await stepper.walkTo("sign_in");
  const opened = page.waitForEvent("popup");
  await page.evaluate(() => void window.open(location.href));
  const copy = new StepperPage(await opened);
  await copy.ready();
  await copy.expectAt("sign_in");
  const tab = () => sessionStorage.getItem("grantlab.tab");
  expect(await copy.page.evaluate(tab)).not.toBe(await page.evaluate(tab));
  expect(await copy.address.textContent()).not.toBe(await stepper.address.textContent());
  await copy.finish();
  await copy.expectDone();
  await stepper.expectAt("sign_in");
  await stepper.finish();
  await stepper.expectDone();
});
