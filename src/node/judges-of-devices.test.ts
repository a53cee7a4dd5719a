import * as oauth from "oauth4webapi";
import * as openid from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALICE, FRAME_CLIENT, SCOPE } from "../grants/cast.ts";
import { type RunningServer, startServer } from "./server.ts";
import { enterCode } from "./testing.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" }, { pollingInterval: 1 });
});
afterAll(() => server.close());

const http = { [oauth.allowInsecureRequests]: true };

describe("oauth4webapi over loopback, as a device", () => {
  const client: oauth.Client = { client_id: FRAME_CLIENT.id };

  async function codes() {
    const url = new URL(server.issuer);
    const discovery = await oauth.discoveryRequest(url, { algorithm: "oauth2", ...http });
    const as = await oauth.processDiscoveryResponse(url, discovery);
    const parameters = { scope: SCOPE };
    const device = await oauth.processDeviceAuthorizationResponse(
      as,
      client,
      await oauth.deviceAuthorizationRequest(as, client, oauth.None(), parameters, http),
    );
    const poll = async () =>
      oauth.processDeviceCodeResponse(
        as,
        client,
        await oauth.deviceCodeGrantRequest(as, client, oauth.None(), device.device_code, http),
      );
    return { address: new URL(device.verification_uri), code: device.user_code, poll };
  }

  it("gets a token once Alice has allowed it, and the API takes it (RFC 8628 §3.1 to §3.5)", async () => {
    const { address, code, poll } = await codes();
    await enterCode(address, code, ALICE);
    const { access_token: token, scope } = await poll();
    const photos = new URL(`${server.issuer}/photos`);
    const called = await oauth.protectedResourceRequest(
      token,
      "GET",
      photos,
      undefined,
      undefined,
      http,
    );
    expect([scope, called.status]).toEqual([SCOPE, 200]);
  });

  it("is told to wait, to slow down, and that Alice said no (RFC 8628 §3.5)", async () => {
    const { poll } = await codes();
    await expect(poll()).rejects.toMatchObject({ error: "authorization_pending", status: 400 });
    await expect(poll()).rejects.toMatchObject({ error: "slow_down", status: 400 });
    const denied = await codes();
    await enterCode(denied.address, denied.code, ALICE, "deny");
    await expect(denied.poll()).rejects.toMatchObject({ error: "access_denied", status: 400 });
  });
});

describe("openid-client over loopback, as a device", () => {
  async function device() {
    const config = await openid.discovery(
      new URL(server.issuer),
      FRAME_CLIENT.id,
      undefined,
      openid.None(),
      { algorithm: "oauth2", execute: [openid.allowInsecureRequests] },
    );
    const asked = await openid.initiateDeviceAuthorization(config, { scope: SCOPE });
    return { config, asked, address: new URL(asked.verification_uri) };
  }

  it("polls until Alice has allowed it, and the API takes its token (RFC 8628 §3.1 to §3.5)", async () => {
    const { config, asked, address } = await device();
    const polled = openid.pollDeviceAuthorizationGrant(config, asked);
    await enterCode(address, asked.user_code, ALICE);
    const { access_token: token, scope } = await polled;
    const photos = new URL(`${server.issuer}/photos`);
    const called = await openid.fetchProtectedResource(config, token, photos, "GET");
    expect([scope, called.status]).toEqual([SCOPE, 200]);
  });

  it("stops polling when Alice says no (RFC 8628 §3.5)", async () => {
    const { config, asked, address } = await device();
    await enterCode(address, asked.user_code, ALICE, "deny");
    const polled = openid.pollDeviceAuthorizationGrant(config, asked);
    await expect(polled).rejects.toMatchObject({ error: "access_denied", status: 400 });
  });
});
