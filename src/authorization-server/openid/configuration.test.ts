import { expect, it } from "vitest";
import { authorizationCodeServer } from "../../grants/authorization-code/server.ts";
import { ISSUER, testServer } from "../testing.ts";

const PATH = "/.well-known/openid-configuration";

it("adds what sign-ins need to the metadata (OpenID Connect Discovery §3, §4.2)", async () => {
  const server = await testServer([authorizationCodeServer]);
  const metadata = await (await server.get("/.well-known/oauth-authorization-server")).json();
  const response = await server.get(PATH);
  expect([response.status, response.headers.get("Content-Type")]).toEqual([
    200,
    "application/json",
  ]);
  expect(await response.json()).toEqual({
    ...metadata,
    scopes_supported: [
      "openid",
      "profile",
      "email",
      "offline_access",
      "photos.read",
      "photos.write",
    ],
    userinfo_endpoint: `${ISSUER}/userinfo`,
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256", "RS256"],
    claim_types_supported: ["normal"],
    claims_supported: [
      "sub",
      "name",
      "preferred_username",
      "email",
      "email_verified",
      "iss",
      "aud",
      "exp",
      "iat",
      "auth_time",
      "nonce",
      "at_hash",
    ],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
  });
});

it("stands behind the issuer’s path, where RFC 8414 §3.1 puts its own before it (Discovery §4)", async () => {
  const server = await testServer([], { issuer: "https://auth.example/tenant" });
  const response = await server.get(PATH);
  expect([response.status, await response.json()]).toMatchObject([
    200,
    {
      issuer: "https://auth.example/tenant",
      userinfo_endpoint: "https://auth.example/tenant/userinfo",
    },
  ]);
});

it("offers RS256 only where there are keys for it", async () => {
  const { config } = await testServer([]);
  const { rsa: _, ...keys } = config.keys;
  const server = await testServer([], { keys });
  expect(await (await server.get(PATH)).json()).toMatchObject({
    id_token_signing_alg_values_supported: ["ES256"],
  });
});
