import { describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import type { GrantServer } from "../ports.ts";
import { ISSUER, testServer } from "../testing.ts";

const CONFIDENTIAL = ["client_secret_basic", "client_secret_post", "private_key_jwt"];
const WELL_KNOWN = "/.well-known/oauth-authorization-server";

describe("the metadata", () => {
  it("says what the server has and supports (RFC 8414 §2, §3.2, RFC 9207 §3, RFC 7636, RFC 9449 §5.1)", async () => {
    const server = await testServer(
      [...grantServers].filter(({ id }) => id === "authorization-code"),
    );
    const response = await server.get(WELL_KNOWN);
    expect([response.status, response.headers.get("Content-Type")]).toEqual([
      200,
      "application/json",
    ]);
    expect(await response.json()).toEqual({
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: `${ISSUER}/token`,
      jwks_uri: `${ISSUER}/jwks`,
      registration_endpoint: `${ISSUER}/register`,
      introspection_endpoint: `${ISSUER}/introspect`,
      revocation_endpoint: `${ISSUER}/revoke`,
      scopes_supported: ["photos.read", "photos.write"],
      response_types_supported: ["code"],
      response_modes_supported: ["query"],
      grant_types_supported: ["authorization_code", "refresh_token"],
      token_endpoint_auth_methods_supported: [...CONFIDENTIAL, "none"],
      token_endpoint_auth_signing_alg_values_supported: ["ES256"],
      revocation_endpoint_auth_methods_supported: [...CONFIDENTIAL, "none"],
      revocation_endpoint_auth_signing_alg_values_supported: ["ES256"],
      introspection_endpoint_auth_methods_supported: CONFIDENTIAL,
      introspection_endpoint_auth_signing_alg_values_supported: ["ES256"],
      code_challenge_methods_supported: ["S256"],
      dpop_signing_alg_values_supported: ["ES256"],
      authorization_response_iss_parameter_supported: true,
    });
  });

  it("leaves out what has no elements (RFC 8414 §3.2)", async () => {
    const server = await testServer([], { resource: { identifier: "https://x", scopes: [] } });
    const metadata = await (await server.get(WELL_KNOWN)).json();
    expect(Object.keys(metadata)).toEqual([
      "issuer",
      "authorization_endpoint",
      "token_endpoint",
      "jwks_uri",
      "registration_endpoint",
      "introspection_endpoint",
      "revocation_endpoint",
      "grant_types_supported",
      "token_endpoint_auth_methods_supported",
      "token_endpoint_auth_signing_alg_values_supported",
      "revocation_endpoint_auth_methods_supported",
      "revocation_endpoint_auth_signing_alg_values_supported",
      "introspection_endpoint_auth_methods_supported",
      "introspection_endpoint_auth_signing_alg_values_supported",
      "dpop_signing_alg_values_supported",
      "authorization_response_iss_parameter_supported",
    ]);
  });

  it("follows from the grants that are plugged in", async () => {
    const implicit: GrantServer = {
      id: "fragment",
      responseTypes: {
        token: { grantType: "implicit", mode: "fragment", checks: [], answer: async () => ({}) },
      },
    };
    const server = await testServer([...grantServers, implicit]);
    expect(await (await server.get(WELL_KNOWN)).json()).toMatchObject({
      response_types_supported: expect.arrayContaining(["code", "token"]),
      response_modes_supported: expect.arrayContaining(["query", "fragment"]),
      grant_types_supported: expect.arrayContaining(["authorization_code", "implicit"]),
    });
  });
});

it("publishes the public half of the signing key only (RFC 7517 §5)", async () => {
  const server = await testServer(grantServers);
  const { keys } = await (await server.get("/jwks")).json();
  expect(keys).toEqual([
    {
      kty: "EC",
      crv: "P-256",
      alg: "ES256",
      use: "sig",
      kid: server.config.keys.kid,
      x: expect.stringMatching(/^[\w-]{43}$/),
      y: expect.stringMatching(/^[\w-]{43}$/),
    },
  ]);
});
