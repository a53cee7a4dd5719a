import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import type { StepperPage } from "./support/stepper.ts";
import { expect, test } from "./support/test.ts";

const PKCE = "The code is redeemed only with its verifier (PKCE)";

/** What an attack came to, as the page says it. */
function verdict(page: Page) {
  return page.locator("[data-attack] [data-verdict]");
}

function defence(page: Page, title: string) {
  return page.getByRole("switch", { name: title });
}

async function open(page: Page, stepper: StepperPage, address: string): Promise<void> {
  await page.goto(`./attacks/${address}`);
  await stepper.ready();
}

test("the lab lists the attacks, what each can do, and what came of it", { tag: "@root" }, async ({
  page,
}) => {
  await page.goto("./");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Attacks" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Attacks");
  // Ten attacks, and the experiments.
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(11);
  const section = page.getByRole("region", { name: "Interception by another app" });
  await expect(section).toContainText("has registered the same URI scheme as Print’s app");
  await expect(section).toContainText("RFC 7636 §1");
  await expect(section.getByRole("link", { name: "Implicit: succeeds" }).first()).toBeVisible();
  await section
    .getByRole("link", { name: /Public \+ PKCE: stopped/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Interception by another app");
  await expect(page.locator("[data-attack]")).toHaveAttribute("data-attack", "code-interception");
});

test("an intercepted code is redeemed without PKCE, and refused with it", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await open(page, stepper, "code-interception?grant=authorization-code/public-pkce");
  await expect(defence(page, PKCE)).toBeChecked();
  await page.getByText(PKCE, { exact: true }).click();
  await expect(defence(page, PKCE)).not.toBeChecked();
  await expect(page).toHaveURL(/[?&]off=token\.pkce(&|$)/);
  await stepper.ready();
  await stepper.expectAt("click");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "undecided");
  await stepper.finish();
  await stepper.expectDone();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "succeeds");
  await expect(verdict(page)).toContainText(
    "The attack succeeds: GET /photos with the stolen token answered 200 with Alice’s photos.",
  );
  await expect(stepper.root.locator("article").first()).toContainText("Tea for three");

  await page.getByRole("button", { name: `Put back and run again: ${PKCE}` }).click();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "stopped");
  await expect(verdict(page)).toContainText(
    `Stopped by token.pkce: ${PKCE}, RFC 7636 §4.6, the authorization server.`,
  );
  await expect(verdict(page)).toBeFocused();
  await expect(defence(page, PKCE)).toBeChecked();
  await stepper.expectRefusedBy("token.pkce", "The verifier matches the challenge");
  await expect(page.getByRole("link", { name: "Compare grants" })).toHaveAttribute(
    "href",
    /\/compare$/,
  );
});

test("a stolen message in the frame: the card says what was read, and who knows it now", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await open(page, stepper, "token-leak?way=third-party-script&grant=implicit");
  await stepper.walkTo("attacker_use");
  const card = stepper.root.locator("article").first();
  await expect(card).toContainText("A statistics script reports the page’s address to Mallory");
  await expect(card).toContainText("Mallory");
  await expect(card.getByRole("term")).toHaveText(["access token", "address"]);
  await stepper.root.getByRole("button", { name: "Who knows what" }).click();
  const row = stepper.root.getByRole("row", { name: /^access token/ });
  const heads = stepper.root.getByRole("columnheader");
  await expect(heads.last()).toContainText("Attacker");
  await expect(row.getByRole("cell").last()).toContainText("known since message");
  await stepper.root.getByRole("button", { name: "State machine" }).click();
  await expect(stepper.root.getByRole("list", { name: "States" })).toContainText(
    "The attack has run to its end",
  );
  await stepper.finish();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "succeeds");
  await expect(verdict(page)).toContainText("No defence is left to put there in this walk.");
});

