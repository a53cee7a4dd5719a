import { createServer } from "node:http";
import { grants } from "../src/grants/index.ts";
import { expectAccessible } from "./support/axe.ts";
import { expectToFit } from "./support/fit.ts";
import { expect, test } from "./support/test.ts";

const WALK = "./flows/authorization-code?variant=public-pkce";

test.describe("a link", { tag: "@root" }, () => {
  test("carries the step and the edits, marked and not sent, and no secret", async ({
    page,
    stepper,
  }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await stepper.open("public-pkce", "redeem");
    await stepper.edit("redirect_uri", () => "https://print.example/other");
    await stepper.edit("code", () => "not-the-code");
    await stepper.root.getByRole("button", { name: "Take it along" }).click();
    const panel = stepper.root.getByRole("region", { name: "A link to this message" });
    await expect(panel.getByTestId("left-out")).toContainText("your edit of code.");
    const link = (await panel.locator("code").textContent()) ?? "";
    expect(new URL(link).searchParams.getAll("edit")).toEqual([
      "set.form.redirect_uri=https://print.example/other",
    ]);
    await expectAccessible(page);

    const other = await page.context().newPage();
    await other.goto(link);
    await expect(other.getByTestId("from-link")).toContainText("The link brought an edit");
    const walk = other.locator("[data-flow]");
    await expect(walk).toHaveAttribute("data-step", "redeem");
    await expect(walk.getByText("Edited: the receiver will get what you wrote")).toBeVisible();
    await walk.getByRole("button", { name: "Next", exact: true }).click();
    await expect(walk.locator('[data-outcome="failed"]')).toHaveAttribute(
      "data-check",
      "token.redirect-uri",
    );
    await other.close();
  });

  test("that is hostile changes nothing, and says what it tried", async ({ page, stepper }) => {
    const edits = ["set.form.code=stolen", "set.header.X%0Ay=1", "<img src=x onerror=alert(1)>"];
    const query = edits.map((edit) => `&edit=${encodeURIComponent(edit)}`).join("");
    await page.goto(`${WALK}&step=redeem${query}`);
    await stepper.expectAt("redeem");
    await expect(page.getByTestId("from-link").getByRole("listitem")).toHaveText(edits);
    await expect(stepper.root.getByText("Edited: the receiver")).toBeHidden();
    await stepper.next();
    await stepper.expectAt("api");
  });

  test("is not needed for a reload: the edits are still there, those of secrets too", async ({
    page,
    stepper,
  }) => {
    await stepper.open("public-pkce", "redeem");
    await stepper.edit("code_verifier", () => "x".repeat(43));
    await stepper.edit("client_id", () => "somebody");
    await expect(page).toHaveURL(/edit=set\.form\.client_id%3Dsomebody$/);
    await page.reload();
    await expect(stepper.root.getByText("Edited: the receiver will get")).toBeVisible();
    expect(page.url()).not.toContain("x".repeat(43));
    await stepper.root.getByRole("button", { name: "Edit", exact: true }).click();
    await expect(
      stepper.root.getByRole("textbox", { name: "Value of code_verifier", exact: true }),
    ).toHaveValue("x".repeat(43));
  });
});

test("the messages are saved as HAR, the diagram as SVG and PNG, on a phone as well", {
  tag: "@root",
}, async ({ page, stepper }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await stepper.open("classic", "signed_in");
  await stepper.root.getByRole("button", { name: "Take it along" }).click();
  const saved = async (what: string) => {
    const download = page.waitForEvent("download");
    await stepper.root.getByRole("button", { name: `Download ${what}` }).click();
    const chunks = await (await (await download).createReadStream()).toArray();
    return Buffer.concat(chunks);
  };
  const har = (await saved("HAR")).toString();
  const entries: readonly { readonly _step: string }[] = JSON.parse(har).log.entries;
  expect(entries.map(({ _step }) => _step)).toEqual([
    "click",
    "authorize",
    "login_page",
    "sign_in",
    "consent_page",
    "consent",
    "callback",
    "redeem",
  ]);
  expect(har).not.toMatch(/wonderland|print-classic-secret|eyJ/);
  await stepper.root.getByText("With secrets").click();
  await expect(stepper.root.getByText("The file will hold tokens")).toBeVisible();
  expect((await saved("HAR")).toString()).toContain("wonderland");
  expect((await saved("SVG")).toString()).toMatch(/^<svg [^>]*viewBox/);
  expect((await saved("PNG")).subarray(1, 4).toString()).toBe("PNG");
  await expectToFit(page);
  await expectAccessible(page, "all but colours");
});

