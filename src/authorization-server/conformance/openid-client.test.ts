import * as openid from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import {
  ALICE,
  BOB,
  CALLBACK,
  CONFIDENTIAL,
  ISSUER,
  POSTING,
  PUBLIC,
  testServer,
  type TestServer,
} from "../testing.ts";
import { reach, type Sent } from "./reach.fixture.ts";

let server: TestServer;
beforeAll(async () => {
  const now = () => Math.floor(Date.now() / 1000);
  server = await testServer(grantServers, { now });
});

const options = {
  algorithm: "oauth2",
  [openid.customFetch]: (url: string, sent: Sent) => reach(server)(url, sent),
} as const;

function present(value: string | undefined): string {
  if (value === undefined) throw new Error("the response lacks a value");
  return value;
}

/** The whole code flow; the tokens, and the address the browser came back to. */
async function complete(config: openid.Configuration, person = ALICE, decision = "allow") {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const expectedState = openid.randomState();
  const request = openid.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: "photos.read",
    state: expectedState,
    code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: "S256",
  });
  expect(request.origin + request.pathname).toBe(`${ISSUER}/authorize`);
  const parameters = Object.fromEntries(request.searchParams);
  const back = await server.browser().walk(parameters, person, decision);
  const checks = { pkceCodeVerifier, expectedState };
  return { back, checks, tokens: await openid.authorizationCodeGrant(config, back, checks) };
}

describe.each([
  ["client_secret_basic", CONFIDENTIAL, openid.ClientSecretBasic(CONFIDENTIAL.secret)],
  ["client_secret_post", POSTING, openid.ClientSecretPost(POSTING.secret)],
  ["none", PUBLIC, openid.None()],
] as const)("openid-client with %s", (method, { clientId }, auth) => {
  const discover = () => openid.discovery(new URL(ISSUER), clientId, undefined, auth, options);

  it("discovers the server with PKCE and iss (RFC 8414, RFC 7636, RFC 9207)", async () => {
    const metadata = (await discover()).serverMetadata();
    expect([
      metadata.supportsPKCE(),
      metadata.authorization_response_iss_parameter_supported,
      metadata.token_endpoint_auth_methods_supported?.includes(method),
    ]).toEqual([true, true, true]);
  });

  it("completes code, PKCE, refresh and revocation (RFC 6749 §4.1, §6, RFC 7009)", async () => {
    const config = await discover();
    const { tokens: first } = await complete(config, BOB);
    expect([first.token_type, first.scope]).toEqual(["bearer", "photos.read"]);
    const second = await openid.refreshTokenGrant(config, present(first.refresh_token));
    await openid.tokenRevocation(config, present(second.refresh_token));
    await expect(
      openid.refreshTokenGrant(config, present(second.refresh_token)),
    ).rejects.toMatchObject({ error: "invalid_grant", status: 400 });
    expect(server.refusedBy()).toBe("token.grant-live");
  });

  it("is refused a code the second time (RFC 6749 §4.1.2)", async () => {
    const config = await discover();
    const { back, checks } = await complete(config);
    await expect(openid.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({
      error: "invalid_grant",
    });
    expect(server.refusedBy()).toBe("token.code-unspent");
  });

  it("learns that the user said no (RFC 6749 §4.1.2.1)", async () => {
    await expect(complete(await discover(), ALICE, "deny")).rejects.toMatchObject({
      error: "access_denied",
    });
  });
});

describe("openid-client", () => {
  it("introspects a token until it is revoked (RFC 7662)", async () => {
    const auth = openid.ClientSecretBasic(CONFIDENTIAL.secret);
    const id = CONFIDENTIAL.clientId;
    const config = await openid.discovery(new URL(ISSUER), id, undefined, auth, options);
    const { tokens } = await complete(config, BOB);
    expect(await openid.tokenIntrospection(config, tokens.access_token)).toMatchObject({
      active: true,
      sub: "bob-2",
      client_id: id,
    });
    await openid.tokenRevocation(config, tokens.access_token);
    expect(await openid.tokenIntrospection(config, tokens.access_token)).toEqual({ active: false });
  });

  it("registers a client and completes its flow (RFC 7591)", async () => {
    const metadata = {
      client_name: "Judge",
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: "client_secret_post",
    };
    const config = await openid.dynamicClientRegistration(
      new URL(ISSUER),
      metadata,
      undefined,
      options,
    );
    const { tokens } = await complete(config);
    expect([tokens.token_type, tokens.refresh_token]).toEqual(["bearer", undefined]);
  });
});
