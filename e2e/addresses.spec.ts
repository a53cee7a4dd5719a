import { expectPhotos } from "./support/alice.ts";
import { expect, test } from "./support/test.ts";

test("a link to a step really ran the walk up to it, and says so", async ({ page, stepper }) => {
  await page.goto("./flows/authorization-code?variant=public-pkce&step=redeem");
  await stepper.ready();
  await stepper.expectAt("redeem");
  await expect(
    page.getByText(
      "You came by a link to “The script redeems the code with the verifier”. The messages before it were really sent, in a sandbox that is yours.",
    ),
  ).toBeVisible();
  await expect(stepper.sent()).toHaveCount(9);
  await stepper.finish();
  await stepper.expectDone();
  await expectPhotos(stepper);
});

test("what is pressed before a linked walk stands at its step sends nothing", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      const next = document.querySelector<HTMLElement>("[data-testid=next]");
      next?.click();
      // A page that was prerendered has a button before it has a script.
      if (document.querySelector("[data-state=busy]") !== null) observer.disconnect();
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  await page.goto(
    "./flows/authorization-code?variant=public-pkce&step=redeem&edit=drop.form.code_verifier",
  );
  await stepper.ready();
  await stepper.expectAt("redeem");
  await expect(stepper.sent()).toHaveCount(9);
  await stepper.next();
  await stepper.expectRefusedBy("token.pkce", "The verifier matches the challenge");
});

test("the address follows the walk", { tag: "@root" }, async ({ page, stepper }) => {
  await stepper.open("classic");
  await stepper.walkTo("authorize");
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({ variant: "classic", step: "authorize" });
});

const MISSING = [
  { address: "no/such/page", title: "There is no page at this address", link: "Flows" },
  {
    address: "learn/nonsense",
    title: "There is no chapter “nonsense”",
    link: "The authorization code grant",
  },
  { address: "flows/nonsense", title: "There is no grant “nonsense”", link: "Authorization code" },
  {
    address: "flows/authorization-code?variant=nonsense",
    title: "There is no variant “nonsense”",
    link: "Authorization code: Classic",
  },
  {
    address: "flows/authorization-code?variant=classic&step=nonsense",
    title: "There is no step “nonsense”",
    link: "Print redeems the code",
  },
];

test.describe("an address that leads nowhere", () => {
  test.use({ tolerated: /status of 404/ });

  for (const { address, title, link } of MISSING) {
    test(`${address}: says so, and where to go`, { tag: "@root" }, async ({ page }) => {
      await page.goto(`./${address}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await page.getByRole("main").getByRole("link", { name: link, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(title);
    });
  }
});

test("Back and Forward go from page to page and leave the walk where it stood", {
  tag: "@root",
}, async ({ page, stepper }) => {
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto("./flows");
  await expect(heading).toHaveText("Flows");
  await page.getByRole("link", { name: "Public + PKCE" }).click();
  await stepper.ready();
  await stepper.walkTo("consent");
  await page.getByRole("link", { name: "Classic", exact: true }).first().click();
  await stepper.expectAt("click");
  await page.goBack();
  await stepper.expectAt("consent");
  await page.goBack();
  await expect(heading).toHaveText("Flows");
  await page.goForward();
  await stepper.ready();
  await stepper.expectAt("consent");
  await page.goForward();
  await stepper.expectAt("click");
});
