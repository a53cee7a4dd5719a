import { decodeJwt, decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import {
  ALICE,
  asking,
  CALLBACK,
  type Fields,
  ISSUER,
  PUBLIC,
  testServer,
} from "../../authorization-server/testing.ts";
import { grantServers } from "../servers.ts";

const IMPLICIT = {
  ...PUBLIC,
  clientId: "old-page",
  grantTypes: ["implicit"],
  responseTypes: ["token"],
  requirePkce: false,
};
const fresh = () => testServer(grantServers, { clients: [PUBLIC, IMPLICIT] });

const requesting = (change: Fields = {}) =>
  asking({
    client_id: IMPLICIT.clientId,
    response_type: "token",
    code_challenge: undefined,
    code_challenge_method: undefined,
    ...change,
  });

const fragmentOf = (url: URL) => Object.fromEntries(new URLSearchParams(url.hash.slice(1)));

describe("the implicit grant", () => {
  it("answers with the token in the fragment, and with no refresh token (RFC 6749 §4.2.2)", async () => {
    const server = await fresh();
    const back = await server.browser().walk(requesting(), ALICE);
    expect(back.href.startsWith(`${CALLBACK}#`)).toBe(true);
    expect(fragmentOf(back)).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      token_type: "Bearer",
      expires_in: "900",
      scope: "photos.read",
      state: "s1",
      iss: ISSUER,
    });
    const { access_token = "" } = fragmentOf(back);
    expect(decodeProtectedHeader(access_token)).toMatchObject({ typ: "at+jwt", alg: "ES256" });
    expect(decodeJwt(access_token)).toMatchObject({ client_id: "old-page", sub: ALICE.subject });
  });

  it("gives no refresh token to a client that is registered for them elsewhere (RFC 6749 §4.2.2)", async () => {
    const both = { ...IMPLICIT, grantTypes: ["implicit", "refresh_token"] };
    const server = await testServer(grantServers, { clients: [both] });
    const back = await server.browser().walk(requesting(), ALICE);
    expect(Object.keys(fragmentOf(back))).not.toContain("refresh_token");
  });

  it("is offered only to clients registered for it (RFC 6749 §4.2.2.1)", async () => {
    const server = await fresh();
    const back = await server.browser().begin(requesting({ client_id: PUBLIC.clientId }));
    expect(fragmentOf(back)).toEqual({
      error: "unauthorized_client",
      error_description: "The client may not use this response type",
      state: "s1",
      iss: ISSUER,
    });
    expect(server.refusedBy()).toBe("authorize.response-type-allowed");
  });

  it("says in the fragment that the user denied (RFC 6749 §4.2.2.1)", async () => {
    const server = await fresh();
    const back = await server.browser().walk(requesting(), ALICE, "deny");
    expect([back.search, fragmentOf(back)["error"]]).toEqual(["", "access_denied"]);
  });

  it("gives a client no code, and the token endpoint knows no such grant type (RFC 6749 §4.2)", async () => {
    const server = await fresh();
    await server.browser().begin(requesting({ response_type: "code" }));
    expect(server.refusedBy()).toBe("authorize.response-type-allowed");
    await server.post("/token", { grant_type: "implicit", client_id: IMPLICIT.clientId }, {});
    expect(server.refusedBy()).toBe("token.grant-type-supported");
  });

  it("can be registered for, with the response type it belongs to only (RFC 7591 §2.1)", async () => {
    const server = await fresh();
    const metadata = { redirect_uris: [CALLBACK], token_endpoint_auth_method: "none" };
    const whole = { ...metadata, grant_types: ["implicit"], response_types: ["token"] };
    expect((await server.register(whole)).status).toBe(201);
    await server.register({ ...whole, response_types: ["code"] });
    expect(server.refusedBy()).toBe("register.consistent");
    await server.register({ ...metadata, response_types: ["token"] });
    expect(server.refusedBy()).toBe("register.consistent");
  });
});
