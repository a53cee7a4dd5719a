/**
 * What a page tells the worker, as `postMessage` data.
 *
 * - `claim`: call `clients.claim()`. Sent when the worker is active but does not control the page, as
 *   after a shift-reload.
 * - `activate`: a waiting worker calls `skipWaiting()`. Sent when the person accepts a new version.
 *
 * - `keep`: keep every file of this version for offline use. Sent when a page has settled: a first
 *   installation must not make the first message wait for files nobody has asked for.
 *
 * On its first installation, with no older worker, the worker activates and claims by itself.
 */
export type PageMessage = { readonly type: "claim" | "activate" | "keep" };
