import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import { ALICE, asking, BOB, CONFIDENTIAL, ISSUER, testServer } from "../testing.ts";
import { locationOf } from "../testing-browser.ts";

const server = await testServer(grantServers);
const { username, password } = ALICE;

describe("the login page", () => {
  it("has a form that goes to its own address and that password managers understand", async () => {
    const browser = server.browser();
    const page = await browser.open(await browser.begin(asking()));
    const html = await page.text();
    expect([page.status, page.headers.get("Content-Type"), server.refusedBy()]).toEqual([
      200,
      "text/html; charset=utf-8",
      "none",
    ]);
    expect(html).toContain('<form method="post">');
    expect(html).toContain('name="username" autocomplete="username"');
    expect(html).toContain('type="password" autocomplete="current-password"');
    expect(html).toContain('<button type="submit">Sign in</button>');
    expect(html).not.toMatch(/<script|type="hidden"|\baction=/);
  });

  it("cannot be framed, cached, run scripts or leak its address (RFC 9700 §4.16, §4.2.4)", async () => {
    const browser = server.browser();
    const page = await browser.open(await browser.begin(asking()));
    expect(Object.fromEntries(page.headers)).toEqual({
      "cache-control": "no-store",
      "content-security-policy": expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; frame-ancestors 'none'$/,
      ),
      "content-type": "text/html; charset=utf-8",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
  });

  it("escapes the client's name", async () => {
    const clients = [{ ...CONFIDENTIAL, clientName: `<b>"Print"</b>` }];
    const other = await testServer(grantServers, { clients });
    const browser = other.browser();
    const html = await (await browser.open(await browser.begin(asking()))).text();
    expect(html).toContain("&lt;b&gt;&quot;Print&quot;&lt;/b&gt; wants to use your photos.");
  });

  it("shows a wrong password with 400 and keeps the name, escaped", async () => {
    const browser = server.browser();
    const login = await browser.begin(asking());
    const page = await browser.submit(login, { username: `al"ice<i>`, password: "wrong" });
    expect([page.status, server.refusedBy()]).toEqual([400, "login.password"]);
    const html = await page.text();
    expect(html).toContain("Wrong name or password. Try again.");
    expect(html).toContain('value="al&quot;ice&lt;i&gt;"');
    expect(html).not.toContain('wrong"');
    expect((await browser.submit(login, { username, password })).status).toBe(303);
  });

  it.each<[string, Record<string, string>]>([
    ["another one's password", { username, password: BOB.password }],
    ["no password", { username }],
    ["no name", { password }],
    ["nothing", {}],
    ["a name of every object", { username: "__proto__", password: "__proto__" }],
  ])("lets nobody in with %s", async (_, fields) => {
    const browser = server.browser();
    const page = await browser.submit(await browser.begin(asking()), fields);
    expect([page.status, page.headers.getSetCookie(), server.refusedBy()]).toEqual([
      400,
      [],
      "login.password",
    ]);
  });

  it.each([
    ["a repeated field", "username=alice&username=bob&password=x"],
    ["a control character", "username=alice%00&password=x"],
    ["broken encoding", "username=%zz"],
  ])("refuses a form with %s", async (_, body) => {
    const browser = server.browser();
    const login = await browser.begin(asking());
    const headers = {
      Cookie: browser.cookie(),
      "Content-Type": "application/x-www-form-urlencoded",
    };
    const page = await server.fetch(new Request(login, { method: "POST", headers, body }));
    expect([page.status, server.refusedBy()]).toEqual([400, "login.well-formed"]);
  });
});

describe("signing in", () => {
  it("goes on to consent with 303, never 307, in a session of its own (RFC 9700 §4.12)", async () => {
    const browser = server.browser();
    const login = await browser.begin(asking());
    const before = browser.cookie();
    const response = await browser.submit(login, { username, password });
    expect([response.status, response.headers.get("Location")]).toEqual([
      303,
      String(login).replace("/login", "/consent"),
    ]);
    expect(browser.cookie()).toMatch(/^session=[\w-]{43}$/);
    expect(browser.cookie()).not.toBe(before);
  });

  it("does not sign in who planted the session id before (session fixation)", async () => {
    const [attacker, victim] = [server.browser(), server.browser()];
    await attacker.begin(asking());
    const [name = "", planted = ""] = attacker.cookie().split("=");
    victim.plant(name, planted);
    const consent = await victim.signIn(asking(), ALICE);
    expect((await victim.open(consent)).status).toBe(200);
    expect((await attacker.open(consent)).status).toBe(400);
    expect(server.refusedBy()).toBe("consent.signed-in");
    expect((await attacker.begin(asking())).pathname).toBe("/login");
  });

  it("ends the session of whom was signed in before", async () => {
    const browser = server.browser();
    const first = await browser.signIn(asking(), ALICE);
    const old = server.browser();
    const [name = "", value = ""] = browser.cookie().split("=");
    old.plant(name, value);
    const login = String(first).replace("/consent", "/login");
    await browser.submit(login, { username: BOB.username, password: BOB.password });
    expect((await old.open(first)).status).toBe(400);
    expect(server.refusedBy()).toBe("consent.browser");
    expect(await (await browser.open(first)).text()).toContain("Bob Baumeister");
  });

  it("works when the form is sent twice at once", async () => {
    const browser = server.browser();
    const login = await browser.begin(asking());
    const send = () => browser.submit(login, { username, password });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect((await browser.open(locationOf(two))).status).toBe(200);
  });

  it("in one window leaves what began in another to go on", async () => {
    const browser = server.browser();
    const [first, second] = [await browser.begin(asking()), await browser.begin(asking())];
    await browser.submit(first, { username, password });
    const consent = locationOf(await browser.submit(second, { username, password }));
    expect((await browser.open(consent)).status).toBe(200);
  });

  it("lasts eight hours", async () => {
    const timed = await testServer(grantServers);
    const browser = timed.browser();
    await browser.signIn(asking(), ALICE);
    timed.advance(8 * 3600 - 1);
    expect((await browser.begin(asking())).pathname).toBe("/consent");
    timed.advance(1);
    expect((await browser.begin(asking())).pathname).toBe("/login");
  });
});

describe.each(["login", "consent"])("the address of the %s page", (page) => {
  const at = (interaction: string) => `${ISSUER}/${page}?interaction=${interaction}`;

  it("works in the browser it was made for only (RFC 6749 §10.12)", async () => {
    const url = await server.browser().begin(asking());
    const id = url.searchParams.get("interaction") ?? "";
    const other = server.browser();
    await other.begin(asking());
    for (const browser of [other, server.browser()]) {
      const shown = await browser.open(at(id));
      expect([shown.status, server.refusedBy()]).toEqual([400, `${page}.browser`]);
      await browser.submit(at(id), { username, password, decision: "allow" });
      expect(server.refusedBy()).toBe(`${page}.browser`);
    }
  });

  it("is refused to a form of another site, which comes without the Lax cookie (RFC 6749 §10.12)", async () => {
    const browser = server.browser();
    const url = await browser.begin(asking());
    const id = url.searchParams.get("interaction") ?? "";
    const response = await server.post(`/${page}?interaction=${id}`, { username, password }, {});
    expect([response.status, server.refusedBy()]).toEqual([400, `${page}.browser`]);
  });

  it.each(["", "unknown", "__proto__", "%00", "%zz", "a&interaction=b"])(
    "is refused with the interaction %j",
    async (id) => {
      const browser = server.browser();
      await browser.signIn(asking(), ALICE);
      const shown = await browser.open(at(id));
      expect([shown.status, server.refusedBy()]).toEqual([400, `${page}.interaction`]);
      expect(await shown.text()).toContain(`<code>${page}.interaction</code>`);
    },
  );

  it("is refused after ten minutes", async () => {
    const timed = await testServer(grantServers);
    const browser = timed.browser();
    const url = await browser.signIn(asking(), ALICE);
    timed.advance(599);
    const id = url.searchParams.get("interaction") ?? "";
    expect((await browser.open(at(id))).status).toBe(200);
    timed.advance(1);
    expect((await browser.open(at(id))).status).toBe(400);
    expect(timed.refusedBy()).toBe(`${page}.interaction`);
  });
});
