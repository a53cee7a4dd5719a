import type { PageMessage } from "./messages.ts";

/** `unavailable`: private window, old browser, or the worker did not start in time; use the in-page world. */
export type WorkerControl = "controlled" | "unavailable";

/** A first registration takes 0.1 to 0.2 s, on a slow network and processor ten times as long. */
const PATIENCE_MS = 6000;

/**
 * Registers `<base>sw.js` and resolves when it controls this page, or when it cannot.
 * Never rejects. `base` begins and ends with a slash.
 */
export async function registerServiceWorker(
  base: string,
  container = containerOf(globalThis.navigator),
  patience = PATIENCE_MS,
): Promise<WorkerControl> {
  if (container === undefined) return "unavailable";
  const controlled = takeControl(base, container).catch(() => "unavailable" as const);
  const late = new Promise<WorkerControl>((resolve) => {
    setTimeout(() => resolve("unavailable"), patience);
  });
  return Promise.race([controlled, late]);
}

async function takeControl(
  base: string,
  container: ServiceWorkerContainer,
): Promise<WorkerControl> {
  // Playwright with service workers blocked resolves with nothing.
  const registration: ServiceWorkerRegistration | undefined = await container.register(
    `${base}sw.js`,
    { scope: base, type: import.meta.env.DEV ? "module" : "classic", updateViaCache: "none" },
  );
  if (registration === undefined) return "unavailable";
  updateWhenSourceChanges(registration);
  const { active } = await container.ready;
  if (container.controller !== null) return "controlled";
  const control = controllerChange(container);
  post(active, { type: "claim" });
  await control;
  return "controlled";
}

/** Development only: the development server says when the worker's modules changed; the new one takes over at once. */
function updateWhenSourceChanges(registration: ServiceWorkerRegistration): void {
  import.meta.hot?.on("grantlab:worker-changed", () => {
    void registration.update().then(() => {
      post(registration.installing ?? registration.waiting, { type: "activate" });
    });
  });
}

/** Has the worker keep the whole app for offline use; nothing happens where there is no worker. */
export function keepOffline(container = containerOf(globalThis.navigator)): void {
  post(container?.controller ?? null, { type: "keep" });
}

/** A version of the app newer than the one this page began with. */
export interface NewVersion {
  /** `waiting`: the old worker still serves this page. `active`: another tab let the new one in. */
  readonly state: "waiting" | "active";
  /** Lets the new worker in, if it waits, and reloads the page. */
  apply(): Promise<void>;
}

/** Calls back when a worker newer than the one this page began with waits or has taken over. */
export function onNewVersion(
  callback: (version: NewVersion) => void,
  container = containerOf(globalThis.navigator),
  reload = () => globalThis.location.reload(),
): void {
  if (container === undefined) return;
  let hadController = container.controller !== null;
  container.addEventListener("controllerchange", () => {
    if (hadController) callback({ state: "active", apply: async () => reload() });
    hadController = true;
  });
  void container.ready.then((registration) => {
    const tell = (worker: ServiceWorker) => callback(waitingVersion(worker, container, reload));
    if (registration.waiting !== null && hadController) tell(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && hadController) tell(worker);
      });
    });
  });
}

function waitingVersion(
  worker: ServiceWorker,
  container: ServiceWorkerContainer,
  reload: () => void,
): NewVersion {
  return {
    state: "waiting",
    apply: async () => {
      const control = controllerChange(container);
      post(worker, { type: "activate" });
      await control;
      reload();
    },
  };
}

function controllerChange(container: ServiceWorkerContainer): Promise<void> {
  return new Promise((resolve) => {
    container.addEventListener("controllerchange", () => resolve(), { once: true });
  });
}

function post(worker: ServiceWorker | null, message: PageMessage): void {
  worker?.postMessage(message);
}

/** Undefined on insecure origins and in Firefox's private windows. */
function containerOf(navigator: Navigator): ServiceWorkerContainer | undefined {
  return "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
}
