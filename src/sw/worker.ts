import { memoised } from "../oauth/memoised.ts";
import { handleWith } from "../world/handle.ts";
import { DATABASE, worldOn } from "../world/persistent.ts";
import type { PageMessage } from "./messages.ts";
import { offlineAnswer, precache, removeOldCaches, routeFiles } from "./offline.ts";

declare const self: ServiceWorkerGlobalScope;

const CLAIM: PageMessage["type"] = "claim";
const ACTIVATE: PageMessage["type"] = "activate";
const KEEP: PageMessage["type"] = "keep";

const base = new URL(self.registration.scope).pathname;
const handle = handleWith(
  memoised(() => worldOn(DATABASE)),
  base,
);

self.addEventListener("install", (event) => {
  const first = self.registration.active === null;
  event.waitUntil(first ? self.skipWaiting() : precache());
  routeFiles(event);
});

self.addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([removeOldCaches(), self.clients.claim()]));
});

self.addEventListener("message", (event) => {
  const data: unknown = event.data;
  if (typeof data !== "object" || data === null || !("type" in data)) return;
  if (data.type === CLAIM) event.waitUntil(self.clients.claim());
  if (data.type === ACTIVATE) event.waitUntil(self.skipWaiting());
  if (data.type === KEEP) event.waitUntil(precache());
});

self.addEventListener("fetch", (event) => {
  const answer = handle(event.request) ?? offlineAnswer(event.request);
  if (answer !== undefined) event.respondWith(answer);
});
