import { describe, expect, it } from "vitest";
import { makeProof, newProofKey } from "../../oauth/dpop.ts";
import { type Fields, ISSUER, NOW, redeeming, type TestServer } from "../testing.ts";
import {
  authOf,
  openIdServer,
  signedIn,
  SIGNING_IN,
  signingIn,
  tokensOf,
} from "./signing-in.fixture.ts";

const URL_ = `${ISSUER}/userinfo`;

function ask(server: TestServer, headers: Readonly<Record<string, string>>, method = "GET") {
  return server.fetch(new Request(URL_, { method, headers }));
}

async function told(change: Fields): Promise<unknown> {
  const server = await openIdServer();
  const { access_token } = await signedIn(server, change);
  return (await ask(server, { Authorization: `Bearer ${access_token}` })).json();
}

describe("claims", () => {
  it("are those the scope allows, and always the subject (OpenID Connect Core §5.3.2, §5.4)", async () => {
    expect(await told({ scope: "openid" })).toEqual({ sub: "alice-1" });
    expect(await told({ scope: "openid profile" })).toEqual({
      sub: "alice-1",
      name: "Alice Liddell",
      preferred_username: "alice",
    });
    expect(await told({ scope: "openid email photos.read" })).toEqual({
      sub: "alice-1",
      email: "alice@mail.example",
      email_verified: true,
    });
  });

  it("come to GET and POST, from any page, and stay in no cache (OpenID Connect Core §5.3)", async () => {
    const server = await openIdServer();
    const { access_token } = await signedIn(server);
    for (const method of ["GET", "POST"]) {
      const response = await ask(server, { Authorization: `Bearer ${access_token}` }, method);
      const header = (name: string) => response.headers.get(name);
      expect([response.status, header("Content-Type"), header("Cache-Control")]).toEqual([
        200,
        "application/json",
        "no-store",
      ]);
      expect(header("Access-Control-Allow-Origin")).toBe("*");
    }
  });
});

/** Status, check and challenge of a refusal. */
function refusal(response: Response, server: TestServer): readonly [number, string, string | null] {
  return [response.status, server.refusedBy(), response.headers.get("WWW-Authenticate")];
}

