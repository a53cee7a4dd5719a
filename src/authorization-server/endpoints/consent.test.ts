import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import {
  ALICE,
  asking,
  BOB,
  CALLBACK,
  CONFIDENTIAL,
  ISSUER,
  PUBLIC,
  testServer,
} from "../testing.ts";
import { locationOf } from "../testing-browser.ts";

const server = await testServer(grantServers);

describe("the consent page", () => {
  it("names client, host, scopes and user, with two buttons (RFC 6749 §3.3, RFC 9700 §4.1.1)", async () => {
    const browser = server.browser();
    const scope = "photos.read photos.write";
    const page = await browser.open(await browser.signIn(asking({ scope }), ALICE));
    const html = await page.text();
    expect([page.status, server.refusedBy()]).toEqual([200, "none"]);
    expect(html).toContain("<h1>Allow Print?</h1>");
    expect(html).toContain(
      "You are signed in as Alice Liddell. <bdi>Print</bdi> (<code>print.example</code>) would be able to:",
    );
    expect(html).toContain("<li>see your photos <code>photos.read</code></li>");
    expect(html).toContain("<li>add photos to your collection <code>photos.write</code></li>");
    expect(html).toContain('<button type="submit" name="decision" value="allow">Allow</button>');
    expect(html).toContain('name="decision" value="deny">Deny</button>');
    expect(html).not.toContain("registered itself");
    expect(html).not.toMatch(/<script|type="hidden"|\baction=/);
  });

  it("names the scheme where the redirect URI has no host (RFC 8252 §7.1)", async () => {
    const browser = server.browser();
    const request = asking({ client_id: PUBLIC.clientId, redirect_uri: "example.print:/cb" });
    const page = await browser.open(await browser.signIn(request, ALICE));
    expect(await page.text()).toContain("<bdi>Page</bdi> (<code>example.print:</code>)");
  });

  it("escapes the name of a client, and says that it registered itself (RFC 9700 §4.11.2)", async () => {
    const client_name = `<img src=x> & "Bank" \u202e`;
    const registered = await server.register({ client_name, redirect_uris: [CALLBACK] });
    const { client_id }: { client_id: string } = await registered.json();
    const browser = server.browser();
    const page = await browser.open(await browser.signIn(asking({ client_id }), ALICE));
    const html = await page.text();
    expect(html).toContain("<bdi>&lt;img src=x&gt; &amp; &quot;Bank&quot; \u202e</bdi>");
    expect(html).toContain("This application registered itself");
    expect(html).not.toContain("<img");
  });

  it.each([
    ["a repeated field", "decision=deny&decision=allow"],
    ["a control character", "decision=allow%00"],
    ["broken encoding", "decision=%zz"],
  ])("refuses a form with %s (RFC 6749 Appendix B)", async (_, body) => {
    const browser = server.browser();
    const consent = await browser.signIn(asking(), ALICE);
    const headers = {
      Cookie: browser.cookie(),
      "Content-Type": "application/x-www-form-urlencoded",
    };
    const page = await server.fetch(new Request(consent, { method: "POST", headers, body }));
    expect([page.status, server.refusedBy()]).toEqual([400, "consent.well-formed"]);
  });

  it("is refused to a browser nobody has signed in with", async () => {
    const browser = server.browser();
    const login = await browser.begin(asking());
    const consent = String(login).replace("/login", "/consent");
    expect([(await browser.open(consent)).status, server.refusedBy()]).toEqual([
      400,
      "consent.signed-in",
    ]);
    await browser.submit(consent, { decision: "allow" });
    expect(server.refusedBy()).toBe("consent.signed-in");
  });
});

