import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

test.describe("time and branches", { tag: "@root" }, () => {
  test("the clock is moved to where the code expires, and the server refuses it", async ({
    page,
    stepper,
  }) => {
    await stepper.open("secret-pkce", "redeem");
    const expiries = stepper.root.getByRole("list", { name: "What expires when" });
    await expect(expiries.getByRole("listitem")).toHaveText([/^code5\d s$/, /^session7 h 59 min$/]);
    await stepper.clock().click();
    await page.getByRole("button", { name: /^Until the code expires/ }).click();
    await expect(expiries.getByRole("listitem").first()).toHaveText("codeexpired");
    await expect(
      stepper.root.getByText(/^The clock was moved on by .* Expired: the code\.$/),
    ).toBeAttached();
    await page.keyboard.press("Escape");
    await expect(stepper.clock()).toBeFocused();
    await stepper.next();
    await stepper.expectRefusedBy("token.code-fresh", "The code has not expired");
  });

  test("a moved clock is moved back", async ({ page, stepper }) => {
    await stepper.open("secret-pkce", "redeem");
    const before = await stepper.clock().textContent();
    await stepper.advance("1 hour");
    await stepper.clock().click();
    await page.getByRole("button", { name: "Move it back by 1 h" }).click();
    await expect(stepper.clock()).toHaveText(before ?? "");
    await expect(stepper.root.getByRole("button", { name: "Branches" })).toBeHidden();
  });

  test("inside the server a family grows, and what just changed is marked", async ({ stepper }) => {
    await stepper.open("secret-pkce", "redeem");
    await stepper.root.getByRole("button", { name: "Inside the server" }).click();
    const record = (kind: string) => stepper.root.locator(`[data-record="${kind}"]`);
    await expect(record("code")).toHaveAttribute("data-record-state", "live");
    await stepper.next();
    await expect(record("code")).toHaveAttribute("data-record-state", "spent");
    await expect(record("code")).toHaveAttribute("data-became", "spent");
    await expect(record("access_token")).toHaveAttribute("data-became", "new");
    await expect(
      stepper.root.getByText("Message 11 made an access token, a refresh token; used up a code."),
    ).toBeVisible();
    await expect(record("client").filter({ visible: true })).toHaveCount(1);
  });

  test("rewound, the world is as it was, and what was left can be read and compared", async ({
    page,
    stepper,
  }) => {
    await stepper.open("secret-pkce", "redeem");
    await stepper.advance("1 hour");
    await stepper.next();
    await stepper.expectRefusedBy("token.code-fresh", "The code has not expired");
    await stepper.root.getByRole("button", { name: "Back", exact: true }).click();
    await stepper.root.getByRole("button", { name: "Rewind to here" }).press("Enter");
    await expect(stepper.root.getByRole("status").filter({ hasText: "You rewound" })).toHaveText(
      "You rewound to message 10. The servers, the browsers and the clock are as they were right after it. What came after is kept as branch 1.",
    );
    await expect(stepper.nextButton).toBeFocused();
    await stepper.expectAt("redeem");
    await stepper.finish();
    await stepper.expectDone();
    await page.reload();
    await stepper.ready();
    await stepper.expectDone();
    await stepper.root.getByRole("button", { name: "Branches" }).click();
    const rows = stepper.root
      .getByRole("list", { name: "Branch 1 and This walk" })
      .getByRole("listitem");
    await expect(rows.first()).toContainText("Differs: another outcome; 1 h later on the left.");
    await expect(stepper.messages().nth(9)).toContainText("branch 1 leaves here");
    await rows
      .first()
      .getByRole("button", { name: /^Branch 1, 11\./ })
      .click();
    await stepper.expectRefusedBy("token.code-fresh", "The code has not expired");
  });

  for (const { look, ...use } of [
    { look: "light on a phone", colorScheme: "light", viewport: { width: 360, height: 740 } },
    { look: "dark", colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  ] as const) {
    test.describe(look, () => {
      test.use(use);

      test(`its panels fit and axe finds nothing, ${look}`, {
        tag: look === "dark" ? "@thorough" : [],
      }, async ({ page, stepper }) => {
        await stepper.open("secret-pkce", "signed_in");
        await stepper.root.getByRole("button", { name: "Inside the server" }).click();
        await stepper.root.getByRole("button", { name: "Back", exact: true }).click();
        await stepper.root.getByRole("button", { name: "Rewind to here" }).click();
        await stepper.expectAt("redeem");
        await stepper.next();
        await stepper.root.getByRole("button", { name: "Branches" }).click();
        await stepper.root.getByRole("button", { name: /^Branch 1, 11\./ }).click();
        await stepper.clock().click();
        await expectAccessible(page, "everything");
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBe(use.viewport.width);
      });
    });
  }
});
