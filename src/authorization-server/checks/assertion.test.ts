import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { ASSERTION_TYPE } from "../../oauth/client-assertion.ts";
import { makeAssertion } from "../../oauth/make-assertion.ts";
import { grantServers } from "../../grants/servers.ts";
import {
  BASIC,
  CONFIDENTIAL,
  type Fields,
  ISSUER,
  NOW,
  registrationOf,
  testServer,
} from "../testing.ts";

const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
const publicJwk = await exportJWK(publicKey);
const signing = {
  ...CONFIDENTIAL,
  clientId: "signer",
  authMethod: "private_key_jwt" as const,
  grantTypes: ["client_credentials"],
  scope: "jobs.read",
  jwks: { keys: [publicJwk] },
};
const { secret: _, ...SIGNER } = signing;
const resource = { identifier: "https://api.example", scopes: [], clientScopes: ["jobs.read"] };
const fresh = () => testServer(grantServers, { clients: [SIGNER, CONFIDENTIAL], resource });
const server = await fresh();

const CLAIMS = {
  iss: "signer",
  sub: "signer",
  aud: ISSUER,
  exp: NOW + 60,
  iat: NOW,
};
let made = 0;

/** An assertion with these claims, and a name of its own. */
function assertion(
  change: Readonly<Record<string, unknown>> = {},
  header: object = {},
  key = privateKey,
) {
  made += 1;
  return new SignJWT({ ...CLAIMS, jti: `j${made}`, ...change })
    .setProtectedHeader({ alg: "ES256", ...header })
    .sign(key);
}

const asking = (client_assertion: string, change: Fields = {}) => ({
  grant_type: "client_credentials",
  client_assertion_type: ASSERTION_TYPE,
  client_assertion,
  ...change,
});

const INVALID = { error: "invalid_client", error_description: "Client authentication failed" };

async function refusedBy(assertion: string, change: Fields = {}) {
  const response = await server.post("/token", asking(assertion, change), {});
  expect([response.status, await response.json()]).toEqual([401, INVALID]);
  return server.refusedBy();
}

async function accepted(assertion: string, change: Fields = {}): Promise<[number, string]> {
  const response = await server.post("/token", asking(assertion, change), {});
  return [response.status, server.refusedBy()];
}

