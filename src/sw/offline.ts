import { isEmbedded } from "./embedded.ts";

declare const self: ServiceWorkerGlobalScope;

const PREFIX = "app-";
const cacheName = `${PREFIX}${__VERSION__}`;

/** Keeps every file of this version that is not kept yet, so that the app works without a network. */
export async function precache(): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  const missing = __PRECACHE__.filter(({ url }) => !kept.has(urlOf(url)));
  await cache.addAll(missing.map(({ url }) => new Request(urlOf(url), { cache: cacheMode(url) })));
}

/** A built file's name changes with its bytes; of any other the browser may hold an older version. */
function cacheMode(url: string): RequestCache {
  return url.startsWith("assets/") ? "default" : "reload";
}

/** Forgets the files of other versions. */
export async function removeOldCaches(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/**
 * Has the browser itself answer for built files, from what is kept or the network, where it can (Service Workers,
 * § addRoutes): a page asks for dozens, and no worker need start for them. Elsewhere `offlineAnswer` does.
 */
export function routeFiles(event: ExtendableEvent): void {
  const files = new URL("assets/", self.registration.scope).pathname;
  const routed = event.addRoutes?.({
    condition: { requestMethod: "GET", urlPattern: { pathname: `${files}*` } },
    source: "cache",
  });
  // An address of a host may mean something else as a pattern.
  routed?.catch(() => undefined);
}

/** The kept file for a request, or the kept page for a navigation; nothing for what this version has no part in. */
export function offlineAnswer(request: Request): Promise<Response> | undefined {
  const url = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope))
    return undefined;
  if (__PRECACHE__.length === 0) return undefined;
  return request.mode === "navigate" ? page(request, url) : file(request, url);
}

async function page(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(cacheName);
  const path = url.pathname.replace(/\/?$/, "/");
  const kept =
    (await cache.match(url.origin + path)) ?? (await cache.match(url.origin + url.pathname));
  // Who may frame a page is for the host to say, in the headers of this very address.
  if (kept !== undefined) return isEmbedded(url) ? fetch(request).catch(() => kept) : kept;
  return fetch(request).catch(async (offline: unknown) => {
    const missing = await cache.match(urlOf("404.html"));
    if (missing === undefined) throw offline;
    return new Response(missing.body, { status: 404, headers: missing.headers });
  });
}

/** Pages of an older version may still ask for its files while its cache is there. */
async function file(request: Request, url: URL): Promise<Response> {
  return (await caches.match(url.origin + url.pathname)) ?? fetch(request);
}

function urlOf(path: string): string {
  return self.registration.scope + path;
}
