import { build, type InlineConfig, type Plugin, type ResolvedConfig } from "vite";
import { SERVER_FILE } from "../src/ui/exchange/server-file.ts";

/**
 * Serves and builds the authorization server of `npm run as` as one file with everything it imports, which runs on
 * Node alone. In development it is bundled when it is asked for.
 */
export function authorizationServer(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "grantlab:authorization-server",
    apply: (_, { command, isSsrBuild }) => command === "serve" || isSsrBuild !== true,
    configResolved: (resolved) => {
      config = resolved;
    },
    configureServer: ({ middlewares, config: { base, root } }) => {
      middlewares.use((request, response, next) => {
        if (request.url !== base + SERVER_FILE) return next();
        void bundled(root).then((code) => {
          response.writeHead(200, {
            "Content-Type": "text/javascript",
            "Cache-Control": "no-store",
          });
          response.end(code);
        }, next);
      });
    },
    buildApp: {
      order: "post",
      handler: async () => {
        await build(bundle(config.root, { outDir: config.build.outDir, emptyOutDir: false }));
      },
    },
  };
}

async function bundled(root: string): Promise<string> {
  const built = await build(bundle(root, { write: false }));
  if (!("output" in built)) throw new TypeError("One build was asked for.");
  return built.output[0].code;
}

function bundle(root: string, to: NonNullable<InlineConfig["build"]>): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ...to,
      ssr: "src/node/main.ts",
      copyPublicDir: false,
      target: "node20",
      rolldownOptions: {
        output: { format: "es", entryFileNames: SERVER_FILE, codeSplitting: false },
      },
    },
  };
}
