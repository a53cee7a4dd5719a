import { memoised } from "../../oauth/memoised.ts";

const KEY = "grantlab.tab";

/** How long a page waits for another to let go of the id. A copy of a tab waits in vain. */
const PATIENCE_MS = 300;

/** The page before a reload lets go of it as soon as the browser gets to it, which may be slow. */
const PATIENCE_OF_RELOAD_MS = 5000;

/**
 * The id of this tab, kept over reloads. A duplicated tab copies sessionStorage, so the id is held under a
 * Web Lock and whoever cannot hold it makes a new one. Never rejects: where storage or locks are forbidden
 * the id lasts as long as the page.
 */
export const tabId = memoised(async (): Promise<string> => {
  const known = kept();
  if (known !== undefined && (await hold(known))) return known;
  const fresh = crypto.randomUUID();
  keep(fresh);
  await hold(fresh);
  return fresh;
});

function kept(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Storage is forbidden, or full.
  }
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType("navigation");
  return entry !== undefined && "type" in entry && entry.type === "reload";
}

/** Whether this page now holds the lock of that name, for as long as it lives. */
function hold(id: string): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(isReload() ? PATIENCE_OF_RELOAD_MS : PATIENCE_MS);
    navigator.locks
      .request(`grantlab.tab.${id}`, { signal }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
