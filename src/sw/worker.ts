export {};

declare const self: ServiceWorkerGlobalScope;

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
  const { type }: { type?: unknown } = event.data ?? {};
  if (type === "claim") event.waitUntil(self.clients.claim());
  if (type === "activate") event.waitUntil(self.skipWaiting());
});
