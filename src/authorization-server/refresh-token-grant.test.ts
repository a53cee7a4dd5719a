import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { grantServers } from "../grants/servers.ts";
import type { Client } from "./ports.ts";
import {
  ALICE,
  asking,
  BASIC,
  CONFIDENTIAL,
  type Fields,
  PUBLIC,
  redeeming,
  testServer,
  type TestServer,
  type Tokens,
  tokensOf,
} from "./testing.ts";

const INVALID = {
  error: "invalid_grant",
  error_description: "The grant is invalid, expired, revoked or was issued otherwise",
};
const BOTH = { scope: "photos.read photos.write" };
const DAY = 24 * 3600;

const fresh = () => testServer(grantServers);
const refresh = (server: TestServer, refresh_token: string, fields: Fields = {}, headers = BASIC) =>
  server.post("/token", { grant_type: "refresh_token", refresh_token, ...fields }, headers);

async function refreshed(server: TestServer, token: string, fields: Fields = {}): Promise<Tokens> {
  return tokensOf(await refresh(server, token, fields));
}

async function active(server: TestServer, token: string): Promise<unknown> {
  const { active } = await (await server.post("/introspect", { token })).json();
  return active;
}

describe("a refresh token", () => {
  it("gives another access token and is replaced (RFC 6749 §6, RFC 9700 §4.14.2)", async () => {
    const server = await fresh();
    const first = await server.tokens();
    const response = await refresh(server, first.refresh_token);
    const second = await response.json();
    expect([response.status, server.refusedBy(), second]).toEqual([
      200,
      "none",
      {
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        token_type: "Bearer",
        expires_in: 900,
        scope: "photos.read",
        refresh_token: expect.stringMatching(/^[\w-]{43}$/),
      },
    ]);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(decodeJwt(second.access_token).sub).toBe("alice-1");
    expect(
      server
        .checks()
        .slice(7)
        .map(({ id }) => id),
    ).toEqual([
      "token.refresh-present",
      "token.refresh-known",
      "token.refresh-client",
      "token.refresh-fresh",
      "token.refresh-idle",
      "token.grant-live",
      "token.scope-not-widened",
      "token.refresh-unspent",
    ]);
  });

  it("that comes a second time revokes everything of its grant (RFC 9700 §4.14.2)", async () => {
    const server = await fresh();
    const first = await server.tokens();
    const second = await refreshed(server, first.refresh_token);
    const replayed = await refresh(server, first.refresh_token);
    expect([replayed.status, await replayed.json(), server.refusedBy()]).toEqual([
      400,
      INVALID,
      "token.refresh-unspent",
    ]);
    expect((await refresh(server, second.refresh_token)).status).toBe(400);
    expect(server.refusedBy()).toBe("token.grant-live");
    expect([
      await active(server, first.access_token),
      await active(server, second.access_token),
      await active(server, second.refresh_token),
    ]).toEqual([false, false, false]);
  });

  it("revokes everything also when it comes back after it would have lain idle (RFC 9700 §4.14.2)", async () => {
    const server = await fresh();
    const first = await server.tokens();
    server.advance(20 * DAY);
    const second = await refreshed(server, first.refresh_token);
    server.advance(20 * DAY);
    const replayed = await refresh(server, first.refresh_token);
    expect([replayed.status, server.refusedBy()]).toEqual([400, "token.refresh-unspent"]);
    expect((await refresh(server, second.refresh_token)).status).toBe(400);
    expect(server.refusedBy()).toBe("token.grant-live");
  });

  it("revokes everything also when it asks for more (RFC 9700 §4.14.2)", async () => {
    const server = await fresh();
    const first = await server.tokens();
    const second = await refreshed(server, first.refresh_token);
    const replayed = await refresh(server, first.refresh_token, BOTH);
    expect([replayed.status, await replayed.json(), server.refusedBy()]).toEqual([
      400,
      INVALID,
      "token.refresh-unspent",
    ]);
    expect(await active(server, second.access_token)).toBe(false);
  });

  it("revokes no other grant, though of the same user and client", async () => {
    const server = await fresh();
    const [one, other] = [await server.tokens(), await server.tokens()];
    await refresh(server, one.refresh_token);
    await refresh(server, one.refresh_token);
    expect(await active(server, other.access_token)).toBe(true);
    expect((await refresh(server, other.refresh_token)).status).toBe(200);
  });

  it("is of use once of 16 uses that race, and the rest revoke it (RFC 9700 §4.14.2)", async () => {
    const server = await fresh();
    const { refresh_token: token } = await server.tokens();
    const answers = await Promise.all(Array.from({ length: 16 }, () => refresh(server, token)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 15 }, () => 400),
    ]);
    const won: Tokens = await answers.find(({ status }) => status === 200)?.json();
    expect(await active(server, won.access_token)).toBe(false);
  });

  it("of another client is refused and not spent (RFC 6749 §6)", async () => {
    const server = await fresh();
    const { refresh_token: token } = await server.tokens();
    const response = await refresh(server, token, { client_id: PUBLIC.clientId }, {});
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      INVALID,
      "token.refresh-client",
    ]);
    expect((await refresh(server, token)).status).toBe(200);
  });

  it.each(["unknown", "__proto__", "x".repeat(10_000)])(
    "that nobody issued is refused (RFC 6749 §5.2)",
    async (token) => {
      const server = await fresh();
      const response = await refresh(server, token);
      expect([response.status, await response.json(), server.refusedBy()]).toEqual([
        400,
        INVALID,
        "token.refresh-known",
      ]);
    },
  );

  it("has to be there (RFC 6749 §6)", async () => {
    const server = await fresh();
    const response = await refresh(server, "");
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      { error: "invalid_request", error_description: "refresh_token is missing" },
      "token.refresh-present",
    ]);
  });

  it("is none if it is an access token or a code", async () => {
    const server = await fresh();
    const { access_token: token } = await server.tokens();
    for (const other of [token, await server.code()]) {
      await refresh(server, other);
      expect(server.refusedBy()).toBe("token.refresh-known");
    }
  });

  it("of a public client is rotated as well (RFC 9700 §2.2.2)", async () => {
    const server = await fresh();
    const client_id = PUBLIC.clientId;
    const back = await server.browser().walk(asking({ client_id }), ALICE);
    const code = back.searchParams.get("code") ?? "";
    const first = await tokensOf(await server.post("/token", redeeming(code, { client_id }), {}));
    expect((await refresh(server, first.refresh_token, { client_id }, {})).status).toBe(200);
    expect((await refresh(server, first.refresh_token, { client_id }, {})).status).toBe(400);
    expect(server.refusedBy()).toBe("token.refresh-unspent");
  });
});

