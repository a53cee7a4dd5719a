import type { BrowserView } from "../flow/trace.ts";
import { headerOf, type HeaderList, type WireRequest, type WireResponse } from "../oauth/wire.ts";
import { type Cookie, cookieHeader, storeCookies } from "./cookies.ts";

/** The modelled browser of a sandbox: what a real one keeps per profile, for sites that are not real origins. */
export interface Browser extends BrowserView {
  readonly cookies: readonly Cookie[];
  /** The `Referrer-Policy` of the page that is shown. */
  readonly referrerPolicy?: string;
}

export const newBrowser: Browser = { address: "", history: [], cookies: [] };

/** What is seen of it from outside: no cookies. */
export function viewOf({ address, pending, page, history }: Browser): BrowserView {
  return {
    address,
    history,
    ...(pending === undefined ? {} : { pending }),
    ...(page === undefined ? {} : { page }),
  };
}

/** The request as the browser sends it: with the cookies, origin and referrer it adds by itself. */
export function outgoing(browser: Browser, request: WireRequest, now: number): WireRequest {
  const cookie = cookieHeader(browser.cookies, request, siteOf(browser.address), now);
  const added: HeaderList = [
    ["Accept", "text/html"],
    ...header("Cookie", cookie),
    ...header("Origin", request.method === "GET" ? undefined : originOf(browser.address)),
    ...header("Referer", referrer(browser, request)),
  ];
  return { ...request, headers: [...request.headers, ...added] };
}

/** The browser once it has the response: cookies stored, then a redirect pending or a page shown. */
export function receive(
  browser: Browser,
  request: WireRequest,
  response: WireResponse,
  now: number,
): Browser {
  const { pending: _, ...rest } = browser;
  const next: Browser = { ...rest, cookies: storeCookies(browser.cookies, request, response, now) };
  const location = headerOf(response, "Location");
  if (isRedirect(response.status) && location !== undefined) {
    return { ...next, pending: redirected(request, response.status, location) };
  }
  if (response.status === 204) return next;
  const { referrerPolicy: __, ...shown } = visited(next, request.url);
  const policy = headerOf(response, "Referrer-Policy");
  return {
    ...shown,
    page: response.body,
    ...(policy === undefined ? {} : { referrerPolicy: policy }),
  };
}

/** The browser while a server holds its request: the new address, nothing shown yet. */
export function waitFor(browser: Browser, request: WireRequest): Browser {
  const { pending: _, page: __, ...rest } = browser;
  return { ...rest, address: request.url };
}

/** What the page's own script changed: its content, and the address without a navigation (`history.replaceState`). */
export function scripted(browser: Browser, change: { page?: string; address?: string }): Browser {
  const page = change.page === undefined ? {} : { page: change.page };
  if (change.address === undefined) return { ...browser, ...page };
  const history = [...browser.history.slice(0, -1), change.address];
  return { ...browser, ...page, address: change.address, history };
}

function visited(browser: Browser, url: string): Browser {
  const history = browser.history.at(-1) === url ? browser.history : [...browser.history, url];
  return { ...browser, address: url, history };
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

/** `strict-origin-when-cross-origin`, the browsers' default, unless the page said `no-referrer`. */
function referrer(browser: Browser, request: WireRequest): string | undefined {
  const from = originOf(browser.address);
  if (from === undefined || browser.referrerPolicy === "no-referrer") return undefined;
  return from === originOf(request.url) ? withoutFragment(browser.address) : `${from}/`;
}

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

function originOf(address: string): string | undefined {
  return address === "" ? undefined : new URL(address).origin;
}

function siteOf(address: string): string | undefined {
  return address === "" ? undefined : new URL(address).hostname;
}
