import { describe, expect, it } from "vitest";
import { apiChecks } from "./checks.ts";
import { API, apiWithKey, CLAIMS, photosRequest, refusers } from "./testing.ts";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "WWW-Authenticate",
};
const JSON_TYPE = { "content-type": "application/json" };
const NO_STORE = { "cache-control": "no-store" };

async function whole(response: Response) {
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  return { status: response.status, headers: Object.fromEntries(response.headers), body };
}

const ANSWERED = { ...CORS, ...JSON_TYPE, ...NO_STORE };
const NO_CREDENTIALS = {
  status: 401,
  headers: {
    ...ANSWERED,
    "www-authenticate": 'Bearer realm="photos", DPoP realm="photos", algs="ES256"',
  },
  body: { message: "Send an access token: Authorization: Bearer <token>" },
};

function invalidRequest(description: string) {
  const challenge = `Bearer realm="photos", error="invalid_request", error_description="${description}"`;
  return {
    status: 400,
    headers: { ...ANSWERED, "www-authenticate": challenge },
    body: { error: "invalid_request", error_description: description },
  };
}

const MALFORMED = invalidRequest("The Authorization header holds no bearer token");
const TWO_WAYS = invalidRequest("The access token is sent in more than one way");

describe("print jobs", () => {
  const OWN = { ...CLAIMS, sub: "print-nightly", client_id: "print-nightly", scope: "jobs.read" };
  const jobs = (token: string, init: RequestInit = {}) =>
    new Request(`${API}/print-jobs`, { ...init, headers: { Authorization: `Bearer ${token}` } });

  it("are those of the client the token was issued to (RFC 9068 §2.2)", async () => {
    const { api, sign } = await apiWithKey();
    const mine = await api.fetch(jobs(await sign(OWN)));
    expect([mine.status, await mine.json()]).toEqual([
      200,
      {
        jobs: [
          { id: "j1", title: "48 prints, 10 × 15 cm, glossy", due: "2026-11-23" },
          { id: "j2", title: "A calendar, 13 pages", due: "2026-11-24" },
          { id: "j3", title: "Two posters, 50 × 70 cm", due: "2026-11-27" },
        ],
      },
    ]);
    const other = await api.fetch(jobs(await sign({ ...OWN, sub: "quiz", client_id: "quiz" })));
    expect(await other.json()).toEqual({ jobs: [] });
  });

  it("are for a client itself, and photos for a user: neither passes for the other (RFC 9700 §4.15)", async () => {
    const { api, sign, reports } = await apiWithKey();
    const person = await api.fetch(jobs(await sign({ ...CLAIMS, scope: "jobs.read" })));
    const description = "This is for tokens that a client got for itself";
    expect([person.status, await person.json()]).toEqual([
      403,
      { error: "insufficient_scope", error_description: description },
    ]);
    const client = await sign({ ...CLAIMS, sub: "alice", client_id: "alice" });
    expect((await api.fetch(photosRequest(client))).status).toBe(403);
    expect(refusers(reports)).toEqual(["api.subject", "api.subject"]);
  });

  it("need the scope jobs.read (RFC 6750 §3.1)", async () => {
    const { api, sign, reports } = await apiWithKey();
    const response = await api.fetch(jobs(await sign({ ...OWN, scope: "photos.read" })));
    expect([response.status, response.headers.get("WWW-Authenticate")]).toEqual([
      403,
      'Bearer realm="print-jobs", error="insufficient_scope", error_description="The token does not allow this", scope="jobs.read"',
    ]);
    expect(refusers(reports)).toEqual(["api.scope"]);
  });

  it("are read with GET only (RFC 9110 §15.5.6)", async () => {
    const { api, sign } = await apiWithKey();
    const response = await api.fetch(jobs(await sign(OWN), { method: "POST", body: "{}" }));
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});

describe("photos", () => {
  it("are those of the token's subject", async () => {
    const { api, sign, reports } = await apiWithKey();
    const bob = await api.fetch(photosRequest(await sign({ ...CLAIMS, sub: "bob" })));
    expect(await whole(bob)).toEqual({
      status: 200,
      headers: ANSWERED,
      body: {
        photos: [
          { id: "b1", title: "Crane at sunrise", taken: "2026-03-09" },
          { id: "b2", title: "The bridge, half built", taken: "2026-04-12" },
        ],
      },
    });
    // A token that is bound to no key needs no proof of one, and an API that reads tokens asks nobody about them.
    const rows = apiChecks.filter(({ id }) => id !== "api.proof" && id !== "api.active");
    expect(reports).toEqual([
      rows.map(({ id, title, spec, why }) => ({ id, title, spec, why, outcome: "passed" })),
    ]);
  });

  it("are none for a subject nobody knows", async () => {
    const { api, sign } = await apiWithKey();
    for (const sub of ["carol", "constructor", "__proto__"]) {
      const response = await api.fetch(photosRequest(await sign({ ...CLAIMS, sub })));
      expect(await response.json()).toEqual({ photos: [] });
    }
  });

  it("can be added with photos.write and are then listed, for that subject alone", async () => {
    const { api, sign } = await apiWithKey();
    const token = await sign({ ...CLAIMS, sub: "carol", scope: "photos.read photos.write" });
    const added = await api.fetch(
      photosRequest(token, { method: "POST", headers: JSON_TYPE, body: '{"title":" Café "}' }),
    );
    const photo: unknown = await added.json();
    const id: unknown = expect.stringMatching(/^20260921141320-[0-9a-f-]{36}$/);
    expect([added.status, photo]).toEqual([201, { id, title: "Café", taken: "2026-09-21" }]);
    const hers = await api.fetch(photosRequest(token));
    expect(await hers.json()).toEqual({ photos: [photo] });
    const others = await api.fetch(photosRequest(await sign({ ...CLAIMS, sub: "dave" })));
    expect(await others.json()).toEqual({ photos: [] });
  });

  it("live below the identifier's path", async () => {
    const identifier = `${API}/v1/`;
    const { api, sign } = await apiWithKey({ identifier });
    const token = await sign({ ...CLAIMS, aud: identifier });
    const headers = { Authorization: `Bearer ${token}` };
    const inside = await api.fetch(new Request(`${API}/v1/photos`, { headers }));
    const outside = await api.fetch(new Request(`${API}/photos`, { headers }));
    expect([inside.status, outside.status]).toEqual([200, 404]);
  });
});

describe("credentials (RFC 6750 §2)", () => {
  it("answers a request without any with a challenge and no error code (RFC 6750 §3.1)", async () => {
    const { api, reports, fetched } = await apiWithKey();
    expect(await whole(await api.fetch(photosRequest()))).toEqual(NO_CREDENTIALS);
    expect(reports[0]?.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["api.token-present", "failed"],
      ["api.one-method", "not reached"],
      ["api.signature", "not reached"],
      ["api.type", "not reached"],
      ["api.issuer", "not reached"],
      ["api.audience", "not reached"],
      ["api.expiry", "not reached"],
      ["api.claims", "not reached"],
      ["api.scope", "not reached"],
      ["api.subject", "not reached"],
    ]);
    expect(fetched).toEqual([]);
  });

  it("treats an unsupported authentication method as no credentials (RFC 6750 §3.1)", async () => {
    const { api, reports } = await apiWithKey();
    const headers = { Authorization: "Basic cHJpbnQ6c2VjcmV0" };
    expect(await whole(await api.fetch(photosRequest(undefined, { headers })))).toEqual(
      NO_CREDENTIALS,
    );
    expect(refusers(reports)).toEqual(["api.token-present"]);
  });

  it("ignores a token in the query (OAuth 2.1 §5.1) or in a form body", async () => {
    const { api, sign, reports } = await apiWithKey();
    const token = await sign({ ...CLAIMS, scope: "photos.read photos.write" });
    const query = new Request(`${API}/photos?access_token=${token}`);
    const body = new URLSearchParams({ access_token: token });
    expect(await whole(await api.fetch(query))).toEqual(NO_CREDENTIALS);
    expect(
      await whole(await api.fetch(photosRequest(undefined, { method: "POST", body }))),
    ).toEqual(NO_CREDENTIALS);
    expect(refusers(reports)).toEqual(["api.token-present", "api.token-present"]);
  });

  it("refuses more than one method of sending the token (RFC 6750 §2)", async () => {
    const { api, sign, reports } = await apiWithKey();
    const token = await sign({ ...CLAIMS, scope: "photos.read photos.write" });
    const headers = { Authorization: `Bearer ${token}` };
    const query = new Request(`${API}/photos?access_token=${token}`, { headers });
    const body = new URLSearchParams({ access_token: token });
    expect(await whole(await api.fetch(query))).toEqual(TWO_WAYS);
    expect(await whole(await api.fetch(photosRequest(token, { method: "POST", body })))).toEqual(
      TWO_WAYS,
    );
    expect(refusers(reports)).toEqual(["api.one-method", "api.one-method"]);
  });

  it("refuses what is no b64token (RFC 6750 §2.1) as invalid_request", async () => {
    const { api, reports } = await apiWithKey();
    for (const value of ["Bearer", "Bearer a b", "Bearer a, Bearer b", 'Bearer "a"', "Bearer =a"]) {
      const headers = { Authorization: value };
      expect(await whole(await api.fetch(photosRequest(undefined, { headers })))).toEqual(
        MALFORMED,
      );
    }
    expect(new Set(refusers(reports))).toEqual(new Set(["api.token-present"]));
  });

  it("matches the scheme without regard to case (RFC 9110 §11.1)", async () => {
    const { api, sign } = await apiWithKey();
    const token = await sign(CLAIMS);
    for (const scheme of ["bearer", "BEARER", "bEaReR "]) {
      const headers = { Authorization: `${scheme} ${token}` };
      expect((await api.fetch(photosRequest(undefined, { headers }))).status).toBe(200);
    }
  });
});

describe("scope (RFC 6750 §3.1)", () => {
  it("refuses with 403 and names the scope that is missing", async () => {
    const { api, sign, reports } = await apiWithKey();
    for (const scope of ["photos.write", "photos.reader", "", undefined, ["photos.read"]]) {
      const response = await api.fetch(photosRequest(await sign({ ...CLAIMS, scope })));
      expect(await whole(response)).toEqual({
        status: 403,
        headers: {
          ...ANSWERED,
          "www-authenticate":
            'Bearer realm="photos", error="insufficient_scope", error_description="The token does not allow this", scope="photos.read"',
        },
        body: {
          error: "insufficient_scope",
          error_description: "The token does not allow this",
          scope: "photos.read",
        },
      });
    }
    expect(new Set(refusers(reports))).toEqual(new Set(["api.scope"]));
  });

  it("asks for photos.write to add a photo", async () => {
    const { api, sign, reports } = await apiWithKey();
    const response = await api.fetch(
      photosRequest(await sign(CLAIMS), { method: "POST", headers: JSON_TYPE, body: "{}" }),
    );
    expect([response.status, refusers(reports)]).toEqual([403, ["api.scope"]]);
  });
});

describe("the key set", () => {
  const answers: Record<string, () => Response | Promise<Response>> = {
    "cannot be reached": () => Promise.reject(new TypeError("connection refused")),
    "is an error page": () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
    "is no JSON": () => new Response("<h1>Hello</h1>"),
    "has no keys": () => Response.json({}),
    "is a list of strings": () => Response.json({ keys: ["k1"] }),
    "is null": () => Response.json(null),
    "has a broken key": () =>
      Response.json({ keys: [{ kty: "EC", crv: "P-256", kid: "k1", x: "AA", y: "AA" }] }),
  };
  for (const [what, answer] of Object.entries(answers)) {
    it(`answers 503 when it ${what}`, async () => {
      const { api, sign, reports } = await apiWithKey({ fetch: async () => answer() });
      expect(await whole(await api.fetch(photosRequest(await sign(CLAIMS))))).toEqual({
        status: 503,
        headers: ANSWERED,
        body: {
          error: "temporarily_unavailable",
          error_description: "The keys of the authorization server cannot be read",
        },
      });
      expect(refusers(reports)).toEqual(["api.signature"]);
    });
  }
});

describe("HTTP", () => {
  it("answers a preflight so that browser clients may send a token (Fetch §4.8)", async () => {
    const { api, reports } = await apiWithKey();
    expect(await whole(await api.fetch(photosRequest(undefined, { method: "OPTIONS" })))).toEqual({
      status: 204,
      headers: {
        ...CORS,
        ...NO_STORE,
        "access-control-allow-methods": "GET, HEAD, POST",
        "access-control-allow-headers": "Authorization, Content-Type, DPoP",
        "access-control-max-age": "600",
      },
      body: undefined,
    });
    expect(reports).toEqual([]);
  });

  it("answers other methods with 405 and Allow (RFC 9110 §15.5.6)", async () => {
    const { api } = await apiWithKey();
    const response = await api.fetch(photosRequest(undefined, { method: "DELETE" }));
    expect([response.status, response.headers.get("Allow")]).toEqual([
      405,
      "GET, HEAD, POST, OPTIONS",
    ]);
  });

  it("answers HEAD like GET without the content (RFC 9110 §9.3.2)", async () => {
    const { api, sign } = await apiWithKey();
    const response = await api.fetch(photosRequest(await sign(CLAIMS), { method: "HEAD" }));
    expect(await whole(response)).toEqual({ status: 200, headers: ANSWERED, body: undefined });
  });

  it("refuses photos it cannot read", async () => {
    const { api, sign } = await apiWithKey();
    const token = await sign({ ...CLAIMS, scope: "photos.write" });
    const long = JSON.stringify({ title: "x".repeat(101) });
    for (const body of ["", "{", "null", "[]", "{}", '{"title":1}', '{"title":" "}', long]) {
      const init = { method: "POST", headers: JSON_TYPE, body };
      expect((await api.fetch(photosRequest(token, init))).status).toBe(400);
    }
    const text = { method: "POST", headers: { "Content-Type": "text/plain" }, body: "hello" };
    expect((await api.fetch(photosRequest(token, text))).status).toBe(415);
  });

  it("refuses a body over 64 kB before it reads the rest", async () => {
    const { api, sign, reports } = await apiWithKey();
    const token = await sign({ ...CLAIMS, scope: "photos.write" });
    const body = "x".repeat(5_000_000);
    const response = await api.fetch(photosRequest(token, { method: "POST", body }));
    expect([response.status, reports]).toEqual([413, []]);
  });
});
