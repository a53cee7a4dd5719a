import type { BrowserView, ScriptStorage } from "../flow/trace.ts";
import type { Kept, LocalRecord } from "../flow/transport.ts";
import { headerOf, type HeaderList, type WireRequest, type WireResponse } from "../oauth/wire.ts";
import { type Cookie, cookieHeader, scriptCookies, storeCookies } from "./cookies.ts";

/** The modelled browser of a sandbox: what a real one keeps per profile, for sites that are not real origins. */
export interface Browser extends BrowserView {
  readonly cookies: readonly Cookie[];
  /** The `Referrer-Policy` of the page that is shown. */
  readonly referrerPolicy?: string;
  /** Web storage of every origin. */
  readonly storage?: readonly Stored[];
  /** The address the page that is shown was loaded from. */
  readonly loadedFrom?: string;
  /** Its request that the client's server has not answered yet. */
  readonly held?: WireRequest;
  /** The request of its page's script that the client's server has not answered yet. */
  readonly asked?: WireRequest;
}

export interface Stored extends Kept {
  readonly origin: string;
}

/** The profile of the user's browser. */
export const USER = "user";

/** Entries of a session history: browsers keep no more, and each message of the trace holds all of them. */
const LONGEST_HISTORY = 50;

export const newBrowser: Browser = { address: "", history: [], cookies: [] };

/** What is seen of it from outside at `now`, epoch seconds: of cookies and storage only what a script of its page could read. */
export function viewOf(browser: Browser, now: number): BrowserView {
  const { address, pending, page, history, contentSecurityPolicy } = browser;
  return {
    address,
    history,
    ...(pending === undefined ? {} : { pending }),
    ...(contentSecurityPolicy === undefined ? {} : { contentSecurityPolicy }),
    ...(page === undefined ? {} : { page }),
    // A device's screen has no address, and no script of a site runs on it.
    ...(page === undefined || address === "" ? {} : { scriptCanRead: scriptStorage(browser, now) }),
  };
}

function scriptStorage(browser: Browser, now: number): ScriptStorage {
  const { address, cookies, storage = [], loadedFrom = address } = browser;
  const url = new URL(address);
  const own = storage.filter((item) => item.origin === url.origin);
  const inArea = (area: Kept["area"]) =>
    Object.fromEntries(
      own.filter((item) => item.area === area).map((item) => [item.key, item.value]),
    );
  return {
    loadedFrom,
    cookies: scriptCookies(cookies, url, now),
    localStorage: inArea("localStorage"),
    sessionStorage: inArea("sessionStorage"),
  };
}

/** The request as the browser sends it: without the fragment, with the cookies, origin and referrer it adds by itself. */
export function outgoing(browser: Browser, request: WireRequest, now: number): WireRequest {
  const cookie = cookieHeader(browser.cookies, request, siteOf(browser.address), now);
  const added: HeaderList = [
    ["Accept", "text/html"],
    ...header("Cookie", cookie),
    ...header("Origin", request.method === "GET" ? undefined : originOf(browser.address)),
    ...header("Referer", referrer(browser, request)),
  ];
  return { ...request, url: withoutFragment(request.url), headers: [...request.headers, ...added] };
}

/** A request of the page's script, with the referrer the page's policy gives it (Fetch §4.1). */
export function withReferrer(request: WireRequest, browser: Browser): WireRequest {
  const value = browser.address === "" ? undefined : referrer(browser, request);
  return { ...request, headers: [...request.headers, ...header("Referer", value)] };
}

/** A request of the page's script to the page's own site, with the cookies that go there. */
export function withCookies(browser: Browser, request: WireRequest, now: number): WireRequest {
  const cookie = cookieHeader(browser.cookies, request, siteOf(browser.address), now);
  return { ...request, headers: [...request.headers, ...header("Cookie", cookie)] };
}

/** The browser once its page's script has the answer to what it asked: cookies stored, the page as it was. */
export function answered(browser: Browser, response: WireResponse, now: number): Browser {
  const { asked, ...rest } = browser;
  if (asked === undefined) return rest;
  return { ...rest, cookies: storeCookies(browser.cookies, asked, response, now) };
}

