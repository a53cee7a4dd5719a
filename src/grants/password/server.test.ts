import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import {
  ALICE,
  CONFIDENTIAL,
  type Fields,
  PUBLIC,
  testServer,
  tokensOf,
} from "../../authorization-server/testing.ts";
import { grantServers } from "../servers.ts";

const LEGACY = { ...CONFIDENTIAL, grantTypes: ["password", "refresh_token"] };
const fresh = (passwordGrant = true) =>
  testServer(grantServers, { clients: [LEGACY, PUBLIC], policy: { passwordGrant } });
const server = await fresh();

const fieldsOf = (change: Fields = {}): Fields => ({
  grant_type: "password",
  username: ALICE.username,
  password: ALICE.password,
  ...change,
});
const ask = (change: Fields = {}, at = server) => at.post("/token", fieldsOf(change));

const WRONG = {
  error: "invalid_grant",
  error_description: "The grant is invalid, expired, revoked or was issued otherwise",
};

describe("the password grant", () => {
  it("is off unless the operator switches it on, and then no server mentions it (RFC 9700 §2.4)", async () => {
    const off = await testServer(grantServers, { clients: [LEGACY] });
    const response = await ask({}, off);
    expect([response.status, await response.json(), off.refusedBy()]).toEqual([
      400,
      { error: "unsupported_grant_type", error_description: "The grant type is not supported" },
      "token.grant-type-supported",
    ]);
    const metadata = await off.get("/.well-known/oauth-authorization-server");
    const { grant_types_supported: offered } = await metadata.json();
    expect(offered).not.toContain("password");
  });

  it("gives tokens for the user whose name and password it carries (RFC 6749 §4.3.3)", async () => {
    const response = await ask({ scope: "photos.read" });
    expect(response.status).toBe(200);
    const tokens = await tokensOf(response);
    expect([Object.keys(tokens), tokens.scope]).toEqual([
      ["access_token", "token_type", "expires_in", "scope", "refresh_token"],
      "photos.read",
    ]);
    expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: "alice-1", client_id: "print" });
  });

  it("is for clients that are registered for it (RFC 6749 §5.2)", async () => {
    await server.post("/token", fieldsOf({ client_id: PUBLIC.clientId }), {});
    expect(server.refusedBy()).toBe("token.grant-type-allowed");
  });

  it("requires a confidential client to authenticate (RFC 6749 §4.3.2)", async () => {
    await server.post("/token", fieldsOf({ client_id: LEGACY.clientId }), {});
    expect(server.refusedBy()).toBe("token.client-authenticated");
  });

  it.each([
    ["username", "token.username-present"],
    ["password", "token.password-present"],
  ])("requires the %s (RFC 6749 §4.3.2)", async (name, check) => {
    const response = await ask({ [name]: undefined });
    expect([await response.json(), server.refusedBy()]).toEqual([
      { error: "invalid_request", error_description: `${name} is missing` },
      check,
    ]);
  });

  it("keeps to the scope of the client (RFC 6749 §3.3)", async () => {
    await ask({ scope: "photos.read jobs.read" });
    expect(server.refusedBy()).toBe("token.scope-allowed");
    expect((await tokensOf(await ask())).scope).toBe("photos.read photos.write");
  });

  it.each([
    ["password", { password: "guess" }],
    ["name", { username: "carol" }],
  ])("answers a wrong %s as it answers the other (RFC 6749 §5.2)", async (_, change) => {
    const own = await fresh();
    const response = await ask(change, own);
    expect([response.status, await response.json(), own.refusedBy()]).toEqual([
      400,
      WRONG,
      "token.password",
    ]);
  });

  it("lets a name rest for five minutes after five wrong passwords (RFC 6749 §4.3.2)", async () => {
    const own = await fresh();
    for (const guess of ["a", "b", "c", "d", "e"]) await ask({ password: guess }, own);
    expect(own.refusedBy()).toBe("token.password");
    const response = await ask({}, own);
    expect([await response.json(), own.refusedBy()]).toEqual([WRONG, "token.password-guesses"]);
    expect((await ask({ username: "bob", password: "builder" }, own)).status).toBe(200);
    own.advance(299);
    await ask({}, own);
    expect(own.refusedBy()).toBe("token.password-guesses");
    own.advance(1);
    expect((await ask({}, own)).status).toBe(200);
  });

  it("looks at five of two hundred wrong passwords that come at once (RFC 6749 §4.3.2)", async () => {
    const refusers: string[] = [];
    const own = await testServer(grantServers, {
      clients: [LEGACY],
      policy: { passwordGrant: true },
      report: (results) => {
        refusers.push(results.find(({ outcome }) => outcome === "failed")?.id ?? "none");
      },
    });
    await Promise.all(Array.from({ length: 200 }, (_, n) => ask({ password: `${n}` }, own)));
    const looked = refusers.filter((id) => id === "token.password");
    const turned = refusers.filter((id) => id === "token.password-guesses");
    expect([looked.length, turned.length]).toEqual([5, 195]);
  });

  it("does not count a right password", async () => {
    const own = await fresh();
    for (const _ of [1, 2, 3, 4, 5, 6]) expect((await ask({}, own)).status).toBe(200);
    for (const guess of ["a", "b", "c", "d"]) await ask({ password: guess }, own);
    expect((await ask({}, own)).status).toBe(200);
  });

  it("counts anew when the wrong passwords are long ago", async () => {
    const own = await fresh();
    for (const guess of ["a", "b", "c", "d"]) await ask({ password: guess }, own);
    own.advance(300);
    for (const guess of ["e", "f"]) await ask({ password: guess }, own);
    expect((await ask({}, own)).status).toBe(200);
  });

  it("keeps no account of names that nobody has", async () => {
    const own = await fresh();
    for (const username of ["carol", "dave"]) await ask({ username }, own);
    expect(await own.config.store.list("password_guess")).toEqual([]);
  });
});
