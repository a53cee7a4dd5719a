import { defineConfig, devices } from "@playwright/test";
import { launchOptions } from "./scripts/browser.ts";
import { findFirefox } from "./scripts/firefox.ts";

// scripts/test.ts picks free ports; these serve when Playwright is started by hand.
const firefox = findFirefox();

// What other tests prove in other ways, and takes long in a browser.
const THOROUGH = process.env["GRANTLAB_THOROUGH"] !== undefined;

const PORT = process.env["GRANTLAB_PORT"] ?? "4273";
const SUBPATH_PORT = process.env["GRANTLAB_SUBPATH_PORT"] ?? "4274";

const ROOT_URL = `http://localhost:${PORT}/`;
const SUBPATH_URL = `http://localhost:${SUBPATH_PORT}/oauth/`;

const chromium = { ...devices["Desktop Chrome"], launchOptions: launchOptions() };

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "root",
      use: { ...chromium, baseURL: ROOT_URL },
      ...(THOROUGH ? {} : { grepInvert: /@thorough/ }),
    },
    // What does not depend on where the app lives is tested once.
    { name: "sub-path", use: { ...chromium, baseURL: SUBPATH_URL }, grepInvert: /@root/ },
    ...(firefox === undefined
      ? []
      : [
          {
            name: "firefox",
            grep: THOROUGH ? /@firefox/ : /@firefox(?!-thorough)/,
            use: { browserName: "firefox" as const, ...firefox, baseURL: ROOT_URL },
          },
        ]),
  ],
  webServer: [
    { command: `vite preview --port ${PORT}`, url: ROOT_URL },
    {
      command: `vite preview --base /oauth/ --outDir dist-oauth --port ${SUBPATH_PORT}`,
      url: SUBPATH_URL,
    },
  ],
});
