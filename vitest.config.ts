import { defineConfig } from "vitest/config";
import { contentPlugins } from "./vite/content.ts";

export default defineConfig({
  plugins: contentPlugins(),
  test: {
    include: ["{src,vite,scripts}/**/*.test.{ts,tsx}"],
    allowOnly: false,
    // No test changes what modules keep, and loading them for each file takes longer than the tests.
    isolate: false,
    pool: "threads",
    maxWorkers: 2,
    // Wall-clock is no expectation: a slow machine only waits longer for what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
  },
});
