import { describe, expect, it } from "vitest";
import { html } from "hono/html";
import { grantServers } from "../../grants/servers.ts";
import { refusePage } from "../page-refusal.ts";
import { asking, testServer } from "../testing.ts";
import { errorPage } from "./error.ts";
import { page } from "./page.ts";

describe("a page of the server", () => {
  it("has the one style its policy allows, and no script at all", async () => {
    const response = await page(200, "Title", html`<p>Text</p>`);
    const text = await response.text();
    const style = /<style>(.*)<\/style>/s.exec(text)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
    expect(response.headers.get("Content-Security-Policy")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(text).not.toMatch(/<script|style=| on\w+=/);
  });

  it("says its language and its title, which is its heading, escaped", async () => {
    const text = await (await page(200, `<b>"&`, html``)).text();
    expect(text).toMatch(/^<!doctype html><html lang="en"><head><meta charset="utf-8">/);
    expect(text).toContain("<title>&lt;b&gt;&quot;&amp;</title>");
    expect(text).toContain("<h1>&lt;b&gt;&quot;&amp;</h1>");
  });
});

describe("an error page", () => {
  it.each([
    ["malformed", 400],
    ["too_large", 413],
    ["client_unknown", 400],
    ["redirect_uri_unregistered", 400],
    ["interaction_unknown", 400],
    ["other_browser", 400],
    ["not_signed_in", 400],
    ["another_user", 400],
    ["decision_unclear", 400],
  ] as const)(
    "for %s says what happened, what to do and which check it was",
    async (reason, status) => {
      const check = { id: "a.b", title: "", spec: "", why: "", outcome: "failed" } as const;
      const response = await errorPage(refusePage(reason), [check]);
      const text = await response.text();
      expect(response.status).toBe(status);
      expect(text).toMatch(
        /<h1>[A-Z][^<]+<\/h1><p class="bad" role="alert">[A-Z][^<]+\.<\/p><p>[^<]+\.<\/p>/,
      );
      expect(text).toContain("Refused by the check <code>a.b</code>.");
    },
  );

  it("tells a user whose form is too large (413)", async () => {
    const server = await testServer(grantServers);
    const browser = server.browser();
    const login = await browser.begin(asking());
    const response = await browser.submit(login, { username: "x".repeat(70_000) });
    expect([response.status, server.refusedBy()]).toEqual([413, "login.well-formed"]);
    expect(await response.text()).toContain("<h1>This request is too large</h1>");
  });
});
