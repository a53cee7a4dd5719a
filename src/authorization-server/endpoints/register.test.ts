import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import { asking, BOB, CALLBACK, ISSUER, NOW, redeeming, testServer } from "../testing.ts";

const server = await testServer(grantServers);

const { register } = server;
const TOKEN = expect.stringMatching(/^[\w-]{43}$/);

describe("registration", () => {
  it("answers 201 with the client's id, secret and all it registered (RFC 7591 §3.2.1)", async () => {
    const response = await register({ redirect_uris: [CALLBACK] });
    expect([
      response.status,
      response.headers.get("Content-Type"),
      response.headers.get("Cache-Control"),
      response.headers.get("Pragma"),
    ]).toEqual([201, "application/json", "no-store", "no-cache"]);
    expect(await response.json()).toEqual({
      client_id: TOKEN,
      client_id_issued_at: NOW,
      client_secret: TOKEN,
      client_secret_expires_at: 0,
      client_name: expect.stringMatching(/^Client [\w-]{8}$/),
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: "client_secret_basic",
      grant_types: ["authorization_code"],
      response_types: ["code"],
      scope: "photos.read photos.write",
    });
    expect(server.checks().map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
      "register.well-formed: passed",
      "register.metadata: passed",
      "register.redirect-uris: passed",
      "register.supported: passed",
      "register.consistent: passed",
      "register.credentials: passed",
    ]);
  });

  it("is as loose as the server is told to be: what one endpoint lets pass is left to the next", async () => {
    const job = {
      token_endpoint_auth_method: "none",
      grant_types: ["client_credentials"],
      response_types: [],
    };
    const without = new Set(["register.credentials"]);
    const loose = await testServer(grantServers, { without });
    expect([(await register(job)).status, server.refusedBy()]).toEqual([
      400,
      "register.credentials",
    ]);
    const response = await loose.register(job);
    expect([response.status, loose.refusedBy()]).toEqual([201, "none"]);
  });

  it("gives a public client no secret, and ignores what it does not know (RFC 7591 §2)", async () => {
    const response = await register({
      redirect_uris: ["http://127.0.0.1/cb", "com.example.app:/cb"],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      client_name: "Ünïcode <b>",
      scope: "photos.read",
      software_id: "x",
      client_id: "mine",
      client_secret: "mine",
      __proto__: { redirect_uris: [] },
    });
    expect([response.status, await response.json()]).toEqual([
      201,
      {
        client_id: TOKEN,
        client_id_issued_at: NOW,
        client_name: "Ünïcode <b>",
        redirect_uris: ["http://127.0.0.1/cb", "com.example.app:/cb"],
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
        scope: "photos.read",
      },
    ]);
  });

  it("makes a client whose secret authenticates it from then on (RFC 7591 §3.2.1)", async () => {
    const registered = await (
      await register({
        redirect_uris: [CALLBACK],
        token_endpoint_auth_method: "client_secret_post",
      })
    ).json();
    const { client_id, client_secret } = registered;
    const back = await server.browser().walk(asking({ client_id }), BOB);
    const code = back.searchParams.get("code") ?? "";
    const redeemed = await server.post("/token", redeeming(code, { client_id, client_secret }), {});
    expect([redeemed.status, server.refusedBy()]).toEqual([200, "none"]);
    expect(Object.keys(await redeemed.json())).not.toContain("refresh_token");
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["an array", "[]"],
    ["null", "null"],
    ["a number", "1"],
    ["a form", "redirect_uris=x"],
  ])("refuses %s (RFC 7591 §3.2.2)", async (_, body) => {
    const response = await register(body);
    expect([response.status, await response.json()]).toEqual([
      400,
      {
        error: "invalid_client_metadata",
        error_description: "The body is not a JSON object of client metadata",
      },
    ]);
    expect(server.refusedBy()).toBe("register.well-formed");
  });

  it("refuses JSON of another media type (RFC 7591 §3.1)", async () => {
    const body = JSON.stringify({ redirect_uris: [CALLBACK] });
    const response = await server.fetch(
      new Request(`${ISSUER}/register`, { method: "POST", body }),
    );
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      {
        error: "invalid_client_metadata",
        error_description: "The body must be application/json",
      },
      "register.well-formed",
    ]);
  });

  it.each([
    ["redirect_uris", { redirect_uris: CALLBACK }],
    ["redirect_uris.1", { redirect_uris: [CALLBACK, 1] }],
    ["redirect_uris.0", { redirect_uris: [`https://c.example/${"x".repeat(200)}`] }],
    ["redirect_uris", { redirect_uris: Array.from({ length: 21 }, () => CALLBACK) }],
    ["token_endpoint_auth_method", { token_endpoint_auth_method: "client_secret_jwt" }],
    ["grant_types", { grant_types: "authorization_code" }],
    ["response_types", { response_types: { code: true } }],
    ["client_name", { client_name: "a\u0000b" }],
    ["client_name", { client_name: "" }],
    ["scope", { scope: ["photos.read"] }],
  ])("refuses a %s of the wrong type (RFC 7591 §2)", async (member, change) => {
    const response = await register({ redirect_uris: [CALLBACK], ...change });
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      { error: "invalid_client_metadata", error_description: `${member} is not valid` },
      "register.metadata",
    ]);
  });

  it.each([
    ["none", undefined, "A client that is answered by redirect needs redirect_uris"],
    ["an empty list", [], "A client that is answered by redirect needs redirect_uris"],
    ["a relative one", ["/cb"], "A redirect URI is not an absolute URI"],
    ["one with a fragment", [`${CALLBACK}#x`], "A redirect URI has a fragment"],
    [
      "plain http",
      [CALLBACK, "http://c.example/cb"],
      "A redirect URI uses http, which is for loopback only",
    ],
    ["a script", ["javascript:alert(1)"], "A redirect URI has a scheme that is not allowed"],
    [
      "a line break",
      ["https://c.example/\r\nSet-Cookie: a=b"],
      "A redirect URI is not an absolute URI",
    ],
    ["a letter beyond ASCII", ["https://c.example/ü"], "A redirect URI is not an absolute URI"],
  ])("refuses redirect URIs: %s (RFC 7591 §5, RFC 9700 §2.6)", async (_, redirect_uris, why) => {
    const response = await register({ redirect_uris });
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      { error: "invalid_redirect_uri", error_description: why },
      "register.redirect-uris",
    ]);
  });

  it.each([
    [{ grant_types: ["password"] }, "grant_types"],
    [{ grant_types: ["authorization_code", "__proto__"] }, "grant_types"],
    [{ response_types: ["constructor"] }, "response_types"],
    [{ scope: "photos.read admin" }, "scope"],
    [{ scope: "photos.read  photos.write" }, "scope"],
  ])("refuses what the server does not support: %j (RFC 7591 §3.2.2)", async (change, member) => {
    const response = await register({ redirect_uris: [CALLBACK], ...change });
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      400,
      {
        error: "invalid_client_metadata",
        error_description: expect.stringMatching(new RegExp(`^${member} may be of [\\w.,:\\- ]+$`)),
      },
      "register.supported",
    ]);
  });

  it.each([[{ grant_types: ["refresh_token"] }], [{ response_types: [] }]])(
    "refuses a client that could ask for a code but not redeem it, or the reverse: %j (RFC 7591 §2.1)",
    async (change) => {
      const response = await register({ redirect_uris: [CALLBACK], ...change });
      expect([response.status, await response.json(), server.refusedBy()]).toEqual([
        400,
        {
          error: "invalid_client_metadata",
          error_description:
            "The response type code and the grant type authorization_code need each other",
        },
        "register.consistent",
      ]);
    },
  );
});