describe("the scope of a refresh", () => {
  it("may be narrowed, for the access token only (RFC 6749 §6)", async () => {
    const server = await fresh();
    const first = await server.tokens(BOTH);
    const narrow = await refreshed(server, first.refresh_token, { scope: "photos.read" });
    expect([narrow.scope, decodeJwt(narrow.access_token)["scope"]]).toEqual([
      "photos.read",
      "photos.read",
    ]);
    const whole = await refreshed(server, narrow.refresh_token);
    expect([whole.scope, decodeJwt(whole.access_token)["scope"]]).toEqual([BOTH.scope, BOTH.scope]);
  });

  it.each(["photos.read photos.write", "admin", "photos.read  photos.read", "Photos.read"])(
    "is not widened: %s (RFC 6749 §6)",
    async (scope) => {
      const server = await fresh();
      const first = await server.tokens();
      const response = await refresh(server, first.refresh_token, { scope });
      expect([response.status, await response.json(), server.refusedBy()]).toEqual([
        400,
        { error: "invalid_scope", error_description: "The scope exceeds what was granted" },
        "token.scope-not-widened",
      ]);
      expect((await refresh(server, first.refresh_token)).status).toBe(200);
    },
  );
});

describe("the lifetime of a refresh token", () => {
  it("ends after thirty days without a use (RFC 9700 §4.14.2)", async () => {
    const server = await fresh();
    const [used, unused] = [await server.tokens(), await server.tokens()];
    server.advance(30 * DAY - 1);
    expect((await refresh(server, used.refresh_token)).status).toBe(200);
    server.advance(1);
    const response = await refresh(server, unused.refresh_token);
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      INVALID,
      "token.refresh-idle",
    ]);
  });

  it("ends after ninety days, however often it is used and replaced (RFC 10017 §6.3.2.3)", async () => {
    const server = await fresh();
    let { refresh_token: token } = await server.tokens();
    for (const days of [29, 29, 29]) {
      server.advance(days * DAY);
      token = (await refreshed(server, token)).refresh_token;
    }
    server.advance(3 * DAY);
    const response = await refresh(server, token);
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      INVALID,
      "token.refresh-fresh",
    ]);
  });

  it("is the operator’s choice, both ends of it", async () => {
    const policy = { refreshTokenLifetime: 100, refreshTokenIdleLifetime: 60 };
    const server = await testServer(grantServers, { policy });
    const first = await server.tokens();
    server.advance(59);
    const second = await refreshed(server, first.refresh_token);
    server.advance(41);
    await refresh(server, second.refresh_token);
    expect(server.refusedBy()).toBe("token.refresh-fresh");
  });
});

