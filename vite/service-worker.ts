import { join } from "node:path";
import { build, type EnvironmentModuleNode, type Plugin, type ResolvedConfig } from "vite";
import { listPrecache, versionOf } from "./precache.ts";

const ENTRY = "src/sw/worker.ts";
/** Sent to the page when only the worker's code changed; src/sw/register.ts listens. */
const CHANGED = "grantlab:worker-changed";

/**
 * Serves and builds the worker at `<base>sw.js`, where its scope needs no header. In development it
 * is a module that imports the source; a build makes one classic script, after every page is written.
 */
export function serviceWorker(): Plugin[] {
  return [developmentWorker(), builtWorker()];
}

function developmentWorker(): Plugin {
  let stamp = Date.now();
  let entry = "";
  return {
    name: "grantlab:service-worker-development",
    apply: "serve",
    config: () => ({
      // Otherwise its dependencies are found, and the page reloaded, in mid-session.
      optimizeDeps: { entries: ["index.html", ENTRY] },
    }),
    configResolved: ({ root }) => {
      entry = join(root, ENTRY);
    },
    configureServer: ({ middlewares, config: { base } }) => {
      middlewares.use((request, response, next) => {
        if (request.url?.split("?")[0] !== `${base}sw.js`) return next();
        response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" });
        response.end(`import "${base}${ENTRY}?t=${stamp}";\n`);
      });
    },
    // The development server does not define constants in modules.
    transform: {
      filter: { code: /__PRECACHE__|__VERSION__/, id: /\/src\/sw\// },
      handler: (code) => `const __PRECACHE__ = [], __VERSION__ = "dev"; ${code}`,
    },
    hotUpdate: {
      order: "pre",
      handler(options) {
        if (this.environment.name !== "client") return undefined;
        const roots = rootsOf(options.modules);
        if (!roots.has(entry)) return undefined;
        stamp = options.timestamp;
        const graph = this.environment.moduleGraph;
        const seen = new Set<EnvironmentModuleNode>();
        for (const module of options.modules) {
          graph.invalidateModule(module, seen, options.timestamp, true);
        }
        this.environment.hot.send({ type: "custom", event: CHANGED });
        // A page that uses the module too goes on with Vite's own update.
        return roots.size === 1 ? [] : undefined;
      },
    },
  };
}

/** The files nothing imports from which the modules are reached. */
function rootsOf(modules: readonly EnvironmentModuleNode[]): Set<string> {
  const seen = new Set(modules);
  for (const module of seen) for (const importer of module.importers) seen.add(importer);
  const roots = [...seen].filter((module) => module.importers.size === 0);
  return new Set(roots.map((module) => module.file ?? module.url));
}

function builtWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "grantlab:service-worker-build",
    apply: (_, { command, isSsrBuild }) => command === "build" && isSsrBuild !== true,
    configResolved: (resolved) => {
      config = resolved;
    },
    buildApp: { order: "post", handler: () => buildWorker(config) },
  };
}

async function buildWorker({ root, base, build: { outDir } }: ResolvedConfig): Promise<void> {
  const precache = await listPrecache(join(root, outDir));
  await build({
    configFile: false,
    root,
    base,
    logLevel: "warn",
    define: {
      __PRECACHE__: JSON.stringify(precache),
      __VERSION__: JSON.stringify(versionOf(precache)),
    },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2022",
      rolldownOptions: {
        input: ENTRY,
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
}
