import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify } from "jose";
import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import {
  API,
  asking,
  BASIC,
  basic,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  NOW,
  POSTING,
  PUBLIC,
  redeeming,
  testServer,
  tokensOf,
} from "../testing.ts";

const odd = { ...CONFIDENTIAL, clientId: "odd: client+1", secret: "s%c:r+t ü" };
const codeOnly = { ...CONFIDENTIAL, clientId: "code-only", grantTypes: ["authorization_code"] };
const server = await testServer(grantServers, {
  clients: [CONFIDENTIAL, POSTING, PUBLIC, odd, codeOnly],
});

const CHALLENGE = 'Basic realm="authorization server", charset="UTF-8"';
const UNAUTHENTICATED = {
  error: "invalid_client",
  error_description: "Client authentication failed",
};
const SEVERAL = {
  error: "invalid_request",
  error_description: "The client authenticates in more than one way",
};

const invalidRequest = (error_description: string) => ({
  error: "invalid_request",
  error_description,
});

/** Status, body and the check that refused. */
async function outcome(response: Response) {
  const body: unknown = await response.json();
  return [response.status, body, server.refusedBy()];
}

describe("the answer of the token endpoint", () => {
  it("is a Bearer token no cache keeps (RFC 6749 §5.1)", async () => {
    const response = await server.post("/token", redeeming(await server.code()));
    expect(Object.fromEntries(response.headers)).toEqual({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "WWW-Authenticate",
      "cache-control": "no-store",
      "content-type": "application/json",
      pragma: "no-cache",
    });
    expect([response.status, await response.json(), server.refusedBy()]).toEqual([
      200,
      {
        access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
        token_type: "Bearer",
        expires_in: 900,
        scope: "photos.read",
        refresh_token: expect.stringMatching(/^[\w-]{43}$/),
      },
      "none",
    ]);
  });

  it("holds a JWT of the profile, signed with the published key (RFC 9068 §2)", async () => {
    const { access_token: token } = await server.tokens();
    expect(decodeProtectedHeader(token)).toEqual({
      alg: "ES256",
      typ: "at+jwt",
      kid: server.config.keys.kid,
    });
    expect(decodeJwt(token)).toEqual({
      iss: ISSUER,
      aud: API,
      sub: "alice-1",
      client_id: "print",
      iat: NOW,
      exp: NOW + 900,
      jti: expect.stringMatching(/^[\w-]{43}$/),
      scope: "photos.read",
    });
    const { keys } = await (await server.get("/jwks")).json();
    const key = await importJWK(keys[0], "ES256");
    const verified = await jwtVerify(token, key, { currentDate: new Date(NOW * 1000) });
    expect(verified.payload.sub).toBe("alice-1");
  });

  it("names every token once (RFC 9068 §2.2)", async () => {
    const [one, two] = [await server.tokens(), await server.tokens()];
    expect(decodeJwt(one.access_token).jti).not.toBe(decodeJwt(two.access_token).jti);
    expect(one.refresh_token).not.toBe(two.refresh_token);
  });

  it("holds a refresh token only for a client registered to use one", async () => {
    const code = await server.code({ client_id: codeOnly.clientId });
    const headers = basic(codeOnly.clientId, codeOnly.secret ?? "");
    const response = await server.post("/token", redeeming(code), headers);
    expect(Object.keys(await response.json())).toEqual([
      "access_token",
      "token_type",
      "expires_in",
      "scope",
    ]);
  });
});

