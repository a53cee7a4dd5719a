import { type Browser, chromium, type Page } from "@playwright/test";
import { BROWSER_VARIABLE, ensureBrowser, launchOptions } from "../browser.ts";
import { signInAndAllow } from "../../src/node/testing.ts";
import { ALICE } from "../../src/grants/cast.ts";
import type { ExecutedScript } from "./coverage/scripts.ts";
import type { Place } from "./run-row.ts";

/** What a page executed of a script from its own origin. */
export interface PageScript extends Omit<ExecutedScript, "file"> {
  readonly path: string;
}

/** Presses the page's “Log in” in a browser, is Alice, and gives what the page then shows and every address on the way. */
export function logInAt(
  address: URL,
  place: Place,
  decision: "Allow" | "Deny" = "Allow",
): Promise<readonly string[]> {
  return withPage(address, place, async (page) => {
    const addresses: string[] = [];
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    await page.goto(address.href);
    await page.getByRole("button", { name: "Log in" }).click();
    await signIn(page, decision);
    return [await shownBy(page, /\S/), ...addresses];
  });
}

/** Presses the page's “Log in” and brings it an answer that somebody has changed; gives what the page then shows. */
export function comeBackTo(
  address: URL,
  place: Place,
  forge: (back: URL) => URL,
): Promise<readonly string[]> {
  return withPage(address, place, async (page) => {
    await page.goto(address.href);
    const asked = page.waitForRequest(
      (request) => new URL(request.url()).pathname === "/authorize",
    );
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByLabel("Name").waitFor();
    const back = await signInAndAllow(new URL((await asked).url()), ALICE);
    await page.goto(forge(back).href);
    return [await shownBy(page, /\S/)];
  });
}

/** The same at a page with a backend, and out again; with what its scripts can read of the cookies. */
export function logInAndOutAt(address: URL, place: Place): Promise<readonly string[]> {
  return withPage(address, place, async (page) => {
    await page.goto(address.href);
    const before = await shownBy(page, /\S/);
    await page.getByRole("link", { name: "Log in" }).click();
    await signIn(page, "Allow");
    const during = await shownBy(page, /photos/);
    const readable = await page.evaluate(() => document.cookie);
    await page.getByRole("button", { name: "Log out" }).click();
    return [before, during, `scripts read: “${readable}”`, await shownBy(page, /Nobody/)];
  });
}

async function signIn(page: Page, decision: "Allow" | "Deny"): Promise<void> {
  await page.getByLabel("Name").fill(ALICE.username);
  await page.getByLabel("Password").fill(ALICE.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: decision }).click();
}

async function shownBy(page: Page, text: RegExp): Promise<string> {
  const shown = page.getByRole("status").filter({ hasText: text });
  await shown.waitFor();
  return `shows: ${await shown.textContent()}`;
}

async function withPage<Value>(
  { origin }: URL,
  { keep }: Place,
  visit: (page: Page) => Promise<Value>,
): Promise<Value> {
  launched ??= launch();
  const page = await (await launched).newPage();
  try {
    const { coverage } = page;
    const keepExecuted = async () => keep(ownScripts(origin, await coverage.stopJSCoverage()));
    await coverage.startJSCoverage();
    await page.exposeFunction("grantlabBeforeLeaving", async () => {
      await keepExecuted();
      await coverage.startJSCoverage();
    });
    await page.addInitScript(stayUntilKept, origin);
    const value = await visit(page);
    await keepExecuted();
    return value;
  } finally {
    await page.close();
  }
}

/** One for all visits; each is in a profile of its own. */
let launched: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const path = process.env[BROWSER_VARIABLE] ?? (await ensureBrowser());
  return chromium.launch(launchOptions(path));
}

/** Once nothing is visited any more. */
export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
}

declare function grantlabBeforeLeaving(): Promise<void>;

/** In the page. What it executed is forgotten when it is left, so it is left only when that is kept. */
function stayUntilKept(origin: string): void {
  if (location.origin !== origin) return;
  let isKept = false;
  navigation.addEventListener("navigate", (event) => {
    const { destination, cancelable } = event;
    if (isKept || destination.sameDocument || !cancelable) return;
    event.preventDefault();
    void grantlabBeforeLeaving().then(() => {
      isKept = true;
      location.assign(destination.url);
    });
  });
}

type Covered = Awaited<ReturnType<Page["coverage"]["stopJSCoverage"]>>;

function ownScripts(origin: string, covered: Covered): readonly PageScript[] {
  return covered.flatMap(({ url, source: code = "", functions }) => {
    const { origin: from, pathname: path } = new URL(url);
    return from === origin ? [{ path, code, functions }] : [];
  });
}
