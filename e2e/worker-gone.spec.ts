import { expectPhotos } from "./support/alice.ts";
import { expect, test } from "./support/test.ts";
import { workerStopper } from "./support/worker.ts";

// What the page fetches through the worker at that moment fails, and is asked for again.
test.use({ tolerated: /^Failed to load resource: net::ERR_FAILED$/ });

test("the walk goes on although the worker is stopped before every message", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("public-pkce");
  const stop = await workerStopper(page);
  const steps: (string | null)[] = [];
  while ((await stepper.state()) === "waiting") {
    steps.push(await stepper.step());
    await stop();
    await stepper.next();
  }
  await stepper.expectDone();
  expect(steps).toEqual([
    "click",
    "prepare",
    "authorize",
    "login_page",
    "sign_in",
    "consent_page",
    "consent",
    "callback",
    "check",
    "redeem",
    "api",
    "show",
  ]);
  await expectPhotos(stepper);
});

test("a worker stopped while it answers is asked again, and nothing is sent twice", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await stepper.open("classic", "redeem");
  const stop = await workerStopper(page);
  await stepper.answered(async () => {
    await stepper.nextButton.click();
    await stop();
  });
  await stepper.expectAt("signed_in");
  await stepper.finish();
  await stepper.expectDone();
  await expect(stepper.messages()).toHaveCount(15);
});

test("the browser fetches built files itself, and starts no worker for them", {
  tag: "@root",
}, async ({ page, stepper }) => {
  const files = { byPage: 0, byWorker: 0 };
  await stepper.open("public-pkce");
  page.context().on("request", (request) => {
    if (!request.url().includes("/assets/")) return;
    files[request.serviceWorker() === null ? "byPage" : "byWorker"] += 1;
  });
  await page.reload();
  await stepper.ready();
  expect(files.byPage).toBeGreaterThan(10);
  expect(files.byWorker).toBe(0);
});

test("a page that a shift-reload left without the worker gets it back", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await stepper.open("public-pkce");
  await stepper.walkTo("sign_in");
  const session = await page.context().newCDPSession(page);
  const loaded = page.waitForEvent("load");
  await session.send("Page.reload", { ignoreCache: true });
  await loaded;
  await stepper.ready();
  await stepper.expectAt("sign_in");
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toBe(
    new URL("sw.js", new URL("./", page.url().replace(/flows.*/, ""))).href,
  );
  await stepper.finish();
  await stepper.expectDone();
});

test.describe("without a service worker", () => {
  test.use({ serviceWorkers: "block" });

  test("the servers run in the page, a notice says so, and the walk ends", {
    tag: "@root",
  }, async ({ page, stepper }) => {
    await stepper.open("secret-pkce");
    await expect(page.getByRole("status").first()).toContainText(
      "This browser gave us no service worker, so the servers run inside the page instead",
    );
    await stepper.walkTo("sign_in");
    await page.reload();
    await stepper.ready();
    await stepper.expectAt("sign_in");
    await stepper.finish();
    await stepper.expectDone();
    await expectPhotos(stepper);
  });
});
