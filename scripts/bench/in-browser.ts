import { type Browser, chromium } from "@playwright/test";
import { createBuilder, preview } from "vite";
import { launchOptions } from "../browser.ts";
import { freePort } from "../ports.ts";
import { measureColdVisits } from "./cold-visit.ts";
import { measureDiagram } from "./diagram.ts";
import { measureMatrix } from "./matrix.ts";
import { measureSteps } from "./steps.ts";

/** Measures the production build in a browser. */
export async function measureBrowser(): Promise<void> {
  await (await createBuilder({ logLevel: "warn" })).buildApp();
  const port = await freePort();
  const server = await preview({ preview: { port, strictPort: true }, logLevel: "warn" });
  const browser = await chromium.launch(launchOptions());
  try {
    await measureAll(browser, port);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureAll(browser: Browser, port: number): Promise<void> {
  await measureColdVisits(browser, port);
  await measureSteps(browser, `http://localhost:${port}/`);
  await measureDiagram(browser, `http://localhost:${port}/`);
  await measureMatrix(browser, `http://localhost:${port}/`);
}
