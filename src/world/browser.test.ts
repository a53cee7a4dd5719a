import { expect, test } from "vitest";
import type { WireResponse } from "../oauth/wire.ts";
import { newBrowser, outgoing, receive, scripted, viewOf } from "./browser.ts";

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
  expect(viewOf(browser)).toEqual({
    address: "https://a.example/",
    history: ["https://a.example/"],
    page: "<p>",
    scriptCanRead: { cookies: "", localStorage: {}, sessionStorage: {} },
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

test("says with a form which origin it comes from (Fetch §3.2)", () => {
  const { headers } = outgoing(showing("https://a.example/"), post("https://a.example/login"), NOW);
  expect(headers).toContainEqual(["Origin", "https://a.example"]);
});

test("lets the page’s script replace the address in bar and history", () => {
  const browser = scripted(showing("https://a.example/?code=1"), { address: "https://a.example/" });
  expect([browser.address, browser.history]).toEqual([
    "https://a.example/",
    ["https://a.example/"],
  ]);
});
