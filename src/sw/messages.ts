/**
 * What a page tells the worker, as `postMessage` data.
 *
 * - `claim`: call `clients.claim()`. Sent when the worker is active but does not control the page, as
 *   after a shift-reload.
 * - `activate`: a waiting worker calls `skipWaiting()`. Sent when the person accepts a new version.
 *
 * On its first installation, with no older worker, the worker activates and claims by itself.
 */
export type PageMessage = { readonly type: "claim" } | { readonly type: "activate" };
