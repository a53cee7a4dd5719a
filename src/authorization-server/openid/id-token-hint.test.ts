import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { ALICE, BOB, type Fields, ISSUER, redeeming, type TestServer } from "../testing.ts";
import { locationOf } from "../testing-browser.ts";
import {
  authOf,
  openIdServer,
  type SignedIn,
  SIGNING_IN,
  signingIn,
  tokensOf,
  WITH_RSA,
} from "./signing-in.fixture.ts";

/** A browser in which this person signed in, and the tokens that came of it. */
async function known(server: TestServer, person = ALICE, client = SIGNING_IN) {
  const browser = server.browser();
  const back = await browser.walk(signingIn({ client_id: client.clientId }), person);
  const code = back.searchParams.get("code") ?? "";
  const tokens: SignedIn = await tokensOf(
    await server.post("/token", redeeming(code), authOf(client)),
  );
  return { browser, tokens, hint: tokens.id_token ?? "" };
}

const hinting = (id_token_hint: string, change: Fields = {}) =>
  signingIn({ id_token_hint, ...change });

const answerOf = (url: URL) =>
  url.searchParams.get("error") ?? [...url.searchParams.keys()].join(" ");

describe("an ID token as a hint, without a page (OpenID Connect Core §3.1.2.1)", () => {
  it("is answered about its user, though it has expired", async () => {
    const server = await openIdServer();
    const { browser, hint } = await known(server);
    server.advance(3600);
    const back = await browser.begin(hinting(hint, { prompt: "none" }));
    expect(answerOf(back)).toBe("code state iss");
  });

  it("may be signed with RS256", async () => {
    const server = await openIdServer();
    const { browser, hint } = await known(server, ALICE, WITH_RSA);
    const change = { prompt: "none", client_id: WITH_RSA.clientId };
    expect(answerOf(await browser.begin(hinting(hint, change)))).toBe("code state iss");
  });

  it("is login_required where another user is signed in (§3.1.2.2)", async () => {
    const server = await openIdServer();
    const { hint } = await known(server, ALICE);
    const { browser } = await known(server, BOB);
    const back = await browser.begin(hinting(hint, { prompt: "none" }));
    expect(Object.fromEntries(back.searchParams)).toEqual({
      error: "login_required",
      error_description: "The user the hint names is not signed in",
      state: "s1",
      iss: ISSUER,
    });
  });
});

describe("an ID token as a hint, with pages (OpenID Connect Core §3.1.2.2)", () => {
  it("leads its user on to consent", async () => {
    const server = await openIdServer();
    const { browser, hint } = await known(server);
    expect((await browser.begin(hinting(hint))).pathname).toBe("/consent");
  });

  it("has another user sign in anew, and answers about its own user only", async () => {
    const server = await openIdServer();
    const { hint } = await known(server, ALICE);
    const { browser } = await known(server, BOB);
    const login = await browser.begin(hinting(hint));
    expect(login.pathname).toBe("/login");
    const { username, password } = ALICE;
    const consent = locationOf(await browser.submit(login, { username, password }));
    const back = locationOf(await browser.submit(consent, { decision: "allow" }));
    expect(answerOf(back)).toBe("code state iss");
  });

  it("answers nothing about somebody else who signs in", async () => {
    const server = await openIdServer();
    const { hint } = await known(server, ALICE);
    const browser = server.browser();
    const login = await browser.begin(hinting(hint));
    const { username, password } = BOB;
    const consent = locationOf(await browser.submit(login, { username, password }));
    expect((await browser.open(consent)).status).toBe(400);
    expect(server.refusedBy()).toBe("consent.expected-user");
    expect((await browser.submit(consent, { decision: "allow" })).status).toBe(400);
    expect(server.refusedBy()).toBe("consent.expected-user");
  });
});

describe("a hint that is no ID token of this server", () => {
  it("is refused (OpenID Connect Core §3.1.2.1)", async () => {
    const server = await openIdServer();
    const { browser, tokens } = await known(server);
    const { privateKey, kid } = server.config.keys;
    const ofAnother = await new SignJWT({ sub: "alice-1", aud: "album" })
      .setProtectedHeader({ alg: "ES256", kid })
      .setIssuer("https://evil.example")
      .setExpirationTime(1)
      .sign(privateKey);
    const unsigned = `${btoa('{"alg":"none"}').replaceAll("=", "")}.${tokens.id_token?.split(".")[1]}.`;
    for (const hint of ["x", tokens.access_token, ofAnother, unsigned]) {
      const back = await browser.begin(hinting(hint));
      expect([answerOf(back), server.refusedBy()]).toEqual([
        "invalid_request",
        "authorize.id-token-hint",
      ]);
    }
  });

  it("is passed over where no sign-in is asked for", async () => {
    const server = await openIdServer();
    const { browser } = await known(server);
    const to = await browser.begin(hinting("x", { scope: "photos.read" }));
    expect(to.pathname).toBe("/consent");
  });
});
