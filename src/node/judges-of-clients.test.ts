import * as openid from "openid-client";
import { importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  JOBS_SCOPE,
  NIGHTLY_CLIENT,
  NIGHTLY_KEY_CLIENT,
  NIGHTLY_POST_CLIENT,
} from "../grants/cast.ts";
import { NIGHTLY_KEY } from "../grants/lab-key.ts";
import { type RunningServer, startServer } from "./server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

const key = await importJWK(NIGHTLY_KEY, "ES256");
if (!(key instanceof CryptoKey)) throw new TypeError("The laboratory’s key is no key pair.");

describe.each([
  ["client_secret_basic", NIGHTLY_CLIENT.id, openid.ClientSecretBasic(NIGHTLY_CLIENT.secret)],
  [
    "client_secret_post",
    NIGHTLY_POST_CLIENT.id,
    openid.ClientSecretPost(NIGHTLY_POST_CLIENT.secret),
  ],
  ["private_key_jwt", NIGHTLY_KEY_CLIENT.id, openid.PrivateKeyJwt(key)],
] as const)("openid-client over loopback, with %s", (_, id, auth) => {
  it("gets a token for itself, calls the API, introspects and revokes", async () => {
    const config = await openid.discovery(new URL(server.issuer), id, undefined, auth, {
      algorithm: "oauth2",
      execute: [openid.allowInsecureRequests],
    });
    const { access_token: token } = await openid.clientCredentialsGrant(config, {
      scope: JOBS_SCOPE,
    });
    const jobs = new URL(`${server.issuer}/print-jobs`);
    const called = await openid.fetchProtectedResource(config, token, jobs, "GET");
    expect([called.status, await called.json()]).toMatchObject([
      200,
      { jobs: [{ id: "j1" }, { id: "j2" }, { id: "j3" }] },
    ]);
    expect(await openid.tokenIntrospection(config, token)).toMatchObject({
      active: true,
      sub: id,
      client_id: id,
      scope: JOBS_SCOPE,
    });
    await openid.tokenRevocation(config, token);
    expect(await openid.tokenIntrospection(config, token)).toEqual({ active: false });
  });
});
