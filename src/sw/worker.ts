import type { PageMessage } from "./messages.ts";

declare const self: ServiceWorkerGlobalScope;

const CLAIM: PageMessage["type"] = "claim";
const ACTIVATE: PageMessage["type"] = "activate";
const cacheName = `app-${__VERSION__}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(__PRECACHE__.map(({ url }) => self.registration.scope + url)))
      .then(() => (self.registration.active === null ? self.skipWaiting() : undefined)),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const data: unknown = event.data;
  if (typeof data !== "object" || data === null || !("type" in data)) return;
  if (data.type === CLAIM) event.waitUntil(self.clients.claim());
  if (data.type === ACTIVATE) event.waitUntil(self.skipWaiting());
});
