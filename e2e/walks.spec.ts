import type { Page } from "@playwright/test";
import { type Flow, promisedWalk, stepOf } from "../src/flow/define-flow.ts";
import type { Grant, Variant } from "../src/grants/grant.ts";
import { grants } from "../src/grants/index.ts";
import { expectPhotos } from "./support/alice.ts";
import { enter, tabTo } from "./support/keys.ts";
import type { StepperPage } from "./support/stepper.ts";
import { expect, hydrated, test } from "./support/test.ts";

/** What Firefox walks always; the others when asked for. */
const IN_FIREFOX = ["authorization-code", "client-credentials", "device-code", "refresh-token"];

/** Walked under a sub-path as well: one is enough to see that nothing of it depends on where the app lives. */
const UNDER_A_SUB_PATH = "secret-pkce";

for (const grant of grants) {
  const [first, ...rest] = grant.variants;
  const others = rest.filter(({ id }) => id !== UNDER_A_SUB_PATH);
  for (const variant of grant.variants.filter((one) => !others.includes(one))) {
    test(`${grant.id}, ${variant.id}: walks to the end by keyboard alone`, {
      tag: [
        variant === first && IN_FIREFOX.includes(grant.id) ? "@firefox" : "@firefox-thorough",
        ...(variant.id === UNDER_A_SUB_PATH ? [] : ["@root"]),
      ],
    }, async ({ page, stepper }) => {
      await openByKeyboard(page, grant, variant);
      await walkByKeyboard(page, stepper, variant.flow);
    });
  }

  const [second, ...later] = others;
  if (second === undefined) continue;
  test(`${grant.id}: one walk after the other goes to its end by keyboard alone`, {
    tag: ["@firefox-thorough", "@root"],
  }, async ({ page, stepper }) => {
    test.slow();
    await openByKeyboard(page, grant, second);
    await walkByKeyboard(page, stepper, second.flow);
    const variants = stepper.root.getByRole("navigation", { name: "Variants" });
    for (const variant of later) {
      await test.step(variant.id, async () => {
        await enter(page, variants.getByRole("link", { name: variant.title, exact: true }));
        await expect(stepper.root).toHaveAttribute("data-flow", variant.flow.id);
        await walkByKeyboard(page, stepper, variant.flow);
      });
    }
  });
}

async function openByKeyboard(page: Page, grant: Grant, variant: Variant): Promise<void> {
  await page.goto("./flows");
  await hydrated(page);
  const catalogue = page.getByRole("region", { name: grant.title, exact: true });
  await enter(page, catalogue.getByRole("link", { name: variant.title, exact: true }));
}

async function walkByKeyboard(page: Page, stepper: StepperPage, flow: Flow): Promise<void> {
  await stepper.ready();
  await tabTo(page, stepper.nextButton);
  let state = await stepper.state();
  while (state === "waiting") {
    await expect(stepper.nextButton).toBeFocused();
    ({ state } = await stepper.answered(() => page.keyboard.press("Enter")));
  }
  await expect(stepper.root).toHaveAttribute("data-end", endOf(flow));
}

/** How the walk ends when nobody interferes. */
function endOf(flow: Flow): string {
  const last = promisedWalk(flow).at(-1) ?? flow.start;
  return Object.values(stepOf(flow, last).outcomes)[0]?.next ?? "";
}

test("Alice signs in and consents by typing into the authorization server's own pages", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("classic", "sign_in");
  await expect(stepper.address).toContainText("https://auth.example/login");
  const name = stepper.frame.getByLabel("Name");
  const password = stepper.frame.getByLabel("Password");
  await expect(name).toHaveAttribute("autocomplete", "username");
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await tabTo(page, name);
  await page.keyboard.type("alice");
  await page.keyboard.press("Tab");
  await expect(password).toBeFocused();
  await page.keyboard.type("wonderland");
  await stepper.answered(() => page.keyboard.press("Enter"));
  await stepper.expectAt("consent_page");
  await tabTo(page, stepper.nextButton);
  await stepper.answered(() => page.keyboard.press("Enter"));
  await stepper.expectAt("consent");
  await tabTo(page, stepper.frame.getByRole("button", { name: "Allow" }));
  await stepper.answered(() => page.keyboard.press("Enter"));
  await stepper.expectAt("callback");
  await stepper.finish();
  await stepper.expectDone();
  await expectPhotos(stepper);
});

test("the walk on the home page goes to the end", async ({ page, stepper }) => {
  await page.goto("./");
  await tabTo(page, stepper.nextButton);
  while ((await stepper.state()) === "waiting") {
    await stepper.answered(() => page.keyboard.press("Enter"));
  }
  await stepper.expectDone();
});

test("Restart begins with a server session of its own, and the address follows", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("public-pkce", "consent_page");
  await stepper.root.getByRole("button", { name: "Restart" }).click();
  await stepper.expectAt("click");
  await expect(page).toHaveURL(/\/flows\/authorization-code\?variant=public-pkce$/);
  await expect(stepper.messages()).toHaveCount(12);
  await stepper.walkTo("sign_in");
  await expect(stepper.frame.getByLabel("Password")).toBeVisible();
});