describe("without the right token", () => {
  it("nothing is told, and no error is named (RFC 6750 §3.1)", async () => {
    const server = await openIdServer();
    expect(refusal(await ask(server, {}), server)).toEqual([
      401,
      "userinfo.token-present",
      'Bearer realm="userinfo"',
    ]);
  });

  it("a header that holds none is malformed (RFC 6750 §3.1)", async () => {
    const server = await openIdServer();
    expect(refusal(await ask(server, { Authorization: "Bearer a b" }), server)).toEqual([
      400,
      "userinfo.token-present",
      'Bearer realm="userinfo", error="invalid_request", error_description="The header holds no token"',
    ]);
  });

  it("one in the address or the body is none (RFC 6750 §2)", async () => {
    const server = await openIdServer();
    const { access_token } = await signedIn(server);
    const address = new Request(`${URL_}?access_token=${access_token}`);
    expect((await server.fetch(address)).status).toBe(401);
    expect((await server.post("/userinfo", { access_token }, {})).status).toBe(401);
  });

  it("an ID token opens nothing", async () => {
    const server = await openIdServer();
    const { id_token } = await signedIn(server);
    const response = await ask(server, { Authorization: `Bearer ${id_token}` });
    expect(refusal(response, server)).toEqual([
      401,
      "userinfo.token-known",
      'Bearer realm="userinfo", error="invalid_token", error_description="The token is unknown"',
    ]);
  });

  it("one that has expired is refused (RFC 6750 §3.1)", async () => {
    const server = await openIdServer();
    const { access_token } = await signedIn(server);
    server.advance(900);
    const response = await ask(server, { Authorization: `Bearer ${access_token}` });
    expect([response.status, server.refusedBy()]).toEqual([401, "userinfo.fresh"]);
  });

  it("a revocation counts at once (RFC 7009 §2)", async () => {
    const server = await openIdServer();
    const { access_token: token } = await signedIn(server);
    await server.post("/revoke", { token }, authOf(SIGNING_IN));
    const one = await ask(server, { Authorization: `Bearer ${token}` });
    expect([one.status, server.refusedBy()]).toEqual([401, "userinfo.token-known"]);
  });

  it("so does that of everything the user allowed (RFC 6749 §4.1.2)", async () => {
    const server = await openIdServer();
    const code = await server.code(signingIn());
    const first = await server.post("/token", redeeming(code), authOf(SIGNING_IN));
    const { access_token } = await tokensOf(first);
    await server.post("/token", redeeming(code), authOf(SIGNING_IN));
    const response = await ask(server, { Authorization: `Bearer ${access_token}` });
    expect([response.status, server.refusedBy()]).toEqual([401, "userinfo.grant-live"]);
  });

  it("one for a named API opens nothing here, though a sign-in was asked for with it (RFC 8707 §2)", async () => {
    const server = await openIdServer();
    const resource = "https://api.example";
    const code = await server.code(signingIn({ scope: "openid photos.read" }));
    const fields = redeeming(code, { resource });
    const { access_token } = await tokensOf(
      await server.post("/token", fields, authOf(SIGNING_IN)),
    );
    const response = await ask(server, { Authorization: `Bearer ${access_token}` });
    expect([response.status, server.refusedBy()]).toEqual([401, "userinfo.audience"]);
  });

  it("one for photos alone does not tell who allowed it (OpenID Connect Core §5.3)", async () => {
    const server = await openIdServer();
    const { access_token } = await signedIn(server, { scope: "photos.read" });
    const response = await ask(server, { Authorization: `Bearer ${access_token}` });
    expect(refusal(response, server)).toEqual([
      403,
      "userinfo.scope",
      'Bearer realm="userinfo", error="insufficient_scope", error_description="The token has no scope openid", scope="openid"',
    ]);
  });
});

describe("a token that is bound to a key (RFC 9449 §7.1)", () => {
  async function bound() {
    const server = await openIdServer();
    const key = await newProofKey();
    const proofFor = (url: string, method: string, accessToken?: string) =>
      makeProof(key, { method, url, now: NOW, ...(accessToken ? { accessToken } : {}) });
    const code = await server.code(signingIn());
    const proof = await proofFor(`${ISSUER}/token`, "POST");
    const headers = { ...authOf(SIGNING_IN), DPoP: proof };
    const { access_token } = await tokensOf(await server.post("/token", redeeming(code), headers));
    return { server, token: access_token, proofFor };
  }

  it("tells with a proof, which works once", async () => {
    const { server, token, proofFor } = await bound();
    const headers = {
      Authorization: `DPoP ${token}`,
      DPoP: await proofFor(URL_, "GET", token),
    };
    expect((await ask(server, headers)).status).toBe(200);
    expect(refusal(await ask(server, headers), server)).toEqual([
      401,
      "userinfo.proof",
      'DPoP realm="userinfo", error="invalid_dpop_proof", error_description="The proof was used before", algs="ES256"',
    ]);
  });

  it("tells nothing as a bearer token, without a proof, or with one of another key", async () => {
    const { server, token } = await bound();
    const other = await makeProof(await newProofKey(), {
      method: "GET",
      url: URL_,
      now: NOW,
      accessToken: token,
    });
    for (const headers of [
      { Authorization: `Bearer ${token}` },
      { Authorization: `DPoP ${token}` },
      { Authorization: `DPoP ${token}`, DPoP: other },
    ]) {
      expect([(await ask(server, headers)).status, server.refusedBy()]).toEqual([
        401,
        "userinfo.proof",
      ]);
    }
  });

  it("is what the scheme DPoP is for", async () => {
    const server = await openIdServer();
    const { access_token } = await signedIn(server);
    const response = await ask(server, { Authorization: `DPoP ${access_token}` });
    expect([response.status, server.refusedBy()]).toEqual([401, "userinfo.proof"]);
  });
});
