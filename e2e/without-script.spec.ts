import { expect, test } from "./support/test.ts";

test.use({ javaScriptEnabled: false });

test("the home page says without script what this is", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Learn OAuth 2.0 by running it");
  await expect(page.getByRole("main")).toContainText(
    "OAuth lets an app use your data at another service without ever getting your password.",
  );
  await expect(page.getByRole("main").getByRole("listitem").first()).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Learn" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The guide");
});

test("the lesson can be read without script", { tag: "@root" }, async ({ page }) => {
  await page.goto("./learn/authorization-code");
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "Secret and PKCE" })).toBeVisible();
  await expect(main).toContainText("a code travels back through the browser");
  await expect(main.getByRole("link", { name: /message 9/ }).first()).toBeVisible();
  await expect(main).toContainText("authorizationCodeGrantRequest");
});

test("the catalogue names every variant without script", { tag: "@root" }, async ({ page }) => {
  await page.goto("./flows");
  for (const name of ["Classic", "Secret + PKCE", "Public + PKCE"]) {
    await expect(page.getByRole("main").getByRole("link", { name, exact: true })).toBeVisible();
  }
});
