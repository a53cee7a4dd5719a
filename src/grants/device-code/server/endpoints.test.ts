import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import {
  ALICE,
  BASIC,
  ISSUER,
  PUBLIC,
  testServer,
  tokensOf,
} from "../../../authorization-server/testing.ts";
import { DEVICE_CODE } from "../../cast.ts";
import { grantServers } from "../../servers.ts";
import {
  codesIn,
  consenting,
  deciding,
  deviceServer,
  errorOf,
  FRAME,
  PAGE,
  SET_TOP,
  statusesOf,
  typing,
} from "./testing.fixture.ts";

describe("the device authorization endpoint", () => {
  it("gives two codes, an address, and how long and how often (RFC 8628 §3.2)", async () => {
    const server = await deviceServer();
    const response = await server.ask();
    expect([response.status, response.headers.get("Cache-Control"), server.refusedBy()]).toEqual([
      200,
      "no-store",
      "none",
    ]);
    const codes = await codesIn(response);
    expect(codes).toEqual({
      device_code: expect.stringMatching(/^[\w-]{43}$/),
      user_code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
      verification_uri: PAGE,
      verification_uri_complete: `${PAGE}?user_code=${codes.user_code}`,
      expires_in: 600,
      interval: 5,
    });
  });

  it("forgets codes a lifetime after they expired, and tells who polls until then (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const old = await server.codes();
    server.advance(601);
    const newer = await server.codes();
    expect(await server.told(old.device_code)).toEqual(["expired_token", "token.device-fresh"]);
    server.advance(602);
    const { device_code } = await server.codes();
    const kept = await server.config.store.list("device_code");
    expect(kept.map(({ id }) => id).toSorted()).toEqual(
      [newer.device_code, device_code].toSorted(),
    );
    expect(await server.config.store.list("user_code")).toHaveLength(2);
  });

  it("gives every device codes of its own (RFC 8628 §3.2)", async () => {
    const server = await deviceServer();
    const [one, other] = [await server.codes(), await server.codes()];
    expect(one.device_code === other.device_code || one.user_code === other.user_code).toBe(false);
  });

  it("authenticates clients that have a secret (RFC 8628 §3.1)", async () => {
    const server = await deviceServer();
    expect((await server.post("/device_authorization", {}, BASIC)).status).toBe(200);
    const without = await server.post("/device_authorization", { client_id: SET_TOP.clientId }, {});
    expect([without.status, await without.json(), server.refusedBy()]).toEqual([
      401,
      { error: "invalid_client", error_description: "Client authentication failed" },
      "token.client-authenticated",
    ]);
  });

  it.each([
    [
      "a client that nobody registered",
      { client_id: "nobody" },
      "invalid_client",
      "token.client-authenticated",
    ],
    [
      "a client that runs on no device",
      { client_id: PUBLIC.clientId },
      "unauthorized_client",
      "device.grant-allowed",
    ],
    ["a scope nobody defined", { scope: "photos.burn" }, "invalid_scope", "device.scope"],
  ])("refuses %s, as the token endpoint would (RFC 8628 §3.2)", async (_, change, error, check) => {
    const server = await deviceServer();
    expect([await errorOf(await server.ask(change)), server.refusedBy()]).toEqual([error, check]);
  });

  it("refuses a sign-in, for which no ID token would come (OpenID Connect Core §3.1.2.1)", async () => {
    const signing = { ...FRAME, scope: "openid photos.read" };
    const server = await testServer(grantServers, { clients: [signing] });
    const fields = { client_id: FRAME.clientId, scope: "openid photos.read" };
    const response = await server.post("/device_authorization", fields, {});
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      { error: "invalid_scope", error_description: "There are no sign-ins here" },
      "device.no-sign-in",
    ]);
  });

  it("is announced with its grant type (RFC 8628 §4)", async () => {
    const server = await deviceServer();
    const metadata: Record<string, unknown> = await (
      await server.get("/.well-known/oauth-authorization-server")
    ).json();
    expect(metadata["device_authorization_endpoint"]).toBe(`${ISSUER}/device_authorization`);
    expect(metadata["grant_types_supported"]).toContain(DEVICE_CODE);
  });

  it("serves clients that registered themselves, without a redirect URI (RFC 7591 §2)", async () => {
    const server = await deviceServer();
    const registered: { client_id: string } = await (
      await server.register({
        client_name: "Clock",
        token_endpoint_auth_method: "none",
        grant_types: [DEVICE_CODE],
        response_types: [],
      })
    ).json();
    const codes: { user_code: string } = await (
      await server.ask({ client_id: registered.client_id })
    ).json();
    const { browser, consent } = await consenting(server, codes.user_code);
    const html = await (await browser.open(consent)).text();
    expect(html).toContain("<bdi>Clock</bdi> would be able to:");
    expect(html).toContain(
      "This application registered itself, so nobody has checked its name.</p>",
    );
  });
});

