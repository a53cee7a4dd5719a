import { expect, test } from "@playwright/test";

test("the worker controls the first visit and the page reports nothing", async ({ page }) => {
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto("./");
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL))
    .toBe(new URL("sw.js", page.url()).href);
  expect(problems).toEqual([]);
});

test("a route answers with its own prerendered page", async ({ request }) => {
  const response = await request.get("learn");
  expect(response.status()).toBe(200);
  expect(await response.text()).toContain("<h1");
  expect(response.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("an unknown address answers 404 with a page", async ({ request }) => {
  const response = await request.get("no/such/page");
  expect(response.status()).toBe(404);
  expect(response.headers()["content-type"]).toBe("text/html; charset=utf-8");
});

test("an address of the worker never answers with the app when no worker is in charge", async ({
  request,
}) => {
  for (const method of ["GET", "POST"]) {
    const response = await request.fetch("~/sandbox/auth.example/token", { method });
    expect(response.status()).toBe(503);
    expect(await response.json()).toEqual({ error: "no_service_worker" });
  }
});
