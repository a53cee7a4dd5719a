import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as v from "valibot";
import { build, type Plugin, type ResolvedConfig } from "vite";
import { initialFiles, type Manifest, readManifest } from "./manifest.ts";

const RenderedPage = v.object({
  html: v.string(),
  title: v.string(),
  description: v.string(),
  /** Sources of lazy modules this page needs before it answers a press: `src/app/home.tsx`. They are preloaded. */
  modules: v.optional(v.array(v.string()), []),
});
type RenderedPage = v.InferOutput<typeof RenderedPage>;

/**
 * What src/app/prerender.tsx exports: `routes`, every address with a page of its own (`/`, `/learn`),
 * and `render(path, base)`, which resolves to a page. `/404` is rendered for the page of all other addresses.
 */
const Prerendering = v.object({
  routes: v.array(v.pipe(v.string(), v.startsWith("/"))),
  render: v.function(),
});

const NOT_FOUND = "/404";
const SLOT = "<!--app-html-->";

/** After the client build, writes a page for every route and 404.html, readable without script. */
export function prerender(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "grantlab:prerender",
    apply: (_, { command, isSsrBuild }) => command === "serve" || isSsrBuild !== true,
    configResolved: (resolved) => {
      config = resolved;
    },
    buildApp: { order: "post", handler: () => writePages(config) },
    // A comment in the root element would make a page in development look prerendered.
    transformIndexHtml: (html, { server }) => (server ? html.replace(SLOT, "") : html),
  };
}

async function writePages(config: ResolvedConfig): Promise<void> {
  const out = join(config.root, config.build.outDir);
  const { routes, render } = await loadPrerendering(config);
  const template = await readFile(join(out, "index.html"), "utf8");
  const manifest = await readManifest(out);
  for (const route of [...routes, NOT_FOUND]) {
    const page = v.parse(RenderedPage, await render(route, config.base));
    const file = join(out, route === NOT_FOUND ? "404.html" : join(route, "index.html"));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fill(template, page, preloads(page, manifest, config.base)));
  }
}

async function loadPrerendering({ root, base, build: { outDir } }: ResolvedConfig) {
  const directory = join(".cache", `prerender-${outDir.replaceAll(/\W/g, "-")}`);
  await build({
    root,
    base,
    logLevel: "warn",
    build: {
      ssr: "src/app/prerender.tsx",
      outDir: directory,
      emptyOutDir: true,
      manifest: false,
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: "prerender.js" } },
    },
  });
  const module: unknown = await import(pathToFileURL(join(root, directory, "prerender.js")).href);
  return v.parse(Prerendering, module);
}

function fill(template: string, page: RenderedPage, links: string): string {
  const places = [
    { before: "<title>", after: "</title>", text: escape(page.title) },
    { before: '<meta name="description" content="', after: '"', text: escape(page.description) },
    { before: "", after: "</head>", text: links },
    { before: "", after: SLOT, text: page.html },
  ];
  return places.reduce(fillPlace, template).replace(SLOT, "");
}

/** Puts the text between the two marks, in place of what stood there; without a first mark, before the second. */
function fillPlace(html: string, place: { before: string; after: string; text: string }): string {
  const { before, after, text } = place;
  const start = before === "" ? html.indexOf(after) : html.indexOf(before) + before.length;
  const end = html.indexOf(after, start);
  if (!html.includes(before) || end === -1) throw new Error(`index.html lacks ${before}${after}`);
  return html.slice(0, start) + text + html.slice(end);
}

function preloads({ modules }: RenderedPage, manifest: Manifest, base: string): string {
  const files = new Set(modules.flatMap((source) => initialFiles(manifest, source)));
  return [...files]
    .map((file) => `<link rel="modulepreload" crossorigin href="${base}${file}">`)
    .join("");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
