import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { grantServers } from "../grants/servers.ts";
import { makeProof, newProofKey } from "../oauth/dpop.ts";
import { BASIC, ISSUER, NOW, redeeming, testServer, tokensOf } from "./testing.ts";

const AT_TOKEN = { method: "POST", url: `${ISSUER}/token`, now: NOW };
const PAGE = { client_id: "page" };
const REFUSED = {
  error: "invalid_dpop_proof",
  error_description: "The DPoP proof is not one for this request",
};

const fresh = () => testServer(grantServers);
type Server = Awaited<ReturnType<typeof fresh>>;

async function redeemed(server: Server, proof: string, headers: object = BASIC) {
  const code = await server.code();
  return server.post("/token", redeeming(code), { ...headers, DPoP: proof });
}

/** The tokens of a public client that showed this key. */
async function ofPage(server: Server, key: string) {
  const code = await server.code(PAGE);
  const proof = await makeProof(key, AT_TOKEN);
  return tokensOf(await server.post("/token", redeeming(code, PAGE), { DPoP: proof }));
}

const refresh = (
  server: Server,
  refresh_token: string,
  headers: Readonly<Record<string, string>>,
) => server.post("/token", { grant_type: "refresh_token", refresh_token, ...PAGE }, headers);

describe("a token request with a proof (RFC 9449 §5)", () => {
  it("gets an access token that is bound to its key, “a token_type of DPoP” included (§6.1)", async () => {
    const server = await fresh();
    const answer = await redeemed(server, await makeProof(await newProofKey(), AT_TOKEN));
    const body: unknown = await answer.clone().json();
    const { access_token } = await tokensOf(answer);
    expect(body).toMatchObject({ token_type: "DPoP", expires_in: 900 });
    expect(decodeJwt(access_token)).toMatchObject({
      cnf: { jkt: expect.stringMatching(/^[\w-]{43}$/) },
    });
    expect(server.checks().map(({ id }) => id)).toContain("token.proof");
  });

  it("without one gets a bearer token, bound to nothing", async () => {
    const { access_token } = await (await fresh()).tokens();
    expect(decodeJwt(access_token)).not.toHaveProperty("cnf");
  });

  it("is refused when the proof is not valid, and spends no code", async () => {
    const server = await fresh();
    const key = await newProofKey();
    const code = await server.code();
    for (const proof of ["x", "", await makeProof(key, { ...AT_TOKEN, method: "GET" })]) {
      const answer = await server.post("/token", redeeming(code), { ...BASIC, DPoP: proof });
      expect([answer.status, server.refusedBy()]).toEqual([400, "token.proof"]);
      expect(await answer.json()).toEqual(REFUSED);
    }
    const answer = await server.post("/token", redeeming(code));
    expect(answer.status).toBe(200);
  });

  it("is refused when the proof was used before (§11.1)", async () => {
    const server = await fresh();
    const proof = await makeProof(await newProofKey(), AT_TOKEN);
    expect((await redeemed(server, proof)).status).toBe(200);
    const second = await redeemed(server, proof);
    expect([second.status, server.refusedBy()]).toEqual([400, "token.proof"]);
  });

  it("is told apart in introspection (§6.2)", async () => {
    const server = await fresh();
    const answer = await redeemed(server, await makeProof(await newProofKey(), AT_TOKEN));
    const { access_token: token } = await tokensOf(answer);
    const told: unknown = await (await server.post("/introspect", { token })).json();
    expect(told).toMatchObject({
      active: true,
      token_type: "DPoP",
      cnf: { jkt: expect.stringMatching(/^[\w-]{43}$/) },
    });
  });
});

describe("the refresh token of a public client that showed a key (RFC 9449 §5)", () => {
  it("is used with a proof of the same key only", async () => {
    const server = await fresh();
    const key = await newProofKey();
    const { refresh_token } = await ofPage(server, key);
    const another = await makeProof(await newProofKey(), AT_TOKEN);
    for (const headers of [{}, { DPoP: another }]) {
      const answer = await refresh(server, refresh_token, headers);
      expect([answer.status, server.refusedBy()]).toEqual([400, "token.refresh-key"]);
    }
    const own = await refresh(server, refresh_token, { DPoP: await makeProof(key, AT_TOKEN) });
    expect([own.status, server.refusedBy()]).toEqual([200, "none"]);
  });

  it("is bound after a rotation as well", async () => {
    const server = await fresh();
    const key = await newProofKey();
    const first = await ofPage(server, key);
    const proof = await makeProof(key, AT_TOKEN);
    const next = await tokensOf(await refresh(server, first.refresh_token, { DPoP: proof }));
    await refresh(server, next.refresh_token, {});
    expect(server.refusedBy()).toBe("token.refresh-key");
  });

  it("is not bound for a confidential client, whose secret binds it", async () => {
    const server = await fresh();
    const answer = await redeemed(server, await makeProof(await newProofKey(), AT_TOKEN));
    const { refresh_token } = await tokensOf(answer);
    const again = await server.post("/token", { grant_type: "refresh_token", refresh_token });
    expect(await again.json()).toMatchObject({ token_type: "Bearer" });
  });
});
