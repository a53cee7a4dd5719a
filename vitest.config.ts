import { defineConfig } from "vitest/config";
import { contentPlugins } from "./vite/content.ts";

export default defineConfig({
  plugins: contentPlugins(),
  test: {
    include: ["{src,vite,scripts}/**/*.test.{ts,tsx}"],
    allowOnly: false,
    expect: { requireAssertions: true },
  },
});
