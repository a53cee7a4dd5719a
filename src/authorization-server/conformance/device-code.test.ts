import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { beforeAll, describe, expect, it } from "vitest";
import {
  consenting,
  deciding,
  FRAME,
  SET_TOP,
} from "../../grants/device-code/server/testing.fixture.ts";
import { grantServers } from "../../grants/servers.ts";
import { API, ISSUER, testServer, type TestServer } from "../testing.ts";
import { reach, type Sent } from "./reach.fixture.ts";

let server: TestServer;
let as: oauth.AuthorizationServer;
const to = (url: string, sent: Sent) => reach(server)(url, sent);
const options = { [oauth.customFetch]: to };

// The judges compare times, and wait, with their own clock.
const now = () => Math.floor(Date.now() / 1000);
const clients = [FRAME, SET_TOP];

beforeAll(async () => {
  server = await testServer(grantServers, { clients, now });
  const issuer = new URL(ISSUER);
  const discovered = await oauth.discoveryRequest(issuer, { algorithm: "oauth2", ...options });
  as = await oauth.processDiscoveryResponse(issuer, discovered);
});

async function codesOf(client: oauth.Client, auth: oauth.ClientAuth) {
  const response = await oauth.deviceAuthorizationRequest(as, client, auth, {}, options);
  return oauth.processDeviceAuthorizationResponse(as, client, response);
}

async function poll(client: oauth.Client, auth: oauth.ClientAuth, deviceCode: string) {
  const response = await oauth.deviceCodeGrantRequest(as, client, auth, deviceCode, options);
  return oauth.processDeviceCodeResponse(as, client, response);
}

describe.each([
  ["a public device", FRAME.clientId, oauth.None()],
  ["a device with a secret", SET_TOP.clientId, oauth.ClientSecretBasic(SET_TOP.secret ?? "")],
] as const)("oauth4webapi as %s", (_, client_id, auth) => {
  const client: oauth.Client = { client_id };

  it("completes the device grant (RFC 8628 §3)", async () => {
    const codes = await codesOf(client, auth);
    expect([codes.verification_uri, codes.expires_in, codes.interval]).toEqual([
      `${ISSUER}/device`,
      600,
      5,
    ]);
    const pending = { error: "authorization_pending", status: 400 };
    await expect(poll(client, auth, codes.device_code)).rejects.toMatchObject(pending);
    await deciding(server, codes.user_code);
    const tokens = await poll(client, auth, codes.device_code);
    expect([tokens.token_type, tokens.scope]).toEqual(["bearer", "photos.read photos.write"]);
    const request = new Request(`${API}/photos`, {
      headers: { Authorization: `Bearer ${tokens.access_token}` },
    });
    const claims = await oauth.validateJwtAccessToken(as, request, API, options);
    expect([claims.sub, claims.client_id]).toEqual(["alice-1", client_id]);
  });

  it("hears slow_down, access_denied and a second use (RFC 8628 §3.5)", async () => {
    const codes = await codesOf(client, auth);
    const again = () => poll(client, auth, codes.device_code);
    await expect(again()).rejects.toMatchObject({ error: "authorization_pending" });
    await expect(again()).rejects.toMatchObject({ error: "slow_down" });
    await deciding(server, codes.user_code, "deny");
    await expect(again()).rejects.toMatchObject({ error: "access_denied", status: 400 });
    const others = await codesOf(client, auth);
    await deciding(server, others.user_code);
    await poll(client, auth, others.device_code);
    await expect(poll(client, auth, others.device_code)).rejects.toMatchObject({
      error: "invalid_grant",
    });
    expect(server.refusedBy()).toBe("token.device-unspent");
  });
});

describe("openid-client", () => {
  beforeAll(async () => {
    // It really waits between two polls.
    server = await testServer(grantServers, { clients, now, policy: { pollingInterval: 1 } });
  });

  const discover = () =>
    openid.discovery(new URL(ISSUER), FRAME.clientId, undefined, openid.None(), {
      algorithm: "oauth2",
      [openid.customFetch]: to,
    });

  it("polls until its user has decided, and then has tokens (RFC 8628 §3.4, §3.5)", async () => {
    const config = await discover();
    const codes = await openid.initiateDeviceAuthorization(config, { scope: "photos.read" });
    const { browser, consent } = await consenting(server, codes.user_code);
    const tokens = openid.pollDeviceAuthorizationGrant(config, codes);
    await browser.submit(consent, { decision: "allow" });
    expect((await tokens).scope).toBe("photos.read");
  });

  it("stops when its user says no (RFC 8628 §3.5)", async () => {
    const config = await discover();
    const codes = await openid.initiateDeviceAuthorization(config, {});
    await deciding(server, codes.user_code, "deny");
    await expect(openid.pollDeviceAuthorizationGrant(config, codes)).rejects.toMatchObject({
      error: "access_denied",
    });
    expect(server.refusedBy()).toBe("token.device-not-denied");
  });
});