describe("an assertion a client authenticates with", () => {
  it("is checked row by row, after the client was found and before the grant (RFC 7523 §3)", async () => {
    expect(await accepted(await assertion())).toEqual([200, "none"]);
    expect(server.checks().map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
      "token.well-formed: passed",
      "token.no-repeats: passed",
      "token.client-one-method: passed",
      "token.client-authenticated: passed",
      "token.assertion-type: passed",
      "token.assertion-signature: passed",
      "token.assertion-subject: passed",
      "token.assertion-audience: passed",
      "token.assertion-time: passed",
      "token.assertion-unused: passed",
      "token.grant-type-present: passed",
      "token.grant-type-supported: passed",
      "token.grant-type-allowed: passed",
      "token.client-confidential: passed",
      "token.scope-allowed: passed",
    ]);
  });

  it("made by this code base passes, with the type that RFC 7523bis §4 asks clients for", async () => {
    const asked = { clientId: "signer", issuer: ISSUER, now: NOW };
    const one = await makeAssertion(await exportJWK(privateKey), asked);
    expect(await accepted(one)).toEqual([200, "none"]);
    expect(JSON.parse(atob(one.split(".")[0] ?? ""))).toEqual({
      typ: "client-authentication+jwt",
      alg: "ES256",
    });
  });

  it("names the client, so client_id may be left out or be the same (RFC 7521 §4.2)", async () => {
    expect(await accepted(await assertion(), { client_id: "signer" })).toEqual([200, "none"]);
    expect(await refusedBy(await assertion(), { client_id: "print" })).toBe(
      "token.client-authenticated",
    );
  });

  it.each<[string, Fields]>([
    ["no type", { client_assertion_type: undefined }],
    ["another type", { client_assertion_type: ASSERTION_TYPE.replace("jwt", "saml2") }],
  ])("is refused with %s (RFC 7523 §2.2)", async (_case, change) => {
    expect(await refusedBy(await assertion(), change)).toBe("token.assertion-type");
  });

  it("is refused beside a secret or an Authorization header (RFC 6749 §2.3)", async () => {
    const body = asking(await assertion(), { client_secret: "x" });
    expect((await server.post("/token", body, {})).status).toBe(400);
    expect(server.refusedBy()).toBe("token.client-one-method");
    expect((await server.post("/token", asking(await assertion()), BASIC)).status).toBe(400);
    expect(server.refusedBy()).toBe("token.client-one-method");
  });

  it("is not for a client that registered a secret, nor a secret for one that signs (RFC 7591 §2)", async () => {
    const other = await assertion({ iss: "print", sub: "print" });
    expect(await refusedBy(other)).toBe("token.client-authenticated");
    const secret = { grant_type: "client_credentials", client_id: "signer", client_secret: "x" };
    await server.post("/token", secret, {});
    expect(server.refusedBy()).toBe("token.client-authenticated");
  });

  it("has to be signed with a key of the client, and with ES256 (RFC 7523 §3, RFC 8725 §3.1)", async () => {
    const stranger = await generateKeyPair("ES256");
    expect(await refusedBy(await assertion({}, {}, stranger.privateKey))).toBe(
      "token.assertion-signature",
    );
    const one = await assertion();
    const header = btoa('{"alg":"none"}').replaceAll("=", "");
    expect(await refusedBy(`${header}.${one.split(".")[1]}.`)).toBe("token.assertion-signature");
    const { x = "" } = publicJwk;
    const confused = await new SignJWT({ ...CLAIMS, jti: "c" })
      .setProtectedHeader({ alg: "HS256" })
      .sign(new TextEncoder().encode(x));
    expect(await refusedBy(confused)).toBe("token.assertion-signature");
    expect(await refusedBy("no.jwt.", { client_id: "signer" })).toBe("token.assertion-signature");
  });

  it("proves nothing with a key that cannot be read (RFC 7518 §6.2.1)", async () => {
    const broken = { ...SIGNER, jwks: { keys: [{ ...publicJwk, y: publicJwk.x ?? "" }] } };
    const own = await testServer(grantServers, { clients: [broken], resource });
    const response = await own.post("/token", asking(await assertion()), {});
    expect([response.status, await response.json(), own.refusedBy()]).toEqual([
      401,
      INVALID,
      "token.assertion-signature",
    ]);
  });

  it.each(["JWT", "jwt", "client-authentication+jwt", "application/client-authentication+jwt"])(
    "may say that it is a %s (RFC 7523bis §4)",
    async (typ) => {
      expect(await accepted(await assertion({}, { typ }))).toEqual([200, "none"]);
    },
  );

  it.each(["at+jwt", "dpop+jwt", "logout+jwt", ""])(
    "is refused when it says that it is something else: %s (RFC 8725 §3.11)",
    async (typ) => {
      expect(await refusedBy(await assertion({}, { typ }))).toBe("token.assertion-purpose");
    },
  );

  it("does not bring its own key (RFC 8725 §3.10)", async () => {
    const stranger = await generateKeyPair("ES256", { extractable: true });
    const jwk = await exportJWK(stranger.publicKey);
    expect(await refusedBy(await assertion({}, { jwk }, stranger.privateKey))).toBe(
      "token.assertion-signature",
    );
  });

  it("has the client as iss and as sub (OpenID Connect Core §9)", async () => {
    for (const change of [{ iss: "print" }, { iss: undefined }, { sub: undefined }]) {
      const one = await assertion(change);
      expect(await refusedBy(one, { client_id: "signer" })).toBe("token.assertion-subject");
    }
    const about = await assertion({ sub: "print" });
    expect(await refusedBy(about, { client_id: "signer" })).toBe("token.assertion-subject");
  });

  it.each([
    ["the token endpoint", `${ISSUER}/token`],
    ["another server", "https://evil.example"],
    ["this server in another spelling", `${ISSUER}/`],
    ["this server among others", [ISSUER, "https://evil.example"]],
    ["this server twice", [ISSUER, ISSUER]],
    ["nobody", undefined],
  ])("is refused when it is meant for %s (RFC 7523bis §4)", async (_case, aud) => {
    expect(await refusedBy(await assertion({ aud }))).toBe("token.assertion-audience");
  });

  it("may name its one audience in a list (RFC 7519 §4.1.3)", async () => {
    expect(await accepted(await assertion({ aud: [ISSUER] }))).toEqual([200, "none"]);
  });

  it.each([
    ["has expired", { exp: NOW }],
    ["never expires", { exp: undefined }],
    ["expires in an hour", { exp: NOW + 3600 }],
    ["says its time in words", { exp: `${NOW + 60}` }],
    ["is not valid yet", { nbf: NOW + 11 }],
    ["was made in the future", { iat: NOW + 11 }],
  ])("is refused when it %s (RFC 7523 §3)", async (_case, change) => {
    expect(await refusedBy(await assertion(change))).toBe("token.assertion-time");
  });

  it.each([{ exp: NOW + 310 }, { exp: NOW + 1, nbf: NOW + 10, iat: NOW + 10 }, { iat: undefined }])(
    "may come from a clock that is a little ahead: %o",
    async (change) => {
      expect(await accepted(await assertion(change))).toEqual([200, "none"]);
    },
  );

  it.each([
    ["none", undefined],
    ["an empty one", ""],
    ["an endless one", "x".repeat(129)],
  ])("is refused with a name that is %s (OpenID Connect Core §9)", async (_case, jti) => {
    expect(await refusedBy(await assertion({ jti }))).toBe("token.assertion-unused");
  });

  it("is used once, wherever it is used first (OpenID Connect Core §9)", async () => {
    const one = await assertion();
    expect((await server.post("/introspect", asking(one, { token: "x" }), {})).status).toBe(200);
    expect(await refusedBy(one)).toBe("token.assertion-unused");
    await server.post("/revoke", asking(one, { token: "x" }), {});
    expect(server.refusedBy()).toBe("token.assertion-unused");
  });

  it("is used up even when the request is refused otherwise", async () => {
    const one = await assertion();
    await server.post("/token", asking(one, { grant_type: "magic" }), {});
    expect(server.refusedBy()).toBe("token.grant-type-supported");
    expect(await refusedBy(one)).toBe("token.assertion-unused");
  });

  it("is not used up by a request that is refused before", async () => {
    const one = await assertion();
    await refusedBy(one, { client_assertion_type: "x" });
    expect(await accepted(one)).toEqual([200, "none"]);
  });

  it("works once when it comes twice at the same time", async () => {
    const one = await assertion();
    const racers = await Promise.all([1, 2, 3].map(() => server.post("/token", asking(one), {})));
    const statuses = racers.map(({ status }) => `${status}`);
    expect(statuses.toSorted()).toEqual(["200", "401", "401"]);
  });

  it("is remembered for as long as it could be used, whatever proofs are forgotten meanwhile", async () => {
    const own = await fresh();
    const one = await assertion({ exp: NOW + 300 });
    expect((await own.post("/token", asking(one), {})).status).toBe(200);
    own.advance(299);
    await own.post("/token", asking(await assertion({ exp: NOW + 500 })), {});
    await own.post("/token", asking(one), {});
    expect(own.refusedBy()).toBe("token.assertion-unused");
    own.advance(12);
    await own.post("/token", asking(await assertion({ exp: NOW + 500 })), {});
    expect(await own.config.store.list("assertion")).toHaveLength(2);
  });

  it("registers the second client’s use under a name of its own", async () => {
    const other = { ...SIGNER, clientId: "signer2" };
    const two = await testServer(grantServers, { clients: [SIGNER, other], resource });
    const mine = await assertion({ jti: "same" });
    const theirs = await assertion({ jti: "same", iss: "signer2", sub: "signer2" });
    expect((await two.post("/token", asking(mine), {})).status).toBe(200);
    expect((await two.post("/token", asking(theirs), {})).status).toBe(200);
  });
});