describe("a refresh token of a client that keeps it", () => {
  const keeping = (client: Client) =>
    testServer(grantServers, { clients: [{ ...client, refreshTokens: "keep" }] });

  it("is bound to the client, and is used again and again (RFC 6749 §6, RFC 9700 §4.14.2)", async () => {
    const server = await keeping(CONFIDENTIAL);
    const first = await server.tokens();
    for (const _ of [1, 2]) {
      const response = await refresh(server, first.refresh_token);
      expect([response.status, await response.json()]).toEqual([
        200,
        {
          access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
          token_type: "Bearer",
          expires_in: 900,
          scope: "photos.read",
        },
      ]);
    }
    expect(server.checks().map(({ id }) => id)).not.toContain("token.refresh-unspent");
    expect(await active(server, first.refresh_token)).toBe(true);
  });

  it("is kept alive by its uses, and only until its family ends", async () => {
    const server = await keeping(CONFIDENTIAL);
    const { refresh_token: token } = await server.tokens();
    for (const days of [29, 29, 29]) {
      server.advance(days * DAY);
      expect((await refresh(server, token)).status).toBe(200);
    }
    server.advance(3 * DAY);
    await refresh(server, token);
    expect(server.refusedBy()).toBe("token.refresh-fresh");
  });

  it("ends when it is not used", async () => {
    const server = await keeping(CONFIDENTIAL);
    const { refresh_token: token } = await server.tokens();
    server.advance(30 * DAY);
    await refresh(server, token);
    expect(server.refusedBy()).toBe("token.refresh-idle");
    expect(await active(server, token)).toBe(false);
  });

  it("is refused where it was used before the operator had it kept (RFC 9700 §4.14.2)", async () => {
    const before = await fresh();
    const first = await before.tokens();
    await refresh(before, first.refresh_token);
    const server = await testServer(grantServers, {
      store: before.config.store,
      clients: [{ ...CONFIDENTIAL, refreshTokens: "keep" }],
    });
    await refresh(server, first.refresh_token);
    expect(server.refusedBy()).toBe("token.refresh-unspent");
  });

  it("is replaced all the same where the client is public (RFC 9700 §2.2.2)", async () => {
    const server = await keeping(PUBLIC);
    const client_id = PUBLIC.clientId;
    const back = await server.browser().walk(asking({ client_id }), ALICE);
    const code = back.searchParams.get("code") ?? "";
    const first = await tokensOf(await server.post("/token", redeeming(code, { client_id }), {}));
    await refresh(server, first.refresh_token, { client_id }, {});
    await refresh(server, first.refresh_token, { client_id }, {});
    expect(server.refusedBy()).toBe("token.refresh-unspent");
  });
});