test("PKCE changes nothing where the request is the attacker's own", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await open(
    page,
    stepper,
    "loose-redirect?grant=authorization-code/public-pkce&off=authorize.redirect-uri",
  );
  await expect(page.getByRole("main")).toContainText("PKCE changes nothing.");
  await page.getByRole("button", { name: "Run to the end" }).click();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "succeeds");
  await defence(page, "The redirect URI must be exactly one that was registered").focus();
  await page.keyboard.press("Space");
  await expect(page).not.toHaveURL(/off=/);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "undecided");
  await page.getByRole("button", { name: "Run to the end" }).click();
  await expect(verdict(page)).toHaveAttribute("data-by", "authorize.redirect-uri");
});

test("a check of the client's, by keyboard alone, with two browsers", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await open(page, stepper, "csrf?grant=implicit");
  const title = "The client checks the state";
  const whose = stepper.root.getByTestId("whose-browser");
  const press = async (key: string) => stepper.answered(() => page.keyboard.press(key));
  await stepper.nextButton.focus();
  const seen = new Set<string | null>();
  while ((await stepper.state()) === "waiting") {
    await press("Enter");
    seen.add(await whose.textContent());
  }
  expect(seen).toEqual(new Set(["Mallory’s browser", "Alice’s browser"]));
  await expect(verdict(page)).toHaveAttribute("data-verdict", "stopped");
  await expect(verdict(page)).toContainText(
    `Stopped by client.state: ${title}, RFC 9700 §4.7.1, the client.`,
  );
  await page.getByRole("button", { name: "Leave this defence out and run again" }).focus();
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "succeeds");
  await expect(verdict(page)).toContainText("Alice’s session is signed in as Mallory");
  await expect(verdict(page)).toBeFocused();
  await expect(defence(page, title)).not.toBeChecked();
  await expect(stepper.frame.getByText("Nobody’s window, from the street")).toBeVisible();
});

test("a link to a step runs the attack up to it, with the defences it names", {
  tag: "@root",
}, async ({ page, stepper }) => {
  const address = "code-interception?grant=authorization-code/public-pkce&off=token.pkce";
  await open(page, stepper, `${address}&step=attacker_use`);
  await stepper.expectAt("attacker_use");
  await expect(page.getByText(/^You came by a link to “Mallory calls the API/)).toBeVisible();
  await stepper.next();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "succeeds");
});

test("a link to a step that a defence forbids ends where the walk ended", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  const address = "code-interception?grant=authorization-code/public-pkce&step=attacker_use";
  await open(page, stepper, address);
  await expect(verdict(page)).toHaveAttribute("data-by", "token.pkce");
});

test("defences that do not exist are ignored, with a notice", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  const address = "code-interception?grant=authorization-code/public-pkce&off=nonsense&on=more";
  await open(page, stepper, address);
  await expect(page.getByText("which were ignored: nonsense, more")).toBeVisible();
  await expect(defence(page, PKCE)).toBeChecked();
});

test("an attack that does not apply says why, and where it does", { tag: "@root" }, async ({
  page,
}) => {
  await page.goto("./attacks/code-interception?grant=authorization-code/classic");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "does not apply");
  await expect(verdict(page)).toContainText(
    "The redirect goes to Print’s web server by https, not to an app.",
  );
  await verdict(page).getByRole("link", { name: "Implicit" }).click();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "undecided");
});

test("a walk that was left is taken up again, and one whose defence was flipped begins anew", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await open(page, stepper, "code-injection?grant=authorization-code/secret-pkce");
  await stepper.walkTo("authorize");
  await page.getByRole("link", { name: "Authorization code, Classic", exact: true }).click();
  await stepper.expectAt("click");
  await page.goBack();
  await stepper.expectAt("authorize");
  await page.getByText(PKCE, { exact: true }).click();
  await stepper.expectAt("click");
  await page.getByText(PKCE, { exact: true }).click();
  await expect(defence(page, PKCE)).toBeChecked();
  await stepper.expectAt("click");
  await expect(stepper.sent()).toHaveCount(0);
});

