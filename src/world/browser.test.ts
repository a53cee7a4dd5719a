import { expect, test } from "vitest";
import type { WireResponse } from "../oauth/wire.ts";
import { newBrowser, outgoing, receive, scripted, viewOf, withReferrer } from "./browser.ts";

const NOW = 1_800_000_000;
const get = (url: string) => ({ method: "GET", url, headers: [] });
const post = (url: string) => ({
  method: "POST",
  url,
  headers: [["Content-Type", "application/x-www-form-urlencoded"] as const],
  body: "a=1",
});
const page = (body: string, ...headers: [string, string][]): WireResponse => ({
  status: 200,
  headers,
  body,
});
const redirect = (status: number, location: string): WireResponse => ({
  status,
  headers: [["Location", location]],
  body: "",
});
const showing = (url: string, ...headers: [string, string][]) =>
  receive(newBrowser, get(url), page("<p>", ...headers), NOW);

test("leaves a redirect pending instead of following it", () => {
  const browser = receive(
    showing("https://a.example/"),
    get("https://a.example/x"),
    redirect(303, "https://b.example/y"),
    NOW,
  );
  expect(viewOf(browser, NOW)).toEqual({
    address: "https://a.example/",
    history: ["https://a.example/"],
    page: "<p>",
    scriptCanRead: {
      loadedFrom: "https://a.example/",
      cookies: "",
      localStorage: {},
      sessionStorage: {},
    },
    pending: { method: "GET", url: "https://b.example/y", headers: [] },
  });
});

test.each([301, 302, 303])("turns a form into GET after %d (RFC 9110 §15.4)", (status) => {
  const browser = receive(newBrowser, post("https://a.example/"), redirect(status, "/next"), NOW);
  expect(browser.pending).toEqual({ method: "GET", url: "https://a.example/next", headers: [] });
});

test.each([307, 308])(
  "sends a form again after %d, to wherever it leads (RFC 9110 §15.4)",
  (status) => {
    const browser = receive(
      newBrowser,
      post("https://a.example/"),
      redirect(status, "https://evil.example/"),
      NOW,
    );
    expect(browser.pending).toEqual({ ...post("https://evil.example/") });
  },
);

test("carries a fragment over a redirect that names none (RFC 9110 §10.2.2)", () => {
  const browser = receive(
    newBrowser,
    get("https://a.example/#token"),
    redirect(303, "https://b.example/"),
    NOW,
  );
  expect(browser.pending?.url).toBe("https://b.example/#token");
});

test("keeps the addresses of pages in its history, and not those of redirects", () => {
  const first = showing("https://a.example/");
  const on = receive(first, get("https://a.example/r"), redirect(303, "https://b.example/"), NOW);
  expect(receive(on, get("https://b.example/"), page(""), NOW).history).toEqual([
    "https://a.example/",
    "https://b.example/",
  ]);
});

test("tells another site only the origin it came from, and nothing when the page says no-referrer", () => {
  const refererOf = (policy: [string, string][]) =>
    outgoing(showing("https://a.example/secret?code=1", ...policy), get("https://b.example/"), NOW)
      .headers;
  expect(refererOf([])).toEqual([
    ["Accept", "text/html"],
    ["Referer", "https://a.example/"],
  ]);
  expect(refererOf([["Referrer-Policy", "no-referrer"]])).toEqual([["Accept", "text/html"]]);
});

test("tells another site the whole address but its fragment where the page asks for that (Referrer Policy §3.8)", () => {
  const from = showing("https://a.example/cb?code=1#x", ["Referrer-Policy", "unsafe-url"]);
  const referer = ["Referer", "https://a.example/cb?code=1"];
  expect(outgoing(from, get("https://b.example/"), NOW).headers).toContainEqual(referer);
  expect(withReferrer(get("https://b.example/"), from).headers).toEqual([referer]);
});

test("sends no fragment, and shows it in the address (RFC 9110 §4.2.5)", () => {
  const asked = get("https://a.example/cb#token");
  expect(outgoing(newBrowser, asked, NOW).url).toBe("https://a.example/cb");
  expect(receive(newBrowser, asked, page(""), NOW).address).toBe("https://a.example/cb#token");
});

test("keeps what a script stores for its own origin only, the last value of a key (HTML §12.2)", () => {
  const item = (key: string, value: string) => ({ area: "localStorage" as const, key, value });
  const first = scripted(showing("https://a.example/"), { keep: item("token", "old") });
  const second = scripted(first, { keep: item("token", "new") });
  expect(viewOf(second, NOW).scriptCanRead?.localStorage).toEqual({ token: "new" });
  const elsewhere = receive(second, get("https://b.example/"), page(""), NOW);
  expect(viewOf(elsewhere, NOW).scriptCanRead?.localStorage).toEqual({});
  const back = receive(elsewhere, get("https://a.example/x"), page(""), NOW);
  expect(viewOf(back, NOW).scriptCanRead?.localStorage).toEqual({ token: "new" });
});

test("shows a script the cookies of its site that are not HttpOnly (RFC 6265 §5.4)", () => {
  const browser = showing(
    "https://a.example/",
    ["Set-Cookie", "open=1; Path=/"],
    ["Set-Cookie", "closed=1; Path=/; HttpOnly"],
    ["Set-Cookie", "below=1; Path=/other"],
  );
  expect(viewOf(browser, NOW).scriptCanRead?.cookies).toBe("open=1");
});

test("shows a script no cookie that has expired (RFC 6265 §5.4)", () => {
  const browser = showing("https://a.example/", ["Set-Cookie", "short=1; Path=/; Max-Age=60"]);
  const read = (now: number) => viewOf(browser, now).scriptCanRead?.cookies;
  expect([read(NOW + 59), read(NOW + 60)]).toEqual(["short=1", ""]);
});

test("remembers the policy of the page that is shown, and no longer", () => {
  const policy = "script-src 'self'";
  const strict = showing("https://a.example/", ["Content-Security-Policy", policy]);
  expect(viewOf(strict, NOW).contentSecurityPolicy).toBe(policy);
  const next = receive(strict, get("https://a.example/x"), page(""), NOW);
  expect(viewOf(next, NOW).contentSecurityPolicy).toBe(undefined);
});

test("says with a form which origin it comes from (Fetch §3.2)", () => {
  const { headers } = outgoing(showing("https://a.example/"), post("https://a.example/login"), NOW);
  expect(headers).toContainEqual(["Origin", "https://a.example"]);
});

test("keeps the last fifty addresses of a long history, as browsers do", () => {
  const pages = Array.from({ length: 2000 }, (_, index) => `https://a.example/${index}`);
  const { history } = pages.reduce(
    (on, url) => receive(on, get(url), page("<p>"), NOW),
    newBrowser,
  );
  expect([history.length, history[0], history.at(-1)]).toEqual([
    50,
    "https://a.example/1950",
    "https://a.example/1999",
  ]);
});

test("lets the page’s script replace the address in bar and history", () => {
  const browser = scripted(showing("https://a.example/?code=1"), { address: "https://a.example/" });
  expect([browser.address, browser.history]).toEqual([
    "https://a.example/",
    ["https://a.example/"],
  ]);
  // Seen in Chromium 156: the navigation entry keeps the address the page was loaded from.
  expect(viewOf(browser, NOW).scriptCanRead?.loadedFrom).toBe("https://a.example/?code=1");
});