test("somebody else signs in, and sees other photos", { tag: "@root" }, async ({
  page,
  stepper,
}) => {
  await stepper.open("classic", "sign_in");
  await stepper.root.getByRole("button", { name: "Bob Baumeister" }).click();
  await expect(stepper.frame.getByLabel("Name")).toHaveValue("bob");
  await stepper.next();
  await stepper.expectAt("consent_page");
  await page.reload();
  await stepper.expectAt("consent_page");
  await expect(stepper.messages().nth(5)).toContainText("Bob signs in");
  await stepper.finish();
  await stepper.expectDone();
  await expect(stepper.frame.getByText("Crane at sunrise")).toBeVisible();
  await expect(stepper.root.getByText("Print has Bob’s photos.")).toBeVisible();
});

test.describe("for teachers", { tag: "@root" }, () => {
  test.use({ tolerated: /^Asked http:\/\/127\.0\.0\.1:/ });

  test("a stepper stands alone in a frame of another site", async ({ page, baseURL }) => {
    const source = new URL(`${WALK}&step=redeem&embed`, baseURL).href;
    const course = createServer((_, response) => {
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(
        `<!doctype html><html lang="en"><title>Course</title><iframe title="Walk" width="900" height="700" src="${source}"></iframe></html>`,
      );
    });
    await new Promise<void>((resolve) => course.listen(0, "127.0.0.1", resolve));
    const address = course.address();
    if (address === null || typeof address === "string") throw new TypeError("It has no port.");
    try {
      // Another host: the frame is another site’s, and its worker and records are apart from all others.
      await page.goto(`http://127.0.0.1:${address.port}/`);
      const frame = page.frameLocator("iframe[title=Walk]");
      await expect(frame.locator("[data-flow]")).toHaveAttribute("data-step", "redeem");
      await expect(frame.locator("[data-flow]")).toHaveAttribute("data-mode", "real");
      await expect(frame.getByRole("banner")).toBeHidden();
      await expect(frame.getByRole("contentinfo")).toBeHidden();
      await expect(frame.getByRole("link", { name: "Open in Grantlab" })).toHaveAttribute(
        "href",
        new URL(`${WALK}&step=redeem`, baseURL).href,
      );
      // A search has no place there: its dialog would be open, not to be seen, and in the way.
      const next = frame.getByRole("button", { name: "Next", exact: true });
      await next.press("/");
      await next.press("Enter");
      await expect(frame.locator("[data-flow]")).toHaveAttribute("data-step", "api");
    } finally {
      course.closeAllConnections();
      course.close();
    }
  });

  test("projector mode lasts as long as the session", async ({ page, stepper }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await stepper.open("classic", "redeem");
    await stepper.root.getByRole("button", { name: "Projector mode" }).click();
    await page.reload();
    await stepper.ready();
    await expect(page.locator("html[data-projector]")).toBeVisible();
    await expect(stepper.root.getByRole("button", { name: "Who knows what" })).toBeHidden();
    await expectAccessible(page);
    await page.goto("./flows?projector=off");
    await expect(page.locator("html:not([data-projector])")).toBeVisible();
  });
});

test("the biggest statechart of every grant is drawn whole", {
  tag: ["@root", "@thorough"],
}, async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("grantlab.panel.statechart", "open"));
  for (const { id, variants } of grants) {
    const stepsOf = ({ flow }: (typeof variants)[number]) => Object.keys(flow.steps).length;
    const [biggest] = variants.toSorted((a, b) => stepsOf(b) - stepsOf(a));
    await page.goto(`./flows/${id}?variant=${biggest?.id}`);
    const picture = page.getByRole("img", { name: /^State diagram/ });
    await picture.scrollIntoViewIfNeeded();
    await expect(picture.locator("g.node[data-status=waiting]")).toHaveCount(1);
    const listed = await page.getByRole("list", { name: "States" }).locator("> li").count();
    const drawn = picture.locator("g.node").filter({ has: page.locator("text, tspan") });
    await expect(drawn).toHaveCount(listed);
  }
});
