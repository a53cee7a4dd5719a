import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Connect, Plugin } from "vite";
import { isEmbedded } from "../src/sw/embedded.ts";
import { EMBEDDED_HEADERS, HEADERS, PAGE_HEADERS } from "./security.ts";

/**
 * How the app is served. Addresses under `<base>~/` belong to the service worker: when one reaches
 * the server there is no worker in charge, and the answer says so instead of being a page. In
 * preview a route gets its prerendered page, and an unknown one 404.html with status 404. No page may be framed
 * but a stepper that is to be embedded.
 */
export function hosting(): Plugin {
  return {
    name: "grantlab:hosting",
    configureServer: ({ middlewares, config }) => {
      middlewares.use(refuseWorkerAddresses(config.base));
    },
    configurePreviewServer: ({ middlewares, config }) => {
      middlewares.use(refuseWorkerAddresses(config.base));
      middlewares.use(servePages(config.base, join(config.root, config.build.outDir)));
    },
  };
}

function refuseWorkerAddresses(base: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    if (!pathOf(request).startsWith(`${base}~/`)) return next();
    response.writeHead(503, {
      ...HEADERS,
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
    });
    response.end(JSON.stringify({ error: "no_service_worker" }));
  };
}

function servePages(base: string, directory: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = pathOf(request);
    if (!path.startsWith(base)) return next();
    const found = findFile(directory, path.slice(base.length));
    if (found === undefined) return sendNotFound(response, directory);
    setHeaders(response, found.endsWith(".html") ? pageHeaders(request) : HEADERS);
    request.url = base + found;
    next();
  };
}

/** The built file for an address, relative to the directory: the file itself or the page of that route. */
function findFile(directory: string, path: string): string | undefined {
  if (!isInside(path)) return undefined;
  if (/\.[a-z0-9]+$/i.test(path)) return existsSync(join(directory, path)) ? path : undefined;
  const page = [path.replace(/\/$/, ""), "index.html"].filter((part) => part !== "").join("/");
  return existsSync(join(directory, page)) ? page : undefined;
}

function isInside(path: string): boolean {
  return path.split("/").every((part) => part !== ".." && !part.startsWith("."));
}

function sendNotFound(response: ServerResponse, directory: string): void {
  response.writeHead(404, { ...PAGE_HEADERS, "Content-Type": "text/html; charset=utf-8" });
  response.end(readFileSync(join(directory, "404.html")));
}

function pageHeaders({ url = "/" }: IncomingMessage): Readonly<Record<string, string>> {
  const base = "http://localhost";
  return URL.canParse(url, base) && isEmbedded(new URL(url, base))
    ? EMBEDDED_HEADERS
    : PAGE_HEADERS;
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function pathOf(request: IncomingMessage): string {
  const [path = "/"] = (request.url ?? "/").split("?");
  return safeDecode(path);
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
