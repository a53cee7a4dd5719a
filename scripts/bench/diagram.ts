import type { Browser } from "@playwright/test";
import { newContext } from "./context.ts";
import { median, ms, percentile, row } from "./statistics.ts";

const VISITS = 5;

interface Drawn {
  /** From the place of the picture in the page to the picture, Mermaid's scripts fetched on the way. */
  readonly first: number;
  /** From a press on a message of the picture to the frame in which it is lit. */
  readonly highlights: readonly number[];
}

/** How long the diagram takes to appear, and to move its highlight. */
export async function measureDiagram(browser: Browser, base: string): Promise<void> {
  const visits: Drawn[] = [];
  for (let count = 0; count < VISITS; count += 1) visits.push(await draw(browser, base));
  const highlights = visits.flatMap((seen) => seen.highlights);
  row("Diagram, fast line, full CPU", "median", "p95");
  const first = visits.map((seen) => seen.first);
  row(`first render, ${VISITS} first visits`, ms(median(first)), ms(percentile(first, 0.95)));
  row(
    `highlight moved, ${highlights.length} times`,
    ms(median(highlights)),
    ms(percentile(highlights, 0.95)),
  );
}

async function draw(browser: Browser, base: string): Promise<Drawn> {
  const context = await newContext(browser, { viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const marks: Record<string, number> = {};
    const look = () => {
      const place = document.querySelector('[role="img"][aria-label^="Sequence diagram"]');
      if (place !== null) marks["place"] ??= performance.now();
      if (place !== null && place.querySelector("svg") !== null) {
        document.documentElement.dataset["drawn"] = String(
          performance.now() - (marks["place"] ?? 0),
        );
      } else setTimeout(look, 4);
    };
    look();
  });
  await page.goto(`${base}flows/authorization-code?variant=secret-pkce&step=api`);
  await page.locator("html[data-drawn]").waitFor({ timeout: 60_000 });
  const first = Number(await page.locator("html").getAttribute("data-drawn"));
  await page.getByRole("button", { name: /^Clock/ }).waitFor();
  await page.locator('.seq-message[data-when="current"]').waitFor();
  const highlights = await page.evaluate(async () => {
    const messages = [...document.querySelectorAll(".seq-message")];
    const frame = () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
    const samples: number[] = [];
    for (const message of messages.slice(0, 12)) {
      await frame();
      const begun = performance.now();
      message.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      const shown = await frame();
      if (message.getAttribute("data-when") !== "current") throw new Error("Nothing was lit.");
      samples.push(shown - begun);
    }
    return samples;
  });
  await context.close();
  return { first, highlights };
}
