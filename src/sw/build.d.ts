/** A file the worker keeps so that the app works offline. The development server lists none. */
interface PrecacheEntry {
  /**
   * Relative to the worker's scope: `""` is the home page, `"learn/"` the page `/learn`,
   * `"404.html"` the page for every other address, `"assets/…"` a built file.
   */
  readonly url: string;
  /** Changes when the file's bytes do. */
  readonly hash: string;
}

/** Written into the worker by the build (vite/service-worker.ts). */
declare const __PRECACHE__: readonly PrecacheEntry[];

/** Changes when any precached file does; `"dev"` on the development server. */
declare const __VERSION__: string;

interface ExtendableEvent {
  /** Of the install event, in Chromium. */
  addRoutes?(rule: RouterRule): Promise<void>;
}

/** A request that meets the condition is answered from the source; from the network where the cache has nothing. */
interface RouterRule {
  readonly condition: {
    readonly requestMethod: string;
    readonly urlPattern: { readonly pathname: string };
  };
  readonly source: "cache";
}
