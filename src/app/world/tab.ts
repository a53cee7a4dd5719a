import { memoised } from "../../oauth/memoised.ts";

const KEY = "grantlab.tab";

/**
 * The id of this tab, kept over reloads. A duplicated tab copies sessionStorage, so the id is held under a
 * Web Lock and whoever finds it held makes a new one.
 */
export const tabId = memoised(async (): Promise<string> => {
  const known = sessionStorage.getItem(KEY);
  if (known !== null && (await hold(known))) return known;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(KEY, fresh);
  await hold(fresh);
  return fresh;
});

/** Whether this page now holds the lock of that name, for as long as it lives. */
function hold(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(`grantlab.tab.${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}
