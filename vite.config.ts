import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { authorizationServer } from "./vite/authorization-server.ts";
import { contentPlugins } from "./vite/content.ts";
import { hosting } from "./vite/hosting.ts";
import { prerender } from "./vite/prerender.ts";
import { contentSecurityPolicy } from "./vite/security.ts";
import { serviceWorker } from "./vite/service-worker.ts";

export default defineConfig({
  // Then the plugins' buildApp hooks, in order: the pages, the server to download, and the worker that lists the pages.
  builder: {
    buildApp: async (builder) => {
      const { client } = builder.environments;
      if (client !== undefined) await builder.build(client);
    },
  },
  plugins: [
    contentPlugins(),
    tailwindcss(),
    contentSecurityPolicy(),
    hosting(),
    prerender(),
    authorizationServer(),
    serviceWorker(),
  ],
  build: {
    target: "es2022",
    manifest: true,
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    // Every browser that runs es2022 modules and service workers preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few scripts compress better and arrive sooner than a hundred. A group takes what its modules import, too, and
        // what an earlier group has taken is not its own: what more pages need stands before what fewer need.
        codeSplitting: {
          groups: [
            // What runs walks loads beside the home page (src/app/walk/load-engine.ts).
            {
              name: "engine",
              test: /src\/app\/walk\/(engine|sessions|settle)\.ts$|src\/flow\/(to-machine|run-to)\.ts$|node_modules\/xstate\//,
              includeDependenciesRecursively: false,
            },
            { name: "home", test: /src\/app\/app\.tsx$/ },
            {
              name: "common",
              test: /node_modules\/(lucide-react|valibot)\/|src\/ui\/(primitives\/|exchange\/(values|parameter-value|server-file)\.|stepper\/shortcuts\.)|src\/learn\/errors\/answers\./,
            },
            { name: "bench", test: /src\/app\/bench\/walk-bench\./ },
            // What a stepper shows from its first message on, each part on demand; scenarios have a diagram alone.
            { name: "diagram", test: /src\/ui\/diagram\/diagram\./ },
            {
              name: "cards",
              test: /src\/ui\/(stepper\/(answered-card|finished|browser-window)|exchange\/(request-view|response-view|code-view))\./,
            },
            {
              name: "mermaid",
              test: /\/mermaid\/dist\/(mermaid\.core|chunks\/mermaid\.core\/sequenceDiagram-\w+)\.mjs$/,
            },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1000,
  },
  preview: { port: 4173, strictPort: true },
});
