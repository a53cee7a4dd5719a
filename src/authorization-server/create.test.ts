import { describe, expect, it } from "vitest";
import { grantServers } from "../grants/servers.ts";
import { asking, ISSUER, testServer } from "./testing.ts";

const server = await testServer(grantServers);
const call = (path: string, method: string, init: RequestInit = {}) =>
  server.fetch(new Request(ISSUER + path, { method, ...init }));

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const PATHS = [
  "/authorize",
  "/login",
  "/consent",
  "/token",
  "/introspect",
  "/revoke",
  "/register",
  "/jwks",
  "/.well-known/oauth-authorization-server",
];

describe("methods", () => {
  it.each([
    ["/authorize", "GET, HEAD, POST"],
    ["/login", "GET, HEAD, POST"],
    ["/consent", "GET, HEAD, POST"],
    ["/token", "POST, OPTIONS"],
    ["/introspect", "POST"],
    ["/revoke", "POST, OPTIONS"],
    ["/register", "POST, OPTIONS"],
    ["/jwks", "GET, HEAD, OPTIONS"],
    ["/.well-known/oauth-authorization-server", "GET, HEAD, OPTIONS"],
  ])(
    "of %s are %s; any other is refused with 405 and Allow (RFC 9110 §15.5.6)",
    async (path, allow) => {
      for (const method of ["PUT", "DELETE", "PATCH", "__proto__", "constructor"]) {
        const response = await call(path, method);
        expect([response.status, response.headers.get("Allow")]).toEqual([405, allow]);
      }
    },
  );

  it("refuses to hand out tokens for GET (RFC 6749 §3.2)", async () => {
    const response = await call("/token?grant_type=authorization_code&code=x", "GET");
    expect([response.status, response.headers.get("Allow"), await response.json()]).toEqual([
      405,
      "POST, OPTIONS",
      { error: "invalid_request", error_description: "This endpoint takes POST" },
    ]);
  });

  it("answers HEAD as GET, without the content (RFC 9110 §9.3.2)", async () => {
    const query = new URLSearchParams(asking());
    for (const path of ["/jwks", "/.well-known/oauth-authorization-server", "/login"]) {
      const [head, get] = [await call(path, "HEAD"), await call(path, "GET")];
      expect([head.status, [...head.headers], await head.text()]).toEqual([
        get.status,
        [...get.headers],
        "",
      ]);
    }
    const head = await call(`/authorize?${query}`, "HEAD");
    expect([head.status, head.headers.get("Location")]).toEqual([
      303,
      expect.stringMatching(/^https:\/\/auth\.example\/login\?interaction=[\w-]{43}$/),
    ]);
  });
});

describe("addresses", () => {
  it.each(["/", "/tokens", "/token/", "/Token", "//token", "/__proto__", "/.well-known/x"])(
    "%s is none: 404",
    async (path) => {
      const response = await call(path, "GET");
      expect([response.status, await response.json()]).toEqual([
        404,
        { error: "not_found", error_description: "No endpoint is here" },
      ]);
    },
  );

  it("lie below the issuer's path, the well-known one before it (RFC 8414 §3.1)", async () => {
    const tenant = await testServer(grantServers, { issuer: `${ISSUER}/tenant` });
    const at = async (path: string) => (await tenant.fetch(new Request(ISSUER + path))).status;
    expect(await at("/.well-known/oauth-authorization-server/tenant")).toBe(200);
    expect(await at("/tenant/jwks")).toBe(200);
    expect(await at("/.well-known/oauth-authorization-server")).toBe(404);
    expect(await at("/tenant/.well-known/oauth-authorization-server")).toBe(404);
    expect([await at("/jwks"), await at("/tenantjwks"), await at("/tenant")]).toEqual([
      404, 404, 404,
    ]);
  });

  it("of the pages stay below the issuer's path, the cookie's too", async () => {
    const tenant = await testServer(grantServers, { issuer: `${ISSUER}/tenant` });
    const response = await tenant.get(`/authorize?${new URLSearchParams(asking())}`);
    expect(response.headers.get("Location")).toMatch(
      /^https:\/\/auth\.example\/tenant\/login\?interaction=/,
    );
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^session=[\w-]{43}; Path=\/tenant; Max-Age=28800; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ]);
  });
});

