import { memoised } from "../../oauth/memoised.ts";

const KEY = "grantlab.tab";

/** A reload waits so long for the page before it to let go of the id; a copy of a tab waits in vain. */
const PATIENCE_MS = 300;

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

/** Whether this page now holds the lock of that name, for as long as it lives. */
function hold(id: string): Promise<boolean> {
  if (!("locks" in navigator)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    navigator.locks
      .request(`grantlab.tab.${id}`, { signal }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}