describe("a client authenticates", () => {
  const redeem = async (clientId: string, fields: Fields, headers = {}) =>
    server.post("/token", redeeming(await server.code({ client_id: clientId }), fields), headers);

  it.each<[string, string, Fields, Readonly<Record<string, string>>]>([
    ["by HTTP Basic (RFC 6749 §2.3.1)", "print", {}, BASIC],
    ["by HTTP Basic, naming itself again in the body", "print", { client_id: "print" }, BASIC],
    [
      "by HTTP Basic, form-encoded (RFC 6749 §2.3.1)",
      odd.clientId,
      {},
      basic(odd.clientId, odd.secret),
    ],
    [
      "by a secret in the body (RFC 6749 §2.3.1)",
      "poster",
      { client_id: "poster", client_secret: "poster-secret" },
      {},
    ],
    ["by its name, as a public client (RFC 6749 §3.2.1)", "page", { client_id: "page" }, {}],
  ])("%s", async (_, clientId, fields, headers) => {
    expect((await redeem(clientId, fields, headers)).status).toBe(200);
    expect(server.refusedBy()).toBe("none");
  });

  it.each<[string, Fields, Readonly<Record<string, string>>]>([
    ["a wrong secret in the header", {}, basic("print", "wrong")],
    ["a secret that begins right", {}, basic("print", "print-secret-and-more")],
    ["an unknown client in the header", {}, basic("nobody", "print-secret")],
    ["a secret for a client that has none", {}, basic("page", "")],
    [
      "the header, of a client registered for the body (RFC 7591 §2)",
      {},
      basic("poster", "poster-secret"),
    ],
    ["a header of another scheme", {}, { Authorization: "Bearer print-secret" }],
    ["a header nobody can read", {}, { Authorization: "Basic %%%" }],
    ["a wrong secret in the body", { client_id: "poster", client_secret: "wrong" }, {}],
    [
      "the body, of a client registered for the header (RFC 7591 §2)",
      { client_id: "print", client_secret: "print-secret" },
      {},
    ],
    ["the name only of a client that has a secret", { client_id: "print" }, {}],
    ["an empty secret", { client_id: "poster", client_secret: "" }, {}],
    ["a name every object has", { client_id: "__proto__" }, {}],
    ["nothing at all", {}, {}],
  ])(
    "not with %s: 401 with a challenge (RFC 6749 §5.2, RFC 9110 §15.5.2)",
    async (_, fields, headers) => {
      const response = await server.post("/token", redeeming("x", fields), headers);
      expect(response.headers.get("WWW-Authenticate")).toBe(CHALLENGE);
      expect(await outcome(response)).toEqual([401, UNAUTHENTICATED, "token.client-authenticated"]);
    },
  );

  it.each<[string, Fields]>([
    ["the same secret", { client_secret: "print-secret" }],
    ["another secret", { client_secret: "x" }],
    ["another client", { client_id: "page" }],
  ])("not with a header and %s in the body (RFC 6749 §2.3)", async (_, fields) => {
    const response = await server.post("/token", redeeming("x", fields));
    expect(await outcome(response)).toEqual([400, SEVERAL, "token.client-one-method"]);
  });
});

