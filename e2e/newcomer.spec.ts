import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { ALICE, ALICES_PHOTO } from "../src/grants/cast.ts";
import { SERVER_FILE } from "../src/ui/exchange/server-file.ts";
import { signInAndAllow } from "../src/node/testing.ts";
import { addParameter, enter, pressOn, tabTo } from "./support/keys.ts";
import { StepperPage } from "./support/stepper.ts";
import { expect, hydrated, test } from "./support/test.ts";
import { unzipped } from "./support/zip.ts";

test("a newcomer comes by keyboard from home through chapter 4 to a client that runs", {
  tag: "@root",
}, async ({ page }) => {
  await page.goto("./");
  await hydrated(page);
  await enter(page, page.getByRole("link", { name: "Learn", exact: true }));
  await enter(page, page.getByRole("link", { name: "4 The authorization code grant" }));
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  const walk = new StepperPage(page, page.locator("[data-flow]").first());
  await pressOn(page, walk, "done");

  const task = page.getByRole("region", { name: "A token request that lacks something" });
  await enter(page, task.getByRole("button", { name: "Try it here" }));
  const repair = new StepperPage(page, task.locator("[data-flow]"));
  await pressOn(page, repair, "redeem");
  await repair.answered(() => page.keyboard.press("Enter"));
  await repair.expectRefusedBy("token.pkce", "The verifier matches the challenge");
  const verifier = await madeVerifier(page, repair);
  await addParameter(page, repair, "code_verifier", verifier);
  await pressOn(page, repair, "done");
  await expect(task.getByTestId("judged")).toContainText("Done: all of it holds.");

  const goal = page.getByRole("region", { name: "Take everything back" });
  await enter(page, goal.getByRole("button", { name: "Try it here" }));
  const unaided = new StepperPage(page, goal.locator("[data-flow]"));
  await pressOn(page, unaided, "signed_in");
  await enter(page, unaided.root.getByRole("button", { name: "Send the code a second time" }));
  await unaided.expectAt("replay");
  await tabTo(page, unaided.nextButton);
  await unaided.answered(() => page.keyboard.press("Enter"));
  await expect(goal.getByTestId("judged")).toContainText("Done: all of it holds.");

  await page.reload();
  await hydrated(page);
  await expect(goal.getByText("You have done this before, in this browser.")).toBeVisible();
  const contents = page.getByRole("navigation", { name: "In this chapter" });
  for (const section of ["The walk", "Repair it", "On your own"]) {
    await expect(contents.getByRole("link", { name: `${section} (reached)` })).toBeVisible();
  }

  const zip = await downloaded(page, page.getByRole("button", { name: "Download as a zip" }));
  const server = page.getByRole("link", { name: "Download the authorization server" });
  const files = unzipped(zip);
  const output = await withServer(await downloaded(page, server), (issuer) => ran(files, issuer));
  expect(output).toContain(ALICES_PHOTO);
});

async function downloaded(page: Page, control: Locator): Promise<Buffer> {
  const downloading = page.waitForEvent("download");
  await enter(page, control);
  return readFile(await (await downloading).path());
}

/** The verifier the client made, as the message says in which it did. */
async function madeVerifier(page: Page, stepper: StepperPage): Promise<string> {
  const prepared = stepper.root.getByRole("heading", { name: /^Print makes a state, a verifier/ });
  await tabTo(page, stepper.root.getByRole("button", { name: "Back", exact: true }));
  for (let left = 12; !(await prepared.isVisible()); left -= 1) {
    if (left === 0) throw new Error("Back does not lead to where the verifier was made.");
    await page.keyboard.press("Enter");
  }
  const made = stepper.root.locator("dl > div").filter({ hasText: /^verifier/ });
  const verifier = (await made.getByRole("button").getAttribute("title")) ?? "";
  await enter(page, stepper.root.getByRole("button", { name: "Return to now" }));
  return verifier;
}

/** Does that while the downloaded server runs, alone in a folder with no packages in sight. */
async function withServer<T>(code: Buffer, during: (issuer: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "newcomer-"));
  await writeFile(join(folder, SERVER_FILE), code);
  const server = spawn(process.execPath, [SERVER_FILE, "--port", "0"], { cwd: folder });
  const exit = once(server, "exit");
  try {
    return await during(await issuerOf(server));
  } finally {
    server.kill();
    await exit;
    await rm(folder, { recursive: true });
  }
}

/** The issuer a server that starts prints. */
function issuerOf({ stdout, stderr }: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, issuer] = /^Issuer +(\S+)$/m.exec(output) ?? [];
      if (issuer !== undefined) resolve(issuer);
    });
    stderr.setEncoding("utf8").on("data", (text: string) => reject(new Error(text)));
  });
}

/** What the downloaded client prints when it is run against that server, and Alice signs in. */
async function ran(files: ReadonlyMap<string, string>, issuer: string): Promise<string> {
  await mkdir(".cache", { recursive: true });
  // Beside the project's own packages, which are those its manifest names.
  const folder = await mkdtemp(join(".cache", "newcomer-"));
  try {
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const script = [...files.keys()].find((name) => name.endsWith("/client.ts")) ?? "";
    const client = spawn(process.execPath, ["--import", "tsx", join(folder, script)], {
      env: { ...process.env, ISSUER: issuer },
    });
    const exit = once(client, "exit");
    let output = "";
    client.stdout.setEncoding("utf8").on("data", (text: string) => {
      const before = output;
      output += text;
      const address = /http:\/\/\S+\/authorize\?\S+/;
      const [found] = address.exec(output) ?? [];
      if (found === undefined || address.test(before)) return;
      void signInAndAllow(new URL(found), ALICE).then((back) => fetch(back));
    });
    expect((await exit)[0]).toBe(0);
    return output;
  } finally {
    await rm(folder, { recursive: true });
  }
}
