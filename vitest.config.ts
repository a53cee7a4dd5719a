import { defineConfig } from "vitest/config";
import { contentPlugins } from "./vite/content.ts";

export default defineConfig({
  plugins: contentPlugins(),
  test: {
    include: ["{src,vite,scripts}/**/*.test.{ts,tsx}"],
    allowOnly: false,
    // Wall-clock is no expectation: a slow machine only waits longer for what hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
  },
});