describe("scripts of other origins", () => {
  it.each(["/token", "/revoke", "/register"])(
    "may POST to %s, credentials in a header included (RFC 9700 §2.6)",
    async (path) => {
      const preflight = await call(path, "OPTIONS");
      expect([preflight.status, Object.fromEntries(preflight.headers)]).toEqual([
        204,
        {
          "access-control-allow-origin": "*",
          "access-control-allow-methods": "POST",
          "access-control-allow-headers": "Authorization, Content-Type, DPoP",
          "access-control-max-age": "600",
        },
      ]);
      const refused = await call(path, "POST");
      expect(refused.headers.get("Access-Control-Allow-Origin")).toBe("*");
    },
  );

  it.each(["/jwks", "/.well-known/oauth-authorization-server"])("may read %s", async (path) => {
    const response = await call(path, "GET");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  it("may read that a method is not allowed", async () => {
    const response = await call("/token", "DELETE");
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  it.each(["/authorize", "/login", "/consent", "/introspect"])(
    "may not read %s (RFC 9700 §2.6)",
    async (path) => {
      const origin = { Origin: "https://evil.example" };
      for (const method of ["GET", "POST", "OPTIONS"]) {
        const response = await call(path, method, { headers: origin });
        expect(response.headers.get("Access-Control-Allow-Origin")).toBe(null);
      }
      expect((await call(path, "OPTIONS")).status).toBe(405);
    },
  );
});

describe("bodies", () => {
  const posts = PATHS.slice(0, 7);
  const typeOf = (path: string) =>
    path === "/register" ? { "Content-Type": "application/json" } : FORM;

  /** A body without an end, and how much of it was taken. */
  function endless() {
    const taken = { bytes: 0, cancelled: false };
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        taken.bytes += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(97));
      },
      cancel() {
        taken.cancelled = true;
      },
    });
    const init: RequestInit & { duplex: "half" } = { body: stream, duplex: "half" };
    return { taken, init };
  }

  it.each(posts)("of %s are read up to 64 kB and no further: 413", async (path) => {
    const { taken, init } = endless();
    const response = await call(path, "POST", { ...init, headers: typeOf(path) });
    expect([response.status, taken.cancelled]).toEqual([413, true]);
    expect(taken.bytes).toBeLessThan(200_000);
    expect(server.refusedBy()).toMatch(/^\w+\.well-formed$/);
  });

  it.each(posts)("of a declared length over 64 kB are refused by %s unread: 413", async (path) => {
    const { taken, init } = endless();
    const headers = { ...typeOf(path), "Content-Length": "65537" };
    const response = await call(path, "POST", { ...init, headers });
    expect([response.status, taken.bytes <= 16_384]).toEqual([413, true]);
    expect(server.refusedBy()).toMatch(/^\w+\.well-formed$/);
  });

  it.each(["1", "x", "-1", ""])(
    "are measured though their length is declared as %j",
    async (length) => {
      const headers = { ...FORM, "Content-Length": length };
      const body = `a=${"x".repeat(65_536)}`;
      expect((await call("/token", "POST", { headers, body })).status).toBe(413);
      expect((await call("/token", "POST", { headers, body: body.slice(2) })).status).toBe(401);
    },
  );

  it.each(posts)("of another type are refused by %s unread", async (path) => {
    const { taken, init } = endless();
    const headers = { "Content-Type": "text/plain" };
    const response = await call(path, "POST", { ...init, headers });
    expect([response.status, taken.bytes <= 16_384]).toEqual([400, true]);
    expect(server.refusedBy()).toMatch(/^\w+\.well-formed$/);
  });

  it.each(posts)("without a type are refused by %s", async (path) => {
    const response = await call(path, "POST");
    expect(response.status).toBe(400);
    expect(server.refusedBy()).toMatch(/^\w+\.well-formed$/);
  });

  it.each(posts)("that are not UTF-8 are refused by %s", async (path) => {
    const body = new Uint8Array([0x61, 0x3d, 0xff]);
    const response = await call(path, "POST", { headers: typeOf(path), body });
    expect(response.status).toBe(400);
    expect(server.refusedBy()).toMatch(/^\w+\.well-formed$/);
  });

  it("may name a charset", async () => {
    const headers = { "Content-Type": "Application/X-WWW-Form-Urlencoded ; charset=UTF-8" };
    await call("/token", "POST", { headers, body: "grant_type=x" });
    expect(server.refusedBy()).toBe("token.client-authenticated");
  });

  it("are read whole where the platform has no Request.body", async () => {
    const request = new Request(`${ISSUER}/token`, {
      method: "POST",
      headers: FORM,
      body: "a=%zz",
    });
    await server.fetch(Object.defineProperty(request, "body", { value: undefined }));
    expect(server.refusedBy()).toBe("token.well-formed");
  });
});

it("reports its checks exactly once per request, in order, the unreached ones included", async () => {
  const before = server.reports();
  await server.post("/token", { grant_type: "authorization_code", code: "x" });
  expect(server.reports() - before).toBe(1);
  expect(server.checks().map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
    "token.well-formed: passed",
    "token.no-repeats: passed",
    "token.client-one-method: passed",
    "token.client-authenticated: passed",
    "token.grant-type-present: passed",
    "token.grant-type-supported: passed",
    "token.grant-type-allowed: passed",
    "token.code-present: passed",
    "token.code-known: failed",
    "token.code-client: not reached",
    "token.code-fresh: not reached",
    "token.redirect-uri: not reached",
    "token.pkce-expected: not reached",
    "token.grant-live: not reached",
    "token.code-unspent: not reached",
  ]);
});
