import type { Page } from "@playwright/test";
import { withQuery } from "../../src/oauth/wire.ts";
import type { Sites } from "./sites.ts";

interface Person {
  readonly username: string;
  readonly password: string;
}

/** An authorization request that a browser made. */
export interface Asked {
  readonly url: URL;
  /** Whether the authorization server goes on with it, to its own pages. */
  readonly taken: boolean;
}

/** Opens Print and begins to sign in there. */
export async function askAtPrint(page: Page, sites: Sites): Promise<Asked> {
  await page.goto(`${sites.origins.print}/`);
  return asking(page, sites, () => page.getByText("Log in with auth.localhost").click());
}

/** The authorization request that comes of an act in the browser, and what the server says to it. */
export async function asking(
  page: Page,
  { origins }: Sites,
  act: () => Promise<unknown>,
): Promise<Asked> {
  const answered = page.waitForResponse((response) =>
    response.url().startsWith(`${origins.auth}/authorize?`),
  );
  await act();
  const response = await answered;
  const location = response.headers()["location"] ?? "";
  return { url: new URL(response.url()), taken: location.startsWith(`${origins.auth}/`) };
}

/** Begins to sign in at Print. Throws when the authorization server does not take the request. */
export async function beginAtPrint(page: Page, sites: Sites): Promise<URL> {
  const { url, taken } = await askAtPrint(page, sites);
  if (!taken) throw new Error(`${url.href} was refused.`);
  return url;
}

/** Opens a page of the attacker's, whose link leads to `to`. */
export async function lure(page: Page, { origins }: Sites, to: string): Promise<void> {
  await page.goto(withQuery(`${origins.evil}/win`, { to }));
  await page.getByRole("link", { name: "Claim it" }).click();
}

/** Signs in and says yes; the address of the answer, which something on the way keeps from Print. */
export async function answerKept(page: Page, sites: Sites, person: Person): Promise<URL> {
  const intercepted = sites.intercepted();
  const decided = page.waitForResponse(
    (response) => response.request().method() === "POST" && response.url().includes("/consent?"),
  );
  await signInAndAllow(page, person);
  const location = (await decided).headers()["location"] ?? "";
  await intercepted;
  return new URL(location);
}

/** Fills in the login page and says yes on the consent page; the browser is then on its way to the client. */
export async function signInAndAllow(page: Page, { username, password }: Person): Promise<void> {
  await page.getByLabel("Name").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await allow(page);
}

/** Says yes on the consent page. */
export async function allow(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Allow" }).click();
}

/** What a page of Print came to: it shows photos, or says why not. */
export interface AtPrint {
  readonly text: string;
  /** Id of the check by which Print itself refused; empty when it was none of its own. */
  readonly refusedBy: string;
}

/** Waits until Print has finished, well or not. */
export async function settledAtPrint(page: Page): Promise<AtPrint> {
  const main = page.locator("main[data-state=photos], main[data-state=problem]");
  await main.waitFor({ state: "attached" });
  return {
    text: (await main.textContent()) ?? "",
    refusedBy: (await main.getAttribute("data-refused-by")) ?? "",
  };
}

/** The whole walk at Print: sign in, allow, look. */
export async function signInToPrint(page: Page, sites: Sites, person: Person): Promise<AtPrint> {
  await beginAtPrint(page, sites);
  await signInAndAllow(page, person);
  return settledAtPrint(page);
}
