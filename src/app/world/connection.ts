import { memoised } from "../../oauth/memoised.ts";
import { registerServiceWorker } from "../../sw/register.ts";
import type { Fetch } from "../../world/client.ts";

/** How this page reaches a world: through the service worker, or in the page itself. */
export interface Connection {
  readonly mode: "real" | "fallback";
  readonly fetch: Fetch;
}

export const BASE = import.meta.env.BASE_URL;

/** Connects once; never rejects for want of a service worker. */
export const connect = memoised(async (): Promise<Connection> => {
  const control = await registerServiceWorker(BASE);
  if (control === "controlled") return { mode: "real", fetch: (path, init) => fetch(path, init) };
  const { inPageFetch } = await import("./in-page.ts");
  return { mode: "fallback", fetch: await inPageFetch(BASE) };
});
