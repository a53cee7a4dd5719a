import type { CheckResult } from "../oauth/checks.ts";
import type { WireRequest, WireResponse } from "../oauth/wire.ts";

/** One thing that happened in a world. The trace is append-only and the only record; a walk is folded from it. */
export interface TraceEntry {
  readonly id: string;
  /** Position in the trace, from 0. */
  readonly index: number;
  /** The sandbox's clock when it began, epoch seconds. */
  readonly at: number;
  readonly kind: "exchange" | "visit" | "respond" | "local";
  /** The step of the flow that caused it; absent for requests that no flow made. */
  readonly step?: string;
  /** Whether the learner changed the request. */
  readonly edited: boolean;
  /** Absent for a local step. */
  readonly request?: WireRequest;
  /** Absent for a local step, and while the client's server holds the request. */
  readonly response?: WireResponse;
  /** The checks the receiving party made, in order. */
  readonly checks: readonly CheckResult[];
  /** The preflight the browser sent first, for a request of a page's script (Fetch §4.8). */
  readonly preflight?: { readonly request: WireRequest; readonly response: WireResponse };
  /** What the receiving server asked another one before it answered. */
  readonly asked?: readonly Asked[];
  /** Whether the browser kept the answer from the page's script, by the rules of CORS. */
  readonly hiddenFromScript?: boolean;
  /** What a local step made and decided. */
  readonly local?: { readonly outcome: string; readonly values: Readonly<Record<string, string>> };
  /** The browser after this; of the user's, unless `profile` names another. */
  readonly browser: BrowserView;
  readonly profile?: string;
}

/** A question of one server to another, and the answer. */
export interface Asked {
  readonly request: WireRequest;
  readonly response: WireResponse;
}

/** A way the trace went that was abandoned by rewinding. */
export interface Branch {
  /** From 1, in the order they were abandoned. */
  readonly number: number;
  /** Ids of all its entries in order, those it shares with other branches included. */
  readonly entries: readonly string[];
  /** How many of them were kept when it was abandoned. */
  readonly fork: number;
}

/** What can be seen of the modelled browser from outside. */
export interface BrowserView {
  /** What the address bar shows; empty before the first page. */
  readonly address: string;
  /** The request the browser will make next by itself: the redirect it was told to follow. */
  readonly pending?: WireRequest;
  /** The HTML last shown. */
  readonly page?: string;
  /** Addresses of the session history, oldest first. */
  readonly history: readonly string[];
  /** What the page that is shown says of the scripts that may run on it (CSP §6.1), if anything. */
  readonly contentSecurityPolicy?: string;
  /** What a script of the page that is shown could read of cookies and storage. */
  readonly scriptCanRead?: ScriptStorage;
}

/** What the scripts of one origin share, and what the page tells them of itself. */
export interface ScriptStorage {
  /**
   * The address the page was loaded from, as its navigation entry has it (Navigation Timing): the fragment
   * included, and whatever `history.replaceState` did since.
   */
  readonly loadedFrom: string;
  /** `document.cookie`: those without `HttpOnly`. */
  readonly cookies: string;
  readonly localStorage: Readonly<Record<string, string>>;
  readonly sessionStorage: Readonly<Record<string, string>>;
}

/** A browser that was nowhere yet. */
export const blankBrowser: BrowserView = { address: "", history: [] };
