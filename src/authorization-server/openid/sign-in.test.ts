import { describe, expect, it } from "vitest";
import { ALICE, BOB, type Fields, ISSUER, type TestServer } from "../testing.ts";
import { locationOf, type TestBrowser } from "../testing-browser.ts";
import { openIdServer, signingIn } from "./signing-in.fixture.ts";

/** A browser in which Alice signed in and allowed `openid` before. */
async function known(server: TestServer): Promise<TestBrowser> {
  const browser = server.browser();
  await browser.walk(signingIn(), ALICE);
  return browser;
}

const pathOf = ({ origin, pathname }: URL) => (origin === ISSUER ? pathname : "answered");

async function leadsTo(browser: TestBrowser, change: Fields) {
  return pathOf(await browser.begin(signingIn(change)));
}

describe("a user who is signed in already", () => {
  it.each([
    ["by prompt=login", { prompt: "login" }],
    ["by prompt=select_account", { prompt: "select_account" }],
    ["by prompt=login consent", { prompt: "login consent" }],
    ["by max_age, once it is over", { max_age: "59" }],
  ])("is asked to sign in again %s (OpenID Connect Core §3.1.2.1)", async (_, change) => {
    const server = await openIdServer();
    const browser = await known(server);
    server.advance(60);
    expect(await leadsTo(browser, change)).toBe("/login");
  });

  it.each([
    ["without any of it", {}],
    ["by prompt=consent", { prompt: "consent" }],
    ["by max_age, as long as it is not over", { max_age: "60" }],
    ["where no sign-in is asked for", { scope: "photos.read", prompt: "login", max_age: "0" }],
  ])("goes on to consent %s", async (_, change) => {
    const server = await openIdServer();
    const browser = await known(server);
    server.advance(60);
    expect(await leadsTo(browser, change)).toBe("/consent");
  });

  it("cannot go to consent around the login page (OpenID Connect Core §3.1.2.3)", async () => {
    const server = await openIdServer();
    const browser = await known(server);
    const login = await browser.begin(signingIn({ prompt: "login" }));
    const consent = new URL(login.href.replace("/login", "/consent"));
    expect((await browser.open(consent)).status).toBe(400);
    expect(server.refusedBy()).toBe("consent.signed-in-anew");
    expect((await browser.submit(consent, { decision: "allow" })).status).toBe(400);
    expect(server.refusedBy()).toBe("consent.signed-in-anew");
  });

  it("may come back as somebody else, whose sign-in it is then (OpenID Connect Core §3.1.2.1)", async () => {
    const server = await openIdServer();
    const browser = await known(server);
    const login = await browser.begin(signingIn({ prompt: "select_account" }));
    const { username, password } = BOB;
    const consent = locationOf(await browser.submit(login, { username, password }));
    expect(await (await browser.open(consent)).text()).toContain("Bob Baumeister");
    expect(pathOf(locationOf(await browser.submit(consent, { decision: "allow" })))).toBe(
      "answered",
    );
  });
});

describe("without a page (prompt=none)", () => {
  const silently = async (change: Fields, wait = 0) => {
    const server = await openIdServer();
    const browser = await known(server);
    server.advance(wait);
    const back = await browser.begin(signingIn({ prompt: "none", ...change }));
    return back.searchParams.get("error") ?? [...back.searchParams.keys()].join(" ");
  };

  it("answers what was allowed before (OpenID Connect Core §3.1.2.1)", async () => {
    expect(await silently({ max_age: "60" }, 60)).toBe("code state iss");
  });

  it("says that the sign-in is too old (OpenID Connect Core §3.1.2.6)", async () => {
    expect(await silently({ max_age: "60" }, 61)).toBe("login_required");
  });

  it("says that more is asked for than was allowed (OpenID Connect Core §3.1.2.6)", async () => {
    expect(await silently({ scope: "openid email" })).toBe("consent_required");
  });
});

describe("the login page", () => {
  const pageFor = async (change: Fields) => {
    const server = await openIdServer();
    const browser = server.browser();
    return (await browser.open(await browser.begin(signingIn(change)))).text();
  };

  it("has the name filled in that the client expects (OpenID Connect Core §3.1.2.1, login_hint)", async () => {
    expect(await pageFor({ login_hint: 'al"ice' })).toContain('value="al&quot;ice"');
  });

  it("says what it is for", async () => {
    expect(await pageFor({})).toContain("Album wants to know who you are. Sign in first.");
    expect(await pageFor({ scope: "openid photos.read" })).toContain(
      "Album wants to know who you are and to use your photos. Sign in first.",
    );
    expect(await pageFor({ scope: "photos.read" })).toContain(
      "Album wants to use your photos. Sign in first.",
    );
  });
});

describe("a request for a sign-in", () => {
  it.each<readonly [string, Fields, string, string, string]>([
    [
      "without a redirect URI",
      { redirect_uri: undefined },
      "invalid_request",
      "authorize.redirect-uri-named",
      "§3.1.2.1",
    ],
    [
      "with a request object",
      { request: "e30.e30." },
      "request_not_supported",
      "authorize.request-object",
      "§3.1.2.6, §6.1",
    ],
    [
      "with the address of one",
      { request_uri: "https://x.example/r" },
      "request_uri_not_supported",
      "authorize.request-object",
      "§3.1.2.6, §6.2",
    ],
    [
      "with a max_age that is no number",
      { max_age: "an hour" },
      "invalid_request",
      "authorize.max-age",
      "§3.1.2.1",
    ],
    [
      "with a max_age below zero",
      { max_age: "-1" },
      "invalid_request",
      "authorize.max-age",
      "§3.1.2.1",
    ],
    [
      "for a scope it has no meaning for",
      { scope: "profile" },
      "invalid_scope",
      "authorize.scope",
      "§5.4",
    ],
  ])("%s is refused (OpenID Connect Core)", async (_, change, error, check) => {
    const server = await openIdServer();
    const back = await server.browser().begin(signingIn(change));
    expect([back.searchParams.get("error"), server.refusedBy()]).toEqual([error, check]);
  });

  it.each([{ redirect_uri: undefined }, { request: "e30.e30." }, { max_age: "an hour" }])(
    "%j is nothing to a request that asks for none (RFC 6749 §3.1)",
    async (change) => {
      const server = await openIdServer();
      const begun = await server.browser().begin(signingIn({ scope: "photos.read", ...change }));
      expect([pathOf(begun), server.refusedBy()]).toEqual(["/login", "none"]);
    },
  );

  it("is one only when it says so: a client’s default scope has no sign-in", async () => {
    const server = await openIdServer();
    const browser = server.browser();
    const consent = await browser.signIn(signingIn({ scope: undefined }), ALICE);
    const page = await (await browser.open(consent)).text();
    expect([page.includes("photos.read"), page.includes("openid")]).toEqual([true, false]);
  });
});
