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
        // What the home page needs compresses better as one file than as thirty shared ones; what runs walks
        // loads beside it (src/app/walk/load-engine.ts).
        codeSplitting: {
          groups: [
            {
              name: "engine",
              test: /src\/app\/walk\/(engine|sessions|settle)\.ts$|src\/flow\/(to-machine|run-to)\.ts$|node_modules\/xstate\//,
              includeDependenciesRecursively: false,
              priority: 1,
            },
            { name: "home", test: /src\/app\/app\.tsx$/, includeDependenciesRecursively: true },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 1000,
  },
  preview: { port: 4173, strictPort: true },
});
