import { existsSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { test as base } from "./test.ts";

/** The built app on a static host of its own, which can go away or be given a new version. */
export interface Site {
  /** Ends in a slash. */
  readonly url: string;
  /** Puts a new worker there, and takes away the scripts and styles of the version before. */
  publish(): void;
  /** From now on nothing answers. */
  close(): Promise<void>;
}

interface State {
  version: number;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** Playwright's test on a site of its own. */
export const test = base.extend<{ readonly site: Site }>({
  savesData: false,
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures it needs.
  site: async ({}, provide, { project }) => {
    const path = new URL(project.use.baseURL ?? "").pathname;
    const site = await serve(path, path === "/" ? "dist" : "dist-oauth");
    await provide(site);
    await site.close();
  },
  baseURL: async ({ site }, provide) => provide(site.url),
});

async function serve(path: string, directory: string): Promise<Site> {
  const state: State = { version: 1 };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    answer(response, directory, pathname.slice(path.length), state);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", () => resolve()));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("The site has no port.");
  return {
    url: `http://localhost:${address.port}${path}`,
    publish: () => {
      state.version += 1;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  response: ServerResponse,
  directory: string,
  path: string,
  { version }: State,
): void {
  const gone = version > 1 && path.startsWith("assets/");
  const file = gone
    ? undefined
    : [path, join(path, "index.html")].find((name) => isFile(directory, name));
  const body = readFileSync(join(directory, file ?? "404.html"));
  response.writeHead(file === undefined ? 404 : 200, {
    "Content-Type": TYPES[extname(file ?? ".html")] ?? "application/octet-stream",
  });
  response.end(path === "sw.js" ? `${body.toString()}\n// ${version}` : body);
}

function isFile(directory: string, name: string): boolean {
  return extname(name) !== "" && existsSync(join(directory, name));
}