describe("the page where codes are typed", () => {
  it("asks for the code, and fills it in where the address brought it (RFC 8628 §3.3, §3.3.1)", async () => {
    const server = await deviceServer();
    const empty = await (await server.browser().open(PAGE)).text();
    expect(empty).toContain("Type the code that your device shows.");
    expect(empty).toMatch(/<form method="post">.*name="user_code".* value="">/);
    const full = await (await server.browser().open(`${PAGE}?user_code=WDJB-MJHT`)).text();
    expect(full).toContain("Does your device show exactly this code?");
    expect(full).toContain('value="WDJB-MJHT"');
  });

  it("escapes what the address brought", async () => {
    const server = await deviceServer();
    const query = new URLSearchParams({ user_code: '"><script>alert(1)</script>' });
    const html = await (await server.browser().open(`${PAGE}?${query}`)).text();
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  it("leads to sign-in, and from there to consent (RFC 8628 §3.3)", async () => {
    const server = await deviceServer();
    const { user_code } = await server.codes();
    const { login } = await typing(server, user_code);
    const { consent } = await consenting(server, user_code);
    expect([login.pathname, consent.pathname]).toEqual(["/login", "/consent"]);
  });

  it("leads to consent at once where somebody is signed in", async () => {
    const server = await deviceServer();
    const { browser } = await consenting(server, (await server.codes()).user_code);
    const { user_code } = await server.codes();
    const response = await browser.submit(PAGE, { user_code });
    expect(response.headers.get("Location")).toMatch(/\/consent\?interaction=/);
  });

  it("takes a code in small letters, with spaces and without its dash (RFC 8628 §6.1)", async () => {
    const server = await deviceServer();
    const { user_code } = await server.codes();
    const { login } = await typing(server, ` ${user_code.toLowerCase().replace("-", " ")} `);
    expect(login.pathname).toBe("/login");
  });

  it("refuses a form that no page of its own was shown for (RFC 6749 §10.12)", async () => {
    const server = await deviceServer();
    const { user_code } = await server.codes();
    const response = await server.browser().submit(PAGE, { user_code });
    expect([response.status, server.refusedBy()]).toEqual([400, "device.browser"]);
  });

  it.each([
    ["no code", {}, "device.code-present", "Type the code first."],
    [
      "a code that no device shows",
      { user_code: "BBBB-BBBB" },
      "device.code-known",
      "No device shows this code.",
    ],
  ])("refuses %s, on the same page", async (_, fields, check, told) => {
    const server = await deviceServer();
    const browser = server.browser();
    await browser.open(PAGE);
    const response = await browser.submit(PAGE, fields);
    expect([response.status, server.refusedBy()]).toEqual([400, check]);
    expect(await response.text()).toContain(`role="alert">${told}`);
  });

  it("refuses what cannot be read without guessing (RFC 6749 Appendix B)", async () => {
    const server = await deviceServer();
    const response = await server.browser().open(`${PAGE}?user_code=B&user_code=C`);
    expect([response.status, server.refusedBy()]).toEqual([400, "device.well-formed"]);
  });

  it("refuses a code that has expired, and one that was answered (RFC 8628 §3.2, §5.4)", async () => {
    const server = await deviceServer();
    const answered = await server.codes();
    await deciding(server, answered.user_code);
    const browser = server.browser();
    await browser.open(PAGE);
    await browser.submit(PAGE, { user_code: answered.user_code });
    expect(server.refusedBy()).toBe("device.code-waits");
    const old = await server.codes();
    server.advance(600);
    await browser.submit(PAGE, { user_code: old.user_code });
    expect(server.refusedBy()).toBe("device.code-waits");
  });

  it("lets everybody together guess five times a minute, right codes not counted (RFC 8628 §5.1)", async () => {
    const server = await deviceServer();
    const guess = async (user_code: string) => {
      const browser = server.browser();
      await browser.open(PAGE);
      const { status } = await browser.submit(PAGE, { user_code });
      return [status, server.refusedBy()];
    };
    for (let right = 0; right < 6; right += 1) {
      expect(await guess((await server.codes()).user_code)).toEqual([303, "none"]);
    }
    for (const letter of "BCDFG") {
      expect(await guess(letter.repeat(8))).toEqual([400, "device.code-known"]);
    }
    const { user_code } = await server.codes();
    expect(await guess(user_code)).toEqual([429, "device.attempts"]);
    server.advance(61);
    expect(await guess(user_code)).toEqual([303, "none"]);
  });

  it("lets many guesses at the same time gain nothing (RFC 8628 §5.1)", async () => {
    const server = await deviceServer();
    const browser = server.browser();
    await browser.open(PAGE);
    const guesses = Array.from({ length: 20 }, () => browser.submit(PAGE, { user_code: "B" }));
    expect(statusesOf(await Promise.all(guesses))).toEqual([
      ...Array.from({ length: 5 }, () => 400),
      ...Array.from({ length: 15 }, () => 429),
    ]);
  });
});

describe("the consent page, for a device", () => {
  it("names the client and the code, and warns of codes that came from others (RFC 8628 §5.4)", async () => {
    const server = await deviceServer();
    const { user_code } = await server.codes();
    const { browser, consent } = await consenting(server, user_code);
    const html = await (await browser.open(consent)).text();
    expect(html).toContain(
      "You are signed in as Alice Liddell. <bdi>Frame</bdi> would be able to:",
    );
    expect(html).toContain(`shows the code <code>${user_code}</code>.`);
    expect(html).toContain("If somebody sent you the code, choose Deny");
    expect(html).not.toContain("registered itself");
  });

  it("sends the user back to the device, and nothing through the browser (RFC 8628 §3.3)", async () => {
    const server = await deviceServer();
    const { user_code, device_code } = await server.codes();
    const response = await deciding(server, user_code);
    const html = await response.text();
    expect([response.status, response.headers.get("Location")]).toEqual([200, null]);
    expect(html).toContain("go back to it");
    expect(html).not.toContain(device_code);
    const { access_token, scope } = await tokensOf(await server.poll(device_code));
    expect([decodeJwt(access_token).sub, scope]).toEqual([
      ALICE.subject,
      "photos.read photos.write",
    ]);
  });

  it("takes one answer for a code, whoever typed it (RFC 8628 §5.5)", async () => {
    const server = await deviceServer();
    const { user_code, device_code } = await server.codes();
    const [one, other] = [await consenting(server, user_code), await consenting(server, user_code)];
    await one.browser.submit(one.consent, { decision: "deny" });
    const late = await other.browser.submit(other.consent, { decision: "allow" });
    expect([late.status, server.refusedBy()]).toEqual([400, "consent.open"]);
    expect(await server.told(device_code)).toEqual(["access_denied", "token.device-not-denied"]);
  });

  it("takes one of two answers that come at the same time", async () => {
    const server = await deviceServer();
    const { user_code } = await server.codes();
    const both = [await consenting(server, user_code), await consenting(server, user_code)];
    const answers = await Promise.all(
      both.map(({ browser, consent }) => browser.submit(consent, { decision: "allow" })),
    );
    expect(statusesOf(answers)).toEqual([200, 400]);
    expect(await server.config.store.list("grant")).toHaveLength(1);
  });

  it("is too late once the code has expired (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { user_code } = await server.codes();
    server.advance(300);
    const { browser, consent } = await consenting(server, user_code);
    server.advance(300);
    const response = await browser.submit(consent, { decision: "allow" });
    expect([response.status, server.refusedBy()]).toEqual([400, "consent.open"]);
    expect(await response.text()).toContain("Nobody waits for this answer");
  });
});
