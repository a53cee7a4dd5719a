import * as oauth from "oauth4webapi";
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

const JOBS = { jobs: [{ id: "j1" }, { id: "j2" }, { id: "j3" }] };
const http = { [oauth.allowInsecureRequests]: true };

const { id: BASIC, secret: basicSecret } = NIGHTLY_CLIENT;
const { id: POST, secret: postSecret } = NIGHTLY_POST_CLIENT;
const { id: KEY } = NIGHTLY_KEY_CLIENT;

describe.each([
  ["client_secret_basic", BASIC, oauth.ClientSecretBasic(basicSecret)],
  ["client_secret_post", POST, oauth.ClientSecretPost(postSecret)],
  ["private_key_jwt", KEY, oauth.PrivateKeyJwt(key)],
] as const)("oauth4webapi over loopback, with %s", (_, id, auth) => {
  it("gets a token for itself, calls the API, introspects and revokes", async () => {
    const url = new URL(server.issuer);
    const discovery = await oauth.discoveryRequest(url, { algorithm: "oauth2", ...http });
    const as = await oauth.processDiscoveryResponse(url, discovery);
    const client: oauth.Client = { client_id: id };
    const { access_token: token } = await oauth.processClientCredentialsResponse(
      as,
      client,
      await oauth.clientCredentialsGrantRequest(as, client, auth, { scope: JOBS_SCOPE }, http),
    );
    const jobs = new URL(`${server.issuer}/print-jobs`);
    const called = await oauth.protectedResourceRequest(
      token,
      "GET",
      jobs,
      undefined,
      undefined,
      http,
    );
    expect([called.status, await called.json()]).toMatchObject([200, JOBS]);
    const introspect = async () =>
      oauth.processIntrospectionResponse(
        as,
        client,
        await oauth.introspectionRequest(as, client, auth, token, http),
      );
    expect(await introspect()).toMatchObject({
      active: true,
      sub: id,
      client_id: id,
      scope: JOBS_SCOPE,
    });
    const revocation = await oauth.revocationRequest(as, client, auth, token, http);
    await oauth.processRevocationResponse(revocation);
    expect(await introspect()).toEqual({ active: false });
  });
});

describe.each([
  ["client_secret_basic", BASIC, openid.ClientSecretBasic(basicSecret)],
  ["client_secret_post", POST, openid.ClientSecretPost(postSecret)],
  ["private_key_jwt", KEY, openid.PrivateKeyJwt(key)],
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
    expect([called.status, await called.json()]).toMatchObject([200, JOBS]);
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
