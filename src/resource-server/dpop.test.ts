import { decodeJwt } from "jose";
import { describe, expect, it } from "vitest";
import { checkProof, makeProof, newProofKey } from "../oauth/dpop.ts";
import { API, apiWithKey, CLAIMS, NOW, photosRequest, refusers } from "./testing.ts";

const AT_API = { method: "GET", url: `${API}/photos`, now: NOW };

async function thumbprintOf(key: string): Promise<string> {
  const checked = await checkProof(await makeProof(key, AT_API), AT_API);
  return "proof" in checked ? checked.proof.jkt : "none";
}

/** An API, a token bound to a key, and that key. */
async function bound() {
  const key = await newProofKey();
  const { api, sign, reports } = await apiWithKey();
  const token = await sign({ ...CLAIMS, cnf: { jkt: await thumbprintOf(key) } });
  const proof = (change: object = {}) =>
    makeProof(key, { ...AT_API, accessToken: token, ...change });
  const ask = (headers: Record<string, string>) => api.fetch(photosRequest(undefined, { headers }));
  return { api, sign, reports, key, token, proof, ask };
}

const challengeOf = (response: Response) => [
  response.status,
  response.headers.get("WWW-Authenticate"),
];
const refusal = (error: string, description: string) => [
  401,
  `DPoP realm="photos", error="${error}", error_description="${description}", algs="ES256"`,
];

describe("a token that is bound to a key (RFC 9449 §7.1)", () => {
  it("opens the API with a proof of that key", async () => {
    const { ask, token, proof, reports } = await bound();
    const answer = await ask({ Authorization: `DPoP ${token}`, DPoP: await proof() });
    expect([answer.status, refusers(reports)]).toEqual([200, ["none"]]);
    expect(reports[0]?.find(({ id }) => id === "api.proof")).toMatchObject({ outcome: "passed" });
  });

  it("opens it whatever the query is, which a proof does not name (§4.3)", async () => {
    const { api, token, proof } = await bound();
    const headers = { Authorization: `dpop ${token}`, DPoP: await proof() };
    const answer = await api.fetch(new Request(`${API}/photos?size=small`, { headers }));
    expect(answer.status).toBe(200);
  });

  it("is rejected “received as a bearer token” (§7.2)", async () => {
    const { ask, token, proof, reports } = await bound();
    const answer = await ask({ Authorization: `Bearer ${token}`, DPoP: await proof() });
    expect(challengeOf(answer)).toEqual(
      refusal("invalid_token", "The token is bound to a key and was sent without a proof of it"),
    );
    expect(refusers(reports)).toEqual(["api.proof"]);
  });

  it("is rejected with a proof of another key", async () => {
    const { ask, token, reports } = await bound();
    const foreign = await makeProof(await newProofKey(), { ...AT_API, accessToken: token });
    const answer = await ask({ Authorization: `DPoP ${token}`, DPoP: foreign });
    expect(challengeOf(answer)).toEqual(
      refusal("invalid_token", "The token is bound to another key than the proof shows"),
    );
    expect(refusers(reports)).toEqual(["api.proof"]);
  });

  it("is rejected without a proof, or with one that was made for something else (§4.3)", async () => {
    const { ask, token, proof, reports } = await bound();
    const proofs: readonly (readonly [string, Record<string, string>])[] = [
      ["The request has no DPoP proof", {}],
      ["The DPoP proof is not one", { DPoP: "x" }],
      ["The DPoP proof was made for another method", { DPoP: await proof({ method: "POST" }) }],
      [
        "The DPoP proof was made for another address",
        { DPoP: await proof({ url: "https://api.evil.example/photos" }) },
      ],
      [
        "The DPoP proof was made too long ago or lies in the future",
        { DPoP: await proof({ now: NOW - 61 }) },
      ],
      [
        "The DPoP proof was made for another access token",
        { DPoP: await proof({ accessToken: "another" }) },
      ],
    ];
    for (const [description, headers] of proofs) {
      const answer = await ask({ Authorization: `DPoP ${token}`, ...headers });
      expect(challengeOf(answer)).toEqual(refusal("invalid_dpop_proof", description));
    }
    expect(new Set(refusers(reports))).toEqual(new Set(["api.proof"]));
  });

  it("is rejected with a proof that was used before (§11.1)", async () => {
    const { ask, token, proof, reports } = await bound();
    const headers = { Authorization: `DPoP ${token}`, DPoP: await proof() };
    const racing = await Promise.all([ask(headers), ask(headers), ask(headers)]);
    expect(racing.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(challengeOf(await ask(headers))).toEqual(
      refusal("invalid_dpop_proof", "The DPoP proof was used before"),
    );
    expect(refusers(reports).toSorted()).toEqual(["api.proof", "api.proof", "api.proof", "none"]);
  });

  it("whose cnf names no key is of no use (§6.1)", async () => {
    const { ask, sign, reports } = await bound();
    for (const cnf of [{}, { jkt: 7 }, "x"]) {
      await ask({ Authorization: `DPoP ${await sign({ ...CLAIMS, cnf })}` });
    }
    expect(refusers(reports)).toEqual(["api.proof", "api.proof", "api.proof"]);
  });
});

it("refuses a token that is bound to no key under the scheme DPoP (RFC 9449 §7.1)", async () => {
  const { api, sign, reports } = await apiWithKey();
  const token = await sign(CLAIMS);
  expect(decodeJwt(token)).not.toHaveProperty("cnf");
  const headers = { Authorization: `DPoP ${token}` };
  const answer = await api.fetch(photosRequest(undefined, { headers }));
  expect([answer.status, refusers(reports)]).toEqual([401, ["api.proof"]]);
});
