import type { Browser, Page } from "@playwright/test";
import * as v from "valibot";
import { newContext } from "./context.ts";
import { ms, percentile, row } from "./statistics.ts";

const REFRESHES = 200;
const WALKS = 4;
/** Messages that belong to the walk before it goes on. */
const LENGTHS = [10, 2000];
const ADDRESS = "flows/authorization-code?variant=public-pkce";
const SANDBOX = "authorization-code.public-pkce";
/** Messages until the authorization request is next. */
const BEFORE = 2;

/** How long messages take on their way through the service worker, and until they are on the screen. */
export async function measureSteps(browser: Browser, base: string): Promise<void> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(`${base}${ADDRESS}`);
  await page.getByRole("button", { name: /^Clock/ }).waitFor();
  const presses: number[] = [];
  for (let walk = 0; walk < WALKS; walk += 1) {
    presses.push(...(await walkOnce(page)));
    await restart(page);
  }
  const refreshes = await refresh(page);

  row("Messages through the service worker", "median", "p95");
  const both = (samples: readonly number[]) =>
    [0.5, 0.95].map((share) => ms(percentile(samples, share)));
  row(`POST /token (refresh), ${refreshes.length} exchanges`, ...both(refreshes));
  row(`press to answer on the screen, ${presses.length} messages`, ...both(presses));
  for (const length of LENGTHS) {
    const { opened, after } = await walkAfter(page, length);
    row(`opened again with ${length} messages sent`, ms(opened));
    row(`press to answer after ${length} messages, ${after.length} messages`, ...both(after));
  }
  await context.close();
}

/** The rest of a walk to which so many messages belong by now, all of which the page reads when it is loaded again. */
async function walkAfter(page: Page, count: number) {
  await restart(page);
  await walkOnce(page, BEFORE);
  await page.evaluate(askInVain, { sandbox: SANDBOX, count });
  const begun = performance.now();
  await page.reload();
  await page
    .locator(
      `[data-flow][data-state="waiting"] [role=progressbar][aria-valuenow="${count + BEFORE}"]`,
    )
    .first()
    .waitFor({ state: "attached" });
  return { opened: performance.now() - begun, after: await walkOnce(page) };
}

/** In the page: sends the authorization request to be refused, as a learner does who edits it over and over. */
async function askInVain({ sandbox, count }: { sandbox: string; count: number }): Promise<void> {
  const path = `/~/${sessionStorage.getItem("grantlab.tab")}.${sandbox}/_world/visit`;
  for (let done = 0; done < count; done += 1) {
    const url = `https://auth.example/authorize?response_type=code&client_id=no-${done}`;
    const call = { id: crypto.randomUUID(), step: "authorize", edited: true };
    const body = JSON.stringify({ call, request: { method: "GET", url, headers: [] } });
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(path, { method: "POST", headers, body });
    if (!answer.ok) throw new Error(await answer.text());
  }
}

/** Walks to the end, or so many messages; milliseconds from each press to its answer in the page. */
async function walkOnce(page: Page, most = 100): Promise<number[]> {
  return page.evaluate(async (limit) => {
    const root = document.querySelector("[data-flow]");
    const next = root?.querySelector<HTMLElement>("[data-testid=next]");
    const said = () => root?.querySelector("[data-testid=announcer]")?.textContent;
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => (holds() ? resolve() : setTimeout(look, 1));
        look();
      });
    const samples: number[] = [];
    while (root?.getAttribute("data-state") === "waiting" && samples.length < limit) {
      const before = said();
      const begun = performance.now();
      next?.click();
      await until(() => said() !== before && root.getAttribute("data-state") !== "busy");
      samples.push(performance.now() - begun);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return samples;
  }, most);
}

async function restart(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Restart" }).click();
  await page.locator('[data-flow][data-state="waiting"][data-step="click"]').waitFor();
}

const Tokens = v.object({ refresh_token: v.string() });

/** Redeems the refresh token of a fresh walk over and over, as a page's script would. */
async function refresh(page: Page): Promise<number[]> {
  await page.evaluate(noteTokens);
  await walkOnce(page);
  const { url = "", answer = "" } = await page.evaluate(() => {
    const { dataset } = document.body;
    return { url: dataset["url"], answer: dataset["answer"] };
  });
  const { refresh_token: given } = v.parse(Tokens, JSON.parse(answer));
  return page.evaluate(
    async ({ url, first, count }) => {
      const samples: number[] = [];
      let refreshToken = first;
      for (let done = 0; done < count; done += 1) {
        const body = new URLSearchParams({
          grant_type: "refresh_token",
          client_id: "print-page",
          refresh_token: refreshToken,
        });
        const begun = performance.now();
        const response = await fetch(url, { method: "POST", body });
        const answer = await response.text();
        samples.push(performance.now() - begun);
        refreshToken = /"refresh_token":"([^"]+)"/.exec(answer)?.[1] ?? "";
        if (refreshToken === "") throw new Error(answer);
      }
      return samples;
    },
    { url, first: given, count: REFRESHES },
  );
}

/** In the page: leaves what the token endpoint answers where it can be found. */
function noteTokens(): void {
  const original = window.fetch;
  window.fetch = async (input, init) => {
    const response = await original(input, init);
    if (response.url.endsWith("/auth.example/token")) {
      document.body.dataset["url"] = response.url;
      document.body.dataset["answer"] = await response.clone().text();
    }
    return response;
  };
}
