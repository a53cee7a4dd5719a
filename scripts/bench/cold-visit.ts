import type { Browser } from "@playwright/test";
import { newContext } from "./context.ts";
import { slowLink } from "./slow-link.ts";
import { median, ms, row } from "./statistics.ts";

const VISITS = 7;
const CPU_SLOWDOWN = 4;
const PAGES = { home: "", stepper: "flows/authorization-code?variant=secret-pkce" };

interface Visit {
  /** Largest contentful paint, ms after the navigation began. */
  readonly largestPaint: number;
  /** When the page took a press: ms after the navigation began. */
  readonly pressed: number;
  /** When the first message was answered on the screen. */
  readonly answered: number;
  /** Bytes that came over the line until then. */
  readonly bytes: number;
}

/** First visits with nothing kept, over a slow line and with a slow processor. */
export async function measureColdVisits(browser: Browser, port: number): Promise<void> {
  row(
    `Cold visit, slow 4G, CPU ${CPU_SLOWDOWN} times slower: median (best)`,
    "largest paint",
    "takes a press",
    "answered",
    "bytes until then",
  );
  for (const [name, path] of Object.entries(PAGES)) {
    const visits: Visit[] = [];
    for (let count = 0; count < VISITS; count += 1) visits.push(await visit(browser, port, path));
    const of = (key: keyof Visit) => {
      const samples = visits.map((seen) => seen[key]);
      return `${ms(median(samples))} (${Math.round(Math.min(...samples))})`;
    };
    const bytes = median(visits.map((seen) => seen.bytes));
    const sent = `${Math.round(bytes / 1000)} kB`;
    row(name, of("largestPaint"), of("pressed"), of("answered"), sent);
  }
}

async function visit(browser: Browser, port: number, path: string): Promise<Visit> {
  const link = await slowLink(port);
  const context = await newContext(browser, { viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
    await page.addInitScript(watch);
    await page.goto(`http://localhost:${link.port}/${path}`, { waitUntil: "commit" });
    await page.waitForFunction(() => window.seen?.answered !== undefined, undefined, {
      timeout: 60_000,
      polling: 200,
    });
    const { largestPaint, pressed, answered } = await page.evaluate(() => window.seen);
    return { largestPaint, pressed: pressed ?? NaN, answered: answered ?? NaN, bytes: link.sent() };
  } finally {
    await context.close();
    link.close();
  }
}

interface Seen {
  largestPaint: number;
  pressed?: number;
  answered?: number;
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** In the page: presses Next as soon as it is there, again until it is taken, and notes when the answer is shown. */
function watch(): void {
  const seen: Seen = { largestPaint: 0 };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) seen.largestPaint = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  const look = () => {
    const root = document.querySelector("[data-flow]");
    const said = root?.querySelector("[data-testid=announcer]")?.textContent ?? "";
    if (said !== "") {
      seen.answered = performance.now();
      return;
    }
    if (root?.getAttribute("data-state") === "busy") seen.pressed ??= performance.now();
    else root?.querySelector<HTMLElement>("[data-testid=next]")?.click();
    setTimeout(look, 20);
  };
  look();
}
