import * as oauth from "oauth4webapi";
import { OidcClient } from "oidc-client-ts";
import * as openid from "openid-client";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BOB, LEGACY_CLIENT, SCOPE } from "../grants/cast.ts";
import { type RunningServer, startServer } from "./server.ts";
import { REDIRECT_URI } from "./testing.ts";

// The grant is off unless an operator switches it on: no judge is sent to a server that offers it to everyone.
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" }, { passwordGrant: true });
});
afterAll(() => server.close());

const { username, password } = BOB;

async function statusWith(token: string): Promise<number> {
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(`${server.issuer}/photos`, { headers })).status;
}

it("oauth4webapi exchanges a password for a token over loopback (RFC 6749 §4.3)", async () => {
  const http = { [oauth.allowInsecureRequests]: true };
  const issuer = new URL(server.issuer);
  const discovery = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...http });
  const as = await oauth.processDiscoveryResponse(issuer, discovery);
  const client: oauth.Client = { client_id: LEGACY_CLIENT.id };
  const auth = oauth.ClientSecretBasic(LEGACY_CLIENT.secret);
  const fields = { username, password, scope: SCOPE };
  const tokens = await oauth.processGenericTokenEndpointResponse(
    as,
    client,
    await oauth.genericTokenEndpointRequest(as, client, auth, "password", fields, http),
  );
  expect([tokens.scope, await statusWith(tokens.access_token)]).toEqual([SCOPE, 200]);
});

it("openid-client exchanges a password for a token over loopback (RFC 6749 §4.3)", async () => {
  const config = await openid.discovery(
    new URL(server.issuer),
    LEGACY_CLIENT.id,
    undefined,
    openid.ClientSecretBasic(LEGACY_CLIENT.secret),
    { algorithm: "oauth2", execute: [openid.allowInsecureRequests] },
  );
  const fields = { username, password, scope: SCOPE };
  const tokens = await openid.genericGrantRequest(config, "password", fields);
  expect([tokens.scope, await statusWith(tokens.access_token)]).toEqual([SCOPE, 200]);
});

it("oidc-client-ts exchanges a password for a token over loopback (RFC 6749 §4.3)", async () => {
  const client = new OidcClient({
    authority: server.issuer,
    client_id: LEGACY_CLIENT.id,
    client_secret: LEGACY_CLIENT.secret,
    client_authentication: "client_secret_basic",
    redirect_uri: REDIRECT_URI,
    scope: SCOPE,
  });
  const tokens = await client.processResourceOwnerPasswordCredentials({ username, password });
  expect([tokens.scope, await statusWith(tokens.access_token)]).toEqual([SCOPE, 200]);
});