describe("a token request", () => {
  const send = (body: string) =>
    server.fetch(
      new Request(`${ISSUER}/token`, {
        method: "POST",
        headers: { ...BASIC, "Content-Type": "application/x-www-form-urlencoded" },
        body,
      }),
    );

  it.each([
    ["grant_type=x&x=%zz", "The body is malformed"],
    ["grant_type=x&x=%ff", "The body is malformed"],
    ["grant_type=x&code=%00", "The body is malformed"],
    ["grant_type=x&co%0Ade=1", "The body is malformed"],
  ])("is refused when malformed: %s (RFC 6749 Appendix B)", async (body, description) => {
    expect(await outcome(await send(body))).toEqual([
      400,
      invalidRequest(description),
      "token.well-formed",
    ]);
  });

  it("is refused as JSON (RFC 6749 §4.1.3)", async () => {
    const response = await server.fetch(
      new Request(`${ISSUER}/token`, {
        method: "POST",
        headers: { ...BASIC, "Content-Type": "application/json" },
        body: JSON.stringify(redeeming("x")),
      }),
    );
    expect(await outcome(response)).toEqual([
      400,
      invalidRequest("The body must be application/x-www-form-urlencoded"),
      "token.well-formed",
    ]);
  });

  it.each(["grant_type", "code", "client_id", "unknown"])(
    "is refused with %s repeated (RFC 6749 §3.2)",
    async (name) => {
      expect(await outcome(await send(`grant_type=x&${name}=1&${name}=2`))).toEqual([
        400,
        invalidRequest("A parameter is repeated"),
        "token.no-repeats",
      ]);
    },
  );

  it.each(["", "grant_type="])(
    "is refused without a grant_type: %j (RFC 6749 §5.2)",
    async (body) => {
      expect(await outcome(await send(body))).toEqual([
        400,
        invalidRequest("grant_type is missing"),
        "token.grant-type-present",
      ]);
    },
  );

  it.each(["password", "implicit", "Authorization_code", "__proto__", "constructor", "toString"])(
    "is refused with the grant_type %s (RFC 6749 §5.2, RFC 9700 §2.4)",
    async (grantType) => {
      expect(await outcome(await send(`grant_type=${grantType}`))).toEqual([
        400,
        {
          error: "unsupported_grant_type",
          error_description: "The grant type is not supported",
        },
        "token.grant-type-supported",
      ]);
    },
  );

  it("is refused with a grant_type the client may not use (RFC 6749 §5.2)", async () => {
    const headers = basic(codeOnly.clientId, codeOnly.secret ?? "");
    const fields = { grant_type: "refresh_token", refresh_token: "x" };
    expect(await outcome(await server.post("/token", fields, headers))).toEqual([
      400,
      {
        error: "unauthorized_client",
        error_description: "The client may not use this grant type",
      },
      "token.grant-type-allowed",
    ]);
  });

  it.each(["https://api.evil.example", `${API}/`, "photos", "__proto__"])(
    "is refused with the resource %s, which no token is for, and spends no code (RFC 8707 §2.2)",
    async (resource) => {
      const code = await server.code();
      expect(await outcome(await server.post("/token", redeeming(code, { resource })))).toEqual([
        400,
        { error: "invalid_target", error_description: "The resource is unknown" },
        "token.resource",
      ]);
      expect((await server.post("/token", redeeming(code))).status).toBe(200);
    },
  );

  it("may name the API its tokens are for, when it redeems and when it refreshes (RFC 8707 §2.2)", async () => {
    const resource = API;
    const response = await server.post("/token", redeeming(await server.code(), { resource }));
    const { refresh_token } = await tokensOf(response);
    expect(server.checks().map(({ id }) => id)).toContain("token.resource");
    const fields = { grant_type: "refresh_token", refresh_token, resource };
    const { access_token } = await tokensOf(await server.post("/token", fields));
    expect(decodeJwt(access_token).aud).toBe(API);
  });

  it("has its client authenticated before anything is said of grant types (RFC 6749 §3.2.1)", async () => {
    const response = await server.post("/token", { grant_type: "x" }, basic("print", "wrong"));
    expect(await outcome(response)).toEqual([401, UNAUTHENTICATED, "token.client-authenticated"]);
  });

  it("takes no parameter from the query (RFC 6749 §2.3.1)", async () => {
    const code = await server.code();
    const query = new URLSearchParams(redeeming(code));
    expect(await outcome(await server.post(`/token?${query}`, {}))).toEqual([
      400,
      invalidRequest("grant_type is missing"),
      "token.grant-type-present",
    ]);
    expect((await server.post("/token", redeeming(code))).status).toBe(200);
  });
});

it("describes errors in the characters that are allowed (RFC 6749 §5.2)", async () => {
  const all = [
    await server.post("/token", { grant_type: 'é"\\' }),
    await server.post("/token", { code_verifier: '"' }),
    await server.post("/introspect", {}),
    await server.get(`/authorize?${new URLSearchParams(asking({ scope: '"\\é' }))}`),
  ];
  for (const response of all) {
    const location = response.headers.get("Location");
    const description =
      location === null
        ? (await response.json()).error_description
        : new URL(location).searchParams.get("error_description");
    expect(description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
  }
});