describe("the user's answer", () => {
  it("yes sends a code, the state and the issuer with 303 (RFC 6749 §4.1.2, RFC 9207 §2, RFC 9700 §4.12)", async () => {
    const browser = server.browser();
    const consent = await browser.signIn(asking(), ALICE);
    const response = await browser.submit(consent, { decision: "allow" });
    expect(response.status).toBe(303);
    expect(response.headers.get("Location")).toMatch(
      /^https:\/\/print\.example\/callback\?code=[\w-]{43}&state=s1&iss=https%3A%2F%2Fauth\.example$/,
    );
    expect(server.checks().map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
      "consent.well-formed: passed",
      "consent.interaction: passed",
      "consent.browser: passed",
      "consent.signed-in: passed",
      "consent.decision: passed",
      "consent.unspent: passed",
    ]);
  });

  it("no sends access_denied, the state and the issuer, and allows nothing (RFC 6749 §4.1.2.1)", async () => {
    const own = await testServer(grantServers);
    const back = await own.browser().walk(asking(), ALICE, "deny");
    expect(String(back)).toBe(
      `${CALLBACK}?error=access_denied&error_description=The+user+said+no&state=s1&iss=https%3A%2F%2Fauth.example`,
    );
    const kinds = (await own.config.store.everything()).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["interaction", "session"]));
  });

  it.each<[string, Record<string, string>]>([
    ["nothing", {}],
    ["neither", { decision: "perhaps" }],
    ["another case", { decision: "Allow" }],
    ["what only an error page offers", { decision: "return" }],
  ])("%s is no yes; the page can be answered again", async (_, fields) => {
    const browser = server.browser();
    const consent = await browser.signIn(asking(), ALICE);
    const page = await browser.submit(consent, fields);
    expect([page.status, server.refusedBy()]).toEqual([400, "consent.decision"]);
    expect((await browser.submit(consent, { decision: "allow" })).status).toBe(303);
  });

  it("counts once: a second form gives no second code (RFC 6749 §4.1.2)", async () => {
    const own = await testServer(grantServers);
    const browser = own.browser();
    const consent = await browser.signIn(asking(), ALICE);
    await browser.submit(consent, { decision: "allow" });
    const again = await browser.submit(consent, { decision: "allow" });
    expect([again.status, own.refusedBy()]).toEqual([400, "consent.interaction"]);
    expect((await own.config.store.list("code")).length).toBe(1);
  });

  it("counts once of 16 that race", async () => {
    const refusers = new Set<string | undefined>();
    const own = await testServer(grantServers, {
      report: (results) => refusers.add(results.find((row) => row.outcome === "failed")?.id),
    });
    const browser = own.browser();
    const consent = await browser.signIn(asking(), ALICE);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => browser.submit(consent, { decision: "allow" })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      303,
      ...Array.from({ length: 15 }, () => 400),
    ]);
    expect(refusers).toEqual(new Set([undefined, "consent.unspent"]));
    expect((await own.config.store.list("code")).length).toBe(1);
  });

  it("is that of the user who is signed in when it comes", async () => {
    const own = await testServer(grantServers);
    const browser = own.browser();
    await browser.walk(asking(), ALICE);
    const consent = await browser.begin(asking());
    const login = String(consent).replace("/consent", "/login");
    await browser.submit(login, { username: BOB.username, password: BOB.password });
    await browser.submit(consent, { decision: "allow" });
    const subjects = (await own.config.store.list("grant")).map(({ value }) => value.subject);
    expect(subjects.toSorted()).toEqual(["alice-1", "bob-2"]);
  });
});

describe("an error of a client that registered itself (RFC 9700 §4.11.2)", () => {
  const EVIL = "https://evil.example/cb";

  it("is redirected at once for clients of the operator only", async () => {
    const trusted = await server.browser().begin(asking({ scope: "admin" }));
    expect(trusted.origin + trusted.pathname).toBe(CALLBACK);
    const request = asking({
      client_id: await server.stranger(EVIL),
      redirect_uri: EVIL,
      scope: "admin",
    });
    const untrusted = await server.browser().begin(request);
    expect(untrusted.origin + untrusted.pathname).toBe(`${ISSUER}/login`);
    expect(server.refusedBy()).toBe("authorize.scope");
  });

  it("waits until the user has signed in and pressed a button, then has state and iss", async () => {
    const request = asking({
      client_id: await server.stranger(EVIL),
      redirect_uri: EVIL,
      scope: "admin",
    });
    const browser = server.browser();
    const consent = await browser.signIn(request, ALICE);
    expect(consent.origin + consent.pathname).toBe(`${ISSUER}/consent`);
    const page = await browser.open(consent);
    const html = await page.text();
    expect([page.status, server.refusedBy()]).toEqual([200, "none"]);
    expect(html).toContain("<h1>Stranger made a mistake</h1>");
    expect(html).toContain("This application registered itself");
    expect(html).toContain("Return to evil.example</button>");
    expect(html).not.toContain('value="allow"');
    const back = locationOf(await browser.submit(consent, { decision: "return" }));
    expect(String(back)).toBe(
      `${EVIL}?error=invalid_scope&error_description=The+scope+is+unknown+or+not+allowed&state=s1&iss=https%3A%2F%2Fauth.example`,
    );
  });

  it("is not redirected by itself for a user who has signed in before", async () => {
    const request = asking({
      client_id: await server.stranger(EVIL),
      redirect_uri: EVIL,
      scope: "admin",
    });
    const browser = server.browser();
    await browser.walk(asking(), ALICE);
    const shown = await browser.begin(request);
    expect(shown.origin + shown.pathname).toBe(`${ISSUER}/consent`);
    expect((await browser.open(shown)).status).toBe(200);
  });

  it("gives no code, whatever the form says", async () => {
    const own = await testServer(grantServers, { clients: [CONFIDENTIAL] });
    const client_id = await own.stranger(EVIL);
    const browser = own.browser();
    const request = asking({ client_id, redirect_uri: EVIL, code_challenge_method: "plain" });
    const consent = await browser.signIn(request, ALICE);
    const allowed = await browser.submit(consent, { decision: "allow" });
    expect([allowed.status, own.refusedBy()]).toEqual([400, "consent.decision"]);
    await browser.submit(consent, { decision: "return" });
    expect(await own.config.store.list("code")).toEqual([]);
    expect(await own.config.store.list("grant")).toEqual([]);
  });
});
