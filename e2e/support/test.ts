import { test as base, type BrowserContext, type Page } from "@playwright/test";
import { StepperPage } from "./stepper.ts";

export { expect } from "@playwright/test";

interface Fixtures {
  /** The stepper of the page. */
  readonly stepper: StepperPage;
  /**
   * Whether the browser asks for less data: what is kept for offline use then stays where it is, which is most of what
   * a short visit fetches.
   */
  readonly savesData: boolean;
  /** What the browser may complain of besides refused requests, which it always reports as errors. */
  readonly tolerated: RegExp | undefined;
  /** Fails a test whose pages report an error, break the content security policy or ask another origin for anything. */
  readonly quiet: undefined;
}

/** Playwright's test, with the stepper, and with a browser that must have nothing to complain of. */
export const test = base.extend<Fixtures>({
  tolerated: [undefined, { option: true }],
  savesData: [true, { option: true }],
  stepper: async ({ page }, provide) => provide(new StepperPage(page)),
  quiet: [
    async ({ context, baseURL, tolerated, savesData }, provide) => {
      if (savesData) await context.addInitScript(saveData);
      const problems = await problemsOf(context, new URL(baseURL ?? "").origin);
      await provide(undefined);
      const unexpected = problems.filter((problem) => tolerated?.test(problem) !== true);
      base.expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

/** Runs in the page. */
function saveData(): void {
  Object.defineProperty(navigator, "connection", { value: { saveData: true } });
}

const VIOLATION = "Content security policy broken: ";
const REFUSED = /^Failed to load resource: the server responded with a status of 40[013]/;

/** Everything the pages of a context have to complain of, as it comes. */
export async function problemsOf(context: BrowserContext, origin: string): Promise<string[]> {
  const problems: string[] = [];
  await context.addInitScript((prefix) => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      console.error(`${prefix}${violatedDirective} ${blockedURI}`);
    });
  }, VIOLATION);
  context.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && !REFUSED.test(text)) problems.push(text);
  });
  context.on("weberror", (error) => problems.push(error.error().message));
  context.on("request", (request) => {
    if (isElsewhere(request.url(), origin)) problems.push(`Asked ${request.url()}`);
  });
  return problems;
}

function isElsewhere(url: string, origin: string): boolean {
  const { protocol, origin: asked } = new URL(url);
  return /^(https?|wss?):$/.test(protocol) && asked !== origin;
}

/** Waits until the page listens. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(isHydrated);
}

/** Runs in the page: whether all of it takes presses and keys. */
export function isHydrated(): boolean {
  return document.documentElement.dataset["listens"] !== undefined;
}
