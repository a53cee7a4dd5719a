import { describe, expect, it } from "vitest";
import { BASIC, NOW, PUBLIC, tokensOf } from "../../../authorization-server/testing.ts";
import { DEVICE_CODE } from "../../cast.ts";
import { deciding, deviceServer, statusesOf, WALL } from "./testing.fixture.ts";

const PENDING = ["authorization_pending", "token.device-decided"];
const SLOW_DOWN = ["slow_down", "token.device-interval"];

describe("a device code", () => {
  it("has to be there (RFC 8628 §3.4)", async () => {
    const server = await deviceServer();
    expect(await server.told(undefined)).toEqual(["invalid_request", "token.device-present"]);
  });

  it("that nobody issued is refused (RFC 6749 §5.2)", async () => {
    const server = await deviceServer();
    expect(await server.told("made-up")).toEqual(["invalid_grant", "token.device-known"]);
  });

  it("is not redeemed by another client, whatever the user decided (RFC 6749 §5.2)", async () => {
    const server = await deviceServer();
    const { device_code, user_code } = await server.codes();
    const asWall = { client_id: WALL.clientId };
    expect(await server.told(device_code, asWall)).toEqual([
      "invalid_grant",
      "token.device-client",
    ]);
    await deciding(server, user_code);
    expect(await server.told(device_code, asWall)).toEqual([
      "invalid_grant",
      "token.device-client",
    ]);
    expect((await server.poll(device_code)).status).toBe(200);
  });

  it("is of no use to a client that may not use the grant (RFC 6749 §5.2)", async () => {
    const server = await deviceServer();
    const { device_code } = await server.codes();
    expect(await server.told(device_code, { client_id: PUBLIC.clientId })).toEqual([
      "unauthorized_client",
      "token.grant-type-allowed",
    ]);
  });

  it("expires (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { device_code } = await server.codes();
    server.advance(599);
    expect(await server.told(device_code)).toEqual(PENDING);
    server.advance(1);
    expect(await server.told(device_code)).toEqual(["expired_token", "token.device-fresh"]);
  });

  it("expires also when the user has allowed it and the device came too late (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { device_code, user_code } = await server.codes();
    await deciding(server, user_code);
    server.advance(600);
    expect(await server.told(device_code)).toEqual(["expired_token", "token.device-fresh"]);
  });

  it("gives tokens once the user has allowed it (RFC 8628 §3.5, RFC 6749 §5.1)", async () => {
    const server = await deviceServer();
    const { device_code, user_code } = await server.codes();
    expect(await server.told(device_code)).toEqual(PENDING);
    await deciding(server, user_code);
    const response = await server.poll(device_code);
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: "Bearer",
      expires_in: 900,
      scope: "photos.read photos.write",
      refresh_token: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("gives them to a client with a secret only with the secret (RFC 8628 §3.4)", async () => {
    const server = await deviceServer();
    const asked = await server.post("/device_authorization", { scope: "photos.read" }, BASIC);
    const codes: { device_code: string; user_code: string } = await asked.json();
    await deciding(server, codes.user_code);
    const fields = { grant_type: DEVICE_CODE, device_code: codes.device_code };
    expect((await server.post("/token", fields, {})).status).toBe(401);
    const { scope } = await tokensOf(await server.post("/token", fields, BASIC));
    expect(scope).toBe("photos.read");
  });

  it("says that the user said no, every time (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { device_code, user_code } = await server.codes();
    await deciding(server, user_code, "deny");
    const denied = ["access_denied", "token.device-not-denied"];
    expect([await server.told(device_code), await server.told(device_code)]).toEqual([
      denied,
      denied,
    ]);
  });

  it("is used once; a second time revokes what the first gave (RFC 6749 §10.5)", async () => {
    const server = await deviceServer();
    const { device_code, user_code } = await server.codes();
    await deciding(server, user_code);
    const { refresh_token } = await tokensOf(await server.poll(device_code));
    expect(await server.told(device_code)).toEqual(["invalid_grant", "token.device-unspent"]);
    const fields = { grant_type: "refresh_token", refresh_token, client_id: "frame" };
    await server.post("/token", fields, {});
    expect(server.refusedBy()).toBe("token.grant-live");
    const [grant] = await server.config.store.list("grant");
    expect(grant?.value.revoked).toEqual({ at: NOW, reason: "code replayed" });
  });

  it("gives one of two that come at the same time tokens, and revokes them", async () => {
    const server = await deviceServer();
    const { device_code, user_code } = await server.codes();
    await deciding(server, user_code);
    const polls = await Promise.all([server.poll(device_code), server.poll(device_code)]);
    expect(statusesOf(polls)).toEqual([200, 400]);
    const [grant] = await server.config.store.list("grant");
    expect(grant?.value.revoked?.reason).toBe("code replayed");
  });
});

describe("a device that polls", () => {
  it("may do so every five seconds (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { device_code } = await server.codes();
    expect(await server.told(device_code)).toEqual(PENDING);
    server.advance(5);
    expect(await server.told(device_code)).toEqual(PENDING);
    server.advance(4);
    expect(await server.told(device_code)).toEqual(SLOW_DOWN);
  });

  it("waits five seconds longer after each slow_down, for good (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { device_code } = await server.codes();
    await server.told(device_code);
    expect(await server.told(device_code)).toEqual(SLOW_DOWN);
    server.advance(9);
    expect(await server.told(device_code)).toEqual(SLOW_DOWN);
    server.advance(15);
    expect(await server.told(device_code)).toEqual(PENDING);
    server.advance(14);
    expect(await server.told(device_code)).toEqual(SLOW_DOWN);
  });

  it("is not told to slow down by what another client sends (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { device_code } = await server.codes();
    await server.told(device_code);
    server.advance(5);
    await server.told(device_code, { client_id: WALL.clientId });
    expect(await server.told(device_code)).toEqual(PENDING);
  });

  it("gets its tokens however soon it asks once the user has decided: slow_down says that she has not (RFC 8628 §3.5)", async () => {
    const server = await deviceServer();
    const { device_code, user_code } = await server.codes();
    await server.told(device_code);
    await deciding(server, user_code);
    expect((await server.poll(device_code)).status).toBe(200);
  });
});
