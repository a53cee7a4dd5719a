import { expectPhotos } from "./support/alice.ts";
import type { StepperPage } from "./support/stepper.ts";
import { expect, test } from "./support/test.ts";

for (const step of ["sign_in", "redeem"]) {
  test(
    `a reload at ${step} goes on where the walk stood, with the same messages`,
    step === "redeem" ? {} : { tag: "@root" },
    async ({ page, stepper }) => {
      await stepper.open("secret-pkce");
      await stepper.walkTo(step);
      const before = await shown(stepper);
      await page.reload();
      await stepper.ready();
      await stepper.expectAt(step);
      await expect.poll(() => shown(stepper)).toEqual(before);
      await stepper.finish();
      await stepper.expectDone();
      await expectPhotos(stepper);
    },
  );
}

test("a reload at the end still shows the end", { tag: "@root" }, async ({ page, stepper }) => {
  await stepper.open("public-pkce");
  await stepper.finish();
  const before = await shown(stepper);
  await page.reload();
  await stepper.ready();
  await stepper.expectDone();
  await expect.poll(() => shown(stepper)).toEqual(before);
});

test("a reload between a message and its answer takes the answer up and sends nothing twice", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("secret-pkce");
  await stepper.walkTo("redeem");
  const { address } = await shown(stepper);
  await page.evaluate(keepTokenAnswer);
  await stepper.nextButton.click();
  await expect.poll(() => page.evaluate(() => document.body.dataset["kept"])).toBe("200");
  await stepper.expectAt("redeem", "busy");
  await page.reload();
  await stepper.ready();
  await stepper.expectAt("signed_in");
  expect((await shown(stepper)).address).toBe(address);
  await expect(stepper.sent()).toHaveCount(11);
  await stepper.finish();
  await stepper.expectDone();
});

/** From now on the page never learns how the token endpoint answered. */
function keepTokenAnswer(): void {
  const original = window.fetch;
  window.fetch = async (input, init) => {
    const response = await original(input, init);
    if (!response.url.endsWith("/auth.example/token")) return response;
    document.body.dataset["kept"] = String(response.status);
    return new Promise(() => undefined);
  };
}

/** What tells one walk from another: its messages, its last answer and the address with its values. */
async function shown(stepper: StepperPage) {
  const visited = await stepper.address.isVisible();
  return {
    messages: await stepper.messages().allTextContents(),
    said: await stepper.announcer.textContent(),
    address: visited ? await stepper.address.textContent() : undefined,
  };
}
