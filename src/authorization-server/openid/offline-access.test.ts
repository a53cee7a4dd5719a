import { describe, expect, it } from "vitest";
import { ISSUER, NOW } from "../testing.ts";
import {
  authOf,
  openIdServer,
  signedIn,
  SIGNING_IN,
  signingIn,
  tokensOf,
  verified,
} from "./signing-in.fixture.ts";

const OFFLINE = { scope: "openid offline_access photos.read", prompt: "consent" };

function refresh(token = "", fields: Readonly<Record<string, string>> = {}) {
  return { grant_type: "refresh_token", refresh_token: token, ...fields };
}

describe("access when the user is away", () => {
  it("is granted when it was asked for and the user is asked (OpenID Connect Core §11)", async () => {
    const tokens = await signedIn(await openIdServer(), OFFLINE);
    expect([tokens.scope, typeof tokens.refresh_token]).toEqual([OFFLINE.scope, "string"]);
  });

  it("is passed over without prompt=consent (OpenID Connect Core §11)", async () => {
    const tokens = await signedIn(await openIdServer(), { ...OFFLINE, prompt: undefined });
    expect([tokens.scope, tokens.refresh_token]).toEqual(["openid photos.read", undefined]);
  });

  it("does not come with a sign-in that did not ask for it", async () => {
    const tokens = await signedIn(await openIdServer(), { scope: "openid photos.read" });
    expect(tokens.refresh_token).toBe(undefined);
  });

  it("comes as ever where no sign-in was asked for (RFC 6749 §1.5)", async () => {
    const tokens = await signedIn(await openIdServer(), { scope: "photos.read" });
    expect(typeof tokens.refresh_token).toBe("string");
  });

  it("cannot be asked for by itself: a scope that is nothing else is none", async () => {
    const server = await openIdServer();
    const back = await server.browser().begin(signingIn({ scope: "offline_access" }));
    expect(back.searchParams.get("error")).toBe("invalid_scope");
    expect(server.refusedBy()).toBe("authorize.scope");
  });
});

describe("an ID token of a refresh", () => {
  it("is for the same user and client, new, and of the same sign-in, without its nonce (OpenID Connect Core §12.2)", async () => {
    const server = await openIdServer();
    const first = await signedIn(server, OFFLINE);
    server.advance(3600);
    const answer = await server.post("/token", refresh(first.refresh_token), authOf(SIGNING_IN));
    const { claims } = await verified(server, (await tokensOf(answer)).id_token);
    expect(claims).toEqual({
      iss: ISSUER,
      sub: "alice-1",
      aud: "album",
      iat: NOW + 3600,
      exp: NOW + 4200,
      auth_time: NOW,
      at_hash: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  it("does not come when the scope was narrowed to what is no sign-in", async () => {
    const server = await openIdServer();
    const first = await signedIn(server, OFFLINE);
    const fields = refresh(first.refresh_token, { scope: "photos.read" });
    const tokens = await tokensOf(await server.post("/token", fields, authOf(SIGNING_IN)));
    expect([tokens.scope, tokens.id_token]).toEqual(["photos.read", undefined]);
    const again = refresh(tokens.refresh_token);
    const later = await tokensOf(await server.post("/token", again, authOf(SIGNING_IN)));
    expect([later.scope, typeof later.id_token]).toEqual([OFFLINE.scope, "string"]);
  });
});
