import { expect, test } from "./support/test.ts";

test("the diagram is drawn once, follows the walk, and its messages can be pressed", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("public-pkce");
  const picture = stepper.root.getByRole("img", { name: /^Sequence diagram/ });
  const current = picture.locator('.seq-message[data-when="current"]').first();
  await expect(current).toContainText("1. opens Print");
  await picture.evaluate((element) => element.querySelector("svg")?.setAttribute("data-same", ""));
  await stepper.walkTo("login_page");
  await expect(current).toContainText("GET /authorize");
  await expect(picture.locator("svg[data-same]")).toHaveCount(1);
  await picture.locator(".seq-message").filter({ hasText: "make state" }).click();
  await expect(page.getByText("You are looking at message 2.")).toBeVisible();
  await stepper.expectAt("login_page");
  await page.getByRole("button", { name: "Return to now" }).click();
  await expect(page.getByText("You are looking at message 2.")).toBeHidden();
});

test("who knows what fills in as messages pass", { tag: "@root" }, async ({ stepper }) => {
  await stepper.open("public-pkce", "check");
  await stepper.root.getByRole("button", { name: "Who knows what" }).click();
  const table = stepper.root.getByRole("region", { name: "Who knows what" }).getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText([
    "Value",
    /^User/,
    /^Page script/,
    /^Address and history/,
    /^Client’s server/,
    /^Authorization server/,
    /^API/,
  ]);
  const cells = (value: string) =>
    table
      .getByRole("row")
      .filter({ has: stepper.page.getByRole("rowheader", { name: value, exact: true }) })
      .getByRole("cell");
  await expect(cells("verifier")).toHaveText([
    "not known",
    "2known since message 2",
    "not known",
    "not known",
    "not known",
    "not known",
  ]);
  await expect(cells("code")).toHaveText([
    "not known",
    "8known since message 8, new",
    "7known since message 7",
    "8known since message 8, new",
    "7known since message 7",
    "not known",
  ]);
  await stepper.walkTo("api");
  await expect(cells("verifier").nth(4)).toHaveText("10known since message 10, new");
});

test("the state machine shows the state the walk stands in", { tag: "@root" }, async ({
  stepper,
}) => {
  await stepper.open("classic", "redeem");
  await stepper.root.getByRole("button", { name: "State machine" }).click();
  const states = stepper.root.getByRole("list", { name: "States" });
  await expect(states.locator("[aria-current]")).toContainText("Print redeems the code");
  await expect(
    stepper.root.getByRole("img", { name: /^State diagram/ }).locator("svg"),
  ).toBeVisible();
});

test("panels stay as they were left", { tag: "@root" }, async ({ page, stepper }) => {
  await stepper.open("classic");
  const panel = stepper.root.getByRole("button", { name: "Who knows what" });
  await expect(panel).toHaveAttribute("aria-expanded", "false");
  await panel.click();
  await page.reload();
  await stepper.ready();
  await expect(panel).toHaveAttribute("aria-expanded", "true");
});

test.describe("with a clipboard", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("a request is shown raw, as curl and as code, and can be copied", { tag: "@root" }, async ({
    page,
    stepper,
  }) => {
    await stepper.open("public-pkce", "redeem");
    const views = stepper.root.getByRole("tablist", { name: "Views of the request" });
    await views.getByRole("tab", { name: "Raw HTTP" }).click();
    const panel = stepper.root.getByRole("tabpanel");
    await expect(panel).toContainText("POST /token HTTP/1.1");
    await page.keyboard.press("ArrowRight");
    await expect(views.getByRole("tab", { name: "curl" })).toBeFocused();
    await panel.getByRole("button", { name: "Copy the curl command" }).click();
    await expect(panel.getByText("Copied")).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("curl");
    expect(copied).toContain("http://127.0.0.1:9000/token");
    await views.getByRole("tab", { name: "Code" }).click();
    await expect(panel).toContainText("authorizationCodeGrantRequest");
  });
});

test("what a party does by itself has its code, of the sample the variant names", {
  tag: "@root",
}, async ({ stepper }) => {
  await stepper.open("openid-connect", "validate");
  const card = stepper.root.getByRole("article").filter({ hasText: "Next:" });
  await card.getByText("Code", { exact: true }).click();
  await expect(card).toContainText("validateApplicationLevelSignature");
  await card.getByRole("button", { name: "curl" }).click();
  await expect(card).toContainText("openssl dgst -sha256 -verify");
});

test("the button of a form is not under the stepper’s bar", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await stepper.open("public-pkce", "sign_in");
  const button = stepper.frame.getByRole("button", { name: "Sign in" });
  const bar = stepper.root.locator("[data-bar]");
  await expect
    .poll(async () => {
      const [form, below] = await Promise.all([button.boundingBox(), bar.boundingBox()]);
      return (form?.y ?? Infinity) + (form?.height ?? 0) < (below?.y ?? 0);
    })
    .toBe(true);
});