describe("a client that registers itself", () => {
  const key = { ...publicJwk, kid: "k1", alg: "ES256", use: "sig" };
  const metadata = {
    token_endpoint_auth_method: "private_key_jwt",
    grant_types: ["client_credentials"],
    response_types: [],
    jwks: { keys: [key] },
  };

  it("may bring its public keys and use them (RFC 7591 §2)", async () => {
    const response = await server.register(metadata);
    const client = await registrationOf(response);
    expect([response.status, client]).toEqual([
      201,
      {
        client_id: expect.stringMatching(/^[\w-]{43}$/),
        client_id_issued_at: NOW,
        client_name: expect.stringMatching(/^Client [\w-]{8}$/),
        redirect_uris: [],
        token_endpoint_auth_method: "private_key_jwt",
        jwks: { keys: [key] },
        grant_types: ["client_credentials"],
        response_types: [],
        scope: "jobs.read",
      },
    ]);
    const { client_id: id } = client;
    const one = await assertion({ iss: id, sub: id }, { kid: "k1" });
    expect(await accepted(one)).toEqual([200, "none"]);
  });

  it.each<[string, object, string]>([
    [
      "with a key whose point is not on the curve",
      { jwks: { keys: [{ ...key, y: publicJwk.x }] } },
      "register.keys",
    ],
    ["without keys", { jwks: undefined }, "register.credentials"],
    [
      "with keys for another method",
      { token_endpoint_auth_method: "client_secret_basic" },
      "register.credentials",
    ],
    ["with a private key", { jwks: { keys: [{ ...key, d: "x" }] } }, "register.metadata"],
    ["with an empty set", { jwks: { keys: [] } }, "register.metadata"],
    [
      "with a key of another kind",
      { jwks: { keys: [{ kty: "oct", k: "x" }] } },
      "register.metadata",
    ],
    [
      "as a public client that acts for itself",
      { token_endpoint_auth_method: "none", jwks: undefined },
      "register.credentials",
    ],
  ])("is refused %s (RFC 7591 §2, RFC 6749 §4.4)", async (_case, change, check) => {
    const response = await server.register({ ...metadata, ...change });
    expect([response.status, server.refusedBy()]).toEqual([400, check]);
  });
});