/** The browser once it has the response to a request, whose address may have a fragment: cookies stored, then a redirect pending or a page shown. */
export function receive(
  browser: Browser,
  request: WireRequest,
  response: WireResponse,
  now: number,
): Browser {
  const { pending: _, held: _held, ...rest } = browser;
  const next: Browser = { ...rest, cookies: storeCookies(browser.cookies, request, response, now) };
  const location = headerOf(response, "Location");
  if (isRedirect(response.status) && location !== undefined) {
    return { ...next, pending: redirected(request, response.status, location) };
  }
  if (response.status === 204) return next;
  const { referrerPolicy: __, contentSecurityPolicy: ___, ...shown } = visited(next, request.url);
  const referrerPolicy = headerOf(response, "Referrer-Policy");
  const contentSecurityPolicy = headerOf(response, "Content-Security-Policy");
  return {
    ...shown,
    page: response.body,
    ...(referrerPolicy === undefined ? {} : { referrerPolicy }),
    ...(contentSecurityPolicy === undefined ? {} : { contentSecurityPolicy }),
  };
}

/** The browser while the client's server holds its request: the new address, nothing shown yet. */
export function waitFor(browser: Browser, request: WireRequest, address: string): Browser {
  const { pending: _, page: __, ...rest } = browser;
  return { ...rest, address, held: request };
}

/** The browser when the device has opened an app instead of the address: it stays as it was (RFC 8252 §7.1, §7.2). */
export function handedOver(browser: Browser): Browser {
  const { pending: _, ...rest } = browser;
  return rest;
}

/** What the page's own script changed: its content, the address without a navigation (`history.replaceState`), storage. */
export function scripted(browser: Browser, change: ScriptChange): Browser {
  const next: Browser = {
    ...browser,
    ...(change.page === undefined ? {} : { page: change.page }),
    ...(change.keep === undefined ? {} : { storage: kept(browser, change.keep) }),
  };
  if (change.address === undefined) return next;
  const history = [...browser.history.slice(0, -1), change.address];
  return { ...next, address: change.address, history };
}

type ScriptChange = Pick<LocalRecord, "page" | "address" | "keep">;

function kept({ storage = [], address }: Browser, item: Kept): readonly Stored[] {
  const { origin } = new URL(address);
  const same = (old: Stored) =>
    old.origin === origin && old.area === item.area && old.key === item.key;
  return [...storage.filter((old) => !same(old)), { ...item, origin }];
}

function visited(browser: Browser, url: string): Browser {
  const history = browser.history.at(-1) === url ? browser.history : [...browser.history, url];
  const recent = history.slice(-LONGEST_HISTORY);
  return { ...browser, address: url, loadedFrom: url, history: recent };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** RFC 9110 §15.4: 307 and 308 repeat the method and the body, the others become GET. A fragment is inherited (§10.2.2). */
function redirected(request: WireRequest, status: number, location: string): WireRequest {
  const target = new URL(location, request.url);
  if (target.hash === "") target.hash = new URL(request.url).hash;
  if (status !== 307 && status !== 308) return { method: "GET", url: target.href, headers: [] };
  const type = headerOf(request, "Content-Type");
  return { ...request, url: target.href, headers: header("Content-Type", type) };
}

function header(name: string, value: string | undefined): HeaderList {
  return value === undefined ? [] : [[name, value]];
}

/** `strict-origin-when-cross-origin`, the browsers' default, unless the page said `no-referrer` or `unsafe-url`. */
function referrer(browser: Browser, request: WireRequest): string | undefined {
  const from = originOf(browser.address);
  if (from === undefined || browser.referrerPolicy === "no-referrer") return undefined;
  if (browser.referrerPolicy === "unsafe-url") return withoutFragment(browser.address);
  return from === originOf(request.url) ? withoutFragment(browser.address) : `${from}/`;
}

function withoutFragment(address: string): string {
  return address.split("#")[0] ?? "";
}

function originOf(address: string): string | undefined {
  return address === "" ? undefined : new URL(address).origin;
}

function siteOf(address: string): string | undefined {
  return address === "" ? undefined : new URL(address).hostname;
}
