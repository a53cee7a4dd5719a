import { expect, type Page } from "@playwright/test";

/** Stops every service worker the way a browser does when it wants the memory back, and waits until none runs. */
export async function workerStopper(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const statuses = new Map<string, string>();
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { versionId, runningStatus } of versions) statuses.set(versionId, runningStatus);
  });
  await session.send("ServiceWorker.enable");
  // Stopped again until it stays so: a message the page had posted may have started it anew.
  const stop = async () => {
    await session.send("ServiceWorker.stopAllWorkers");
    return [...new Set(statuses.values())];
  };
  return () => expect.poll(stop).toEqual(["stopped"]);
}

/** Waits until the worker has kept the whole app; it keeps all files or none. */
export async function keptForOffline(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const { scope } = await navigator.serviceWorker.ready;
      return (await caches.match(`${scope}404.html`)) !== undefined;
    });
  await expect.poll(kept, { timeout: 30_000 }).toBe(true);
}