test.describe("an address of the lab that leads nowhere", () => {
  test.use({ tolerated: /status of 404/ });

  const MISSING = [
    { address: "nonsense", title: "There is no attack “nonsense”", link: "CSRF on the redirect" },
    {
      address: "token-leak?way=nonsense",
      title: "There is no way “nonsense”",
      link: "Read from the browser’s history",
    },
    {
      address: "csrf?grant=nonsense",
      title: "There is no grant “nonsense”",
      link: "CSRF on the redirect: Implicit",
    },
  ];

  for (const { address, title, link } of MISSING) {
    test(`${address}: says so, and where to go`, { tag: "@root" }, async ({ page }) => {
      await page.goto(`./attacks/${address}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page).toHaveTitle(`${title} · Grantlab`);
      await page.getByRole("main").getByRole("link", { name: link, exact: true }).click();
      await expect(page.locator("[data-attack]")).toBeVisible();
    });
  }
});

test("an attack folds into its chapters", { tag: "@root" }, async ({ page, stepper }) => {
  await open(
    page,
    stepper,
    "code-interception?grant=authorization-code/public-pkce&off=token.pkce",
  );
  await stepper.root.getByText("Folded messages").click();
  await expect(stepper.messages(true).last()).toContainText("The attacker uses what was taken");
  for (let left = 12; (await stepper.state()) === "waiting" && left > 0; left -= 1) {
    await stepper.next();
  }
  await expect(verdict(page)).toHaveAttribute("data-verdict", "succeeds");
});

for (const colorScheme of ["light", "dark"] as const) {
  const tag = colorScheme === "dark" ? ["@thorough"] : [];
  test(`axe finds nothing in the lab, ${colorScheme}`, { tag: ["@root", ...tag] }, async ({
    page,
    stepper,
  }) => {
    await page.emulateMedia({ colorScheme });
    const looking = colorScheme === "dark" ? "colours" : "everything";
    await open(page, stepper, "csrf?grant=implicit");
    await page.getByRole("button", { name: "Run to the end" }).click();
    await expect(verdict(page)).toHaveAttribute("data-verdict", "stopped");
    await expectAccessible(page, looking);
    await page.getByRole("button", { name: "Leave this defence out and run again" }).click();
    await expect(verdict(page)).toHaveAttribute("data-verdict", "succeeds");
    await expectAccessible(page, looking);
  });
}

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the lab fits", { tag: "@root" }, async ({ page, stepper }) => {
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await page.goto("./attacks");
    expect(await width()).toBe(360);
    await open(page, stepper, "csrf?grant=implicit");
    await stepper.root.getByRole("button", { name: "All messages" }).click();
    await stepper.root.getByRole("button", { name: "Who knows what" }).click();
    expect(await width()).toBe(360);
    await page.getByRole("button", { name: "Run to the end" }).click();
    await expect(verdict(page)).toHaveAttribute("data-verdict", "stopped");
    expect(await width()).toBe(360);
  });
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an attack can be read", { tag: "@root" }, async ({ page }) => {
    await page.goto("./attacks/loose-redirect");
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 1 })).toHaveText("Loose redirect URI matching");
    await expect(main).toContainText("PKCE protects a request that the client wrote itself");
    await expect(main).toContainText("What the attacker can do");
    await expect(main.getByRole("listitem").first()).toBeVisible();
  });
});

test("an attack has the whole bench, and somebody else can be attacked", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await open(
    page,
    stepper,
    "code-interception?grant=authorization-code/public-pkce&off=token.pkce&step=sign_in",
  );
  await expect(stepper.root.getByRole("button", { name: "Projector mode" })).toBeVisible();
  await stepper.root.getByRole("button", { name: "Take it along" }).click();
  const link = stepper.root.getByRole("region", { name: "A link to this message" });
  await expect(link.locator("code")).toHaveText(
    /\/attacks\/code-interception\?grant=authorization-code%2Fpublic-pkce&off=token\.pkce&step=sign_in$/,
  );
  await expect(stepper.root.getByText(/Its issuer is http:\/\/127\.0\.0\.1:9000/)).toBeVisible();
  await stepper.root.getByRole("button", { name: "Bob Baumeister" }).click();
  await expect(stepper.root.getByRole("button", { name: "Mallory Hatter" })).toHaveCount(0);
  await stepper.root.getByRole("button", { name: "Run to the end" }).click();
  await stepper.expectDone();
  await expect(verdict(page)).toContainText("answered 200 with Bob’s photos.");
});
