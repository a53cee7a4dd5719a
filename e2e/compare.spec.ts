import { expectAccessible } from "./support/axe.ts";
import { ComparePage } from "./support/compare.ts";
import { expectToFit } from "./support/fit.ts";
import { expect, hydrated, test } from "./support/test.ts";

const CODE = "Authorization code, Public + PKCE";

test("home leads to the comparison in one click, and single keys lead both walks to the end", async ({
  page,
}) => {
  const compare = new ComparePage(page);
  await page.goto("./");
  await hydrated(page);
  await page.getByRole("main").getByRole("link", { name: "Compare two grants" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Implicit against ${CODE}`);
  const stood = await compare.toEnd(() => page.keyboard.press("n"));
  expect(stood).toEqual([
    "click|click",
    "prepare|prepare",
    "authorize|authorize",
    "login_page|login_page",
    "sign_in|sign_in",
    "consent_page|consent_page",
    "consent|consent",
    "callback|callback",
    "check|check",
    "api|redeem",
    "api|api",
    "show|show",
  ]);
  for (const side of ["left", "right"] as const) {
    await expect(compare.side(side)).toHaveAttribute("data-end", "done");
  }
});

test("Next keeps the focus, and the parameters that differ are marked in words", {
  tag: "@root",
}, async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open();
  await compare.next.focus();
  for (let left = 2; left > 0; left -= 1) await compare.sent(() => page.keyboard.press("Enter"));
  expect(await compare.stands()).toBe("authorize|authorize");
  const type = compare.field("Implicit", "authorize", "response_type");
  await expect(type).toHaveText(/response_type.*differs.*token/);
  await expect(compare.field(CODE, "authorize", "response_type")).toHaveText(/differs.*code/);
  await expect(compare.field(CODE, "authorize", "code_challenge")).toHaveText(/only here/);
  await expect(compare.field("Implicit", "authorize", "code_challenge")).toHaveCount(0);
  await expect(compare.field(CODE, "authorize", "state")).toBeHidden();
  await compare.toEnd(() => page.keyboard.press("Enter"));
  await expect(compare.next).toBeFocused();
  await expect(compare.field("Implicit", "callback", "access_token")).toHaveText(/only here/);
  await expect(compare.field(CODE, "callback", "code")).toHaveText(/only here/);
});

test("at the end each side says where its access token was to be seen", { tag: "@root" }, async ({
  page,
}) => {
  const compare = new ComparePage(page);
  await compare.open();
  await compare.toEnd(() => compare.next.click());
  const seen = (title: string) =>
    page
      .getByTestId("ended")
      .getByRole("article")
      .filter({ hasText: `${title}: the client has the photos` })
      .locator('[data-seen="true"]')
      .evaluateAll((places) => places.map((place) => place.getAttribute("data-place")));
  expect(await seen("Implicit")).toEqual(["page", "address", "as", "api"]);
  expect(await seen(CODE)).toEqual(["page", "as", "api"]);
  await page.keyboard.press("r");
  await expect(compare.side("left")).toHaveAttribute("data-step", "click");
  await expect(compare.side("right")).toHaveAttribute("data-step", "click");
});

test.describe("other sides", () => {
  // Only what it opens on has a page of its own on a static host.
  test.use({ tolerated: /status of 404/ });

  test("any two can be chosen, linked to, reloaded and swapped", { tag: "@root" }, async ({
    page,
  }) => {
    const compare = new ComparePage(page);
    await compare.open();
    await page.getByLabel("Compare", { exact: true }).selectOption("Authorization code, Classic");
    await page.getByLabel("with", { exact: true }).selectOption("Implicit");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/\/compare\/authorization-code~classic\/implicit$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    for (let left = 3; left > 0; left -= 1) await compare.sent(() => page.keyboard.press("n"));
    expect(await compare.stands()).toBe("authorize|login_page");
    await page.reload();
    await expect(compare.side("left")).toHaveAttribute("data-step", "authorize");
    await compare.sent(() => compare.next.click());
    expect(await compare.stands()).toBe("login_page|login_page");
    await page.getByRole("button", { name: "Swap sides" }).click();
    await expect(page).toHaveURL(/\/compare\/implicit\/authorization-code~classic$/);
  });

  test("a side that does not exist is said not to", { tag: "@root" }, async ({ page }) => {
    await page.goto("./compare/implicit/nonsense");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "There is no grant “nonsense”",
    );
    await page.goto("./compare/authorization-code~plain/implicit");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no variant “plain”");
  });
});

test.describe("on a phone", { tag: "@root" }, () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("there is one column with a switch, and nothing scrolls sideways", async ({ page }) => {
    const compare = new ComparePage(page);
    await compare.open();
    const columns = compare.root.locator('[data-stage="ask"]').getByRole("list");
    await expect(columns).toHaveAccessibleName("Implicit");
    await page.getByRole("button", { name: CODE, exact: true }).click();
    await expect(columns).toHaveAccessibleName(CODE);
    await page.getByRole("button", { name: "Implicit", exact: true }).click();
    for (;;) {
      await expectToFit(page);
      if ((await compare.next.getAttribute("aria-disabled")) === "true") break;
      await compare.sent(() => compare.next.click());
      // The side that moves alone is the one that is shown.
      if ((await compare.stands()) === "api|api") {
        await expect(compare.side("right")).toBeVisible();
        await expect(compare.side("left")).toBeHidden();
      }
    }
    await expectAccessible(page, "all but colours");
  });
});

test("axe finds nothing where one side waits", { tag: "@root" }, async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open();
  for (let left = 9; left > 0; left -= 1) await compare.sent(() => compare.next.click());
  expect(await compare.stands()).toBe("api|redeem");
  await expectAccessible(page, "all but colours");
});

test("axe finds nothing at the end in the dark", {
  tag: ["@root", "@thorough"],
}, async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const compare = new ComparePage(page);
  await compare.open();
  await compare.toEnd(() => compare.next.click());
  await expectAccessible(page, "colours");
});
