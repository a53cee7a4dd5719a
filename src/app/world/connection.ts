import { memoised } from "../../oauth/memoised.ts";
import { keepOffline, registerServiceWorker } from "../../sw/register.ts";
import type { Fetch } from "../../world/client.ts";

/** How this page reaches a world: through the service worker, or in the page itself. */
export interface Connection {
  readonly mode: "real" | "fallback";
  readonly fetch: Fetch;
}

/** Where the app lives, with a slash at both ends. */
export const BASE = import.meta.env.BASE_URL;

/** Connects once; never rejects for want of a service worker. Rejects on a page that came over plain HTTP. */
export const connect = memoised(async (): Promise<Connection> => {
  if (!isSecureContext) throw new InsecureContext();
  const control = await registerServiceWorker(BASE);
  if (control === "controlled") return { mode: "real", fetch: (path, init) => fetch(path, init) };
  const { inPageFetch } = await import("./in-page.ts");
  return { mode: "fallback", fetch: await inPageFetch(BASE) };
});

/** Once the page has settled, has the app kept for offline use, whatever page it is; not where data is to be saved. */
export async function workOffline(): Promise<void> {
  await connect().catch(() => undefined);
  if (!savesData()) setTimeout(() => keepOffline(), SETTLED_MS);
}

/** Whether the user asked this browser to use less data (Save Data API); not every browser can be asked. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection !== "object" || connection === null) return false;
  return "saveData" in connection && connection.saveData === true;
}

class InsecureContext extends Error {
  override readonly name = "InsecureContext";
  constructor() {
    super(
      "The servers here need cryptography, which browsers keep from pages that came over plain HTTP. Open this page at an https:// address.",
    );
  }
}

/** A first walk should not share its network with files nobody has asked for yet. */
const SETTLED_MS = 4000;
