import mdx from "@mdx-js/rollup";
import rehypeShiki from "@shikijs/rehype";
import react from "@vitejs/plugin-react";
import { createCssVariablesTheme } from "shiki";
import type { PluginOption } from "vite";
import { samples } from "./samples.ts";

/** Colours come from the page's own CSS variables (`--shiki-token-keyword` and so on), so code follows the theme. */
const theme = createCssVariablesTheme({ name: "css-variables", variablePrefix: "--shiki-" });

/** How TSX, MDX and samples become modules; the same for the app, the prerendering and the unit tests. */
export function contentPlugins(): PluginOption[] {
  // Lazy: loading every language takes 15 seconds.
  const lessons = mdx({
    // Only .mdx: a sample's README is imported as text.
    format: "mdx",
    rehypePlugins: [[rehypeShiki, { theme, defaultLanguage: "text", langs: [], lazy: true }]],
  });
  return [
    samples(),
    {
      enforce: "pre",
      ...lessons,
      transform: async (text, id) => {
        // The search reads the chapters as text.
        if (id.endsWith("?raw")) return undefined;
        const module = await lessons.transform(text, id);
        return module && { code: module.code ?? "", map: null };
      },
    },
    react({ include: /\.(mdx|tsx?)$/ }),
  ];
}
