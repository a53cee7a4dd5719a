import type { Browser, Page } from "@playwright/test";
import * as v from "valibot";
import { newContext } from "./context.ts";
import { ms, percentile, row } from "./statistics.ts";

const REFRESHES = 200;
const WALKS = 4;
/** Exchanges that the trace has before the walk begins. */
const LENGTHS = [10, 2000];

/** How long messages take on their way through the service worker, and until they are on the screen. */
export async function measureSteps(browser: Browser, base: string): Promise<void> {
  const context = await newContext(browser);
  const page = await context.newPage();
  await page.goto(`${base}flows/authorization-code?variant=public-pkce`);
  await page.getByRole("button", { name: /^Clock/ }).waitFor();
  const presses: number[] = [];
  for (let walk = 0; walk < WALKS; walk += 1) {
    presses.push(...(await walkOnce(page)));
    await restart(page);
  }
  const { url, samples: refreshes } = await refresh(page);

  row("Messages through the service worker", "median", "p95");
  const both = (samples: readonly number[]) =>
    [0.5, 0.95].map((share) => ms(percentile(samples, share)));
  row(`POST /token (refresh), ${refreshes.length} exchanges`, ...both(refreshes));
  row(`press to answer on the screen, ${presses.length} messages`, ...both(presses));
  for (const length of LENGTHS) {
    await restart(page);
    await page.evaluate(exchange, { url, count: length });
    const after = await walkOnce(page);
    row(`the same after ${length} exchanges, ${after.length} messages`, ...both(after));
  }
  await context.close();
}

/** In the page: exchanges of no step, which the trace keeps all the same. */
async function exchange({ url, count }: { url: string; count: number }): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    const body = new URLSearchParams({ grant_type: "refresh_token", refresh_token: `no-${done}` });
    await (await fetch(url, { method: "POST", body })).text();
  }
}

/** Walks to the end; milliseconds from each press to its answer in the page. */
async function walkOnce(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const root = document.querySelector("[data-flow]");
    const next = root?.querySelector<HTMLElement>("[data-testid=next]");
    const said = () => root?.querySelector("[data-testid=announcer]")?.textContent;
    const until = (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => (holds() ? resolve() : setTimeout(look, 1));
        look();
      });
    const samples: number[] = [];
    while (root?.getAttribute("data-state") === "waiting") {
      const before = said();
      const begun = performance.now();
      next?.click();
      await until(() => said() !== before && root.getAttribute("data-state") !== "busy");
      samples.push(performance.now() - begun);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    }
    return samples;
  });
}

async function restart(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Restart" }).click();
  await page.locator('[data-flow][data-state="waiting"][data-step="click"]').waitFor();
}

const Tokens = v.object({ refresh_token: v.string() });

/** Redeems the refresh token of a fresh walk over and over, as a page's script would. */
async function refresh(page: Page): Promise<{ readonly url: string; readonly samples: number[] }> {
  await page.evaluate(noteTokens);
  await walkOnce(page);
  const { url = "", answer = "" } = await page.evaluate(() => {
    const { dataset } = document.body;
    return { url: dataset["url"], answer: dataset["answer"] };
  });
  const { refresh_token: given } = v.parse(Tokens, JSON.parse(answer));
  const samples = await page.evaluate(
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
  return { url, samples };
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
