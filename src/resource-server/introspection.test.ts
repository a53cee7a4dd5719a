import { expect, it, vi } from "vitest";
import type { ResourceServerConfig } from "./create.ts";
import { apiWithKey, CLAIMS, photosRequest, refusers } from "./testing.ts";

const ACTIVE = { ...CLAIMS, jti: undefined, active: true };

/** An API that asks about every token, and what it asked. */
async function askingApi(
  answer: (request: Request) => Response | Promise<Response>,
  change: Partial<ResourceServerConfig> = {},
) {
  const asked: Request[] = [];
  const made = await apiWithKey({
    introspection: { clientId: "photo api", secret: "s3:cret" },
    fetch: async (request) => {
      asked.push(request);
      return answer(request);
    },
    ...change,
  });
  return { ...made, asked };
}

it("asks the authorization server about the token, as itself (RFC 7662 §2.1)", async () => {
  const { api, asked, reports } = await askingApi(() => Response.json(ACTIVE));
  const response = await api.fetch(photosRequest("opaque"));
  expect([response.status, refusers(reports)]).toEqual([200, ["none"]]);
  const [question] = asked;
  expect([asked.length, question?.method, question?.url, await question?.text()]).toEqual([
    1,
    "POST",
    "https://auth.example/introspect",
    "token=opaque&token_type_hint=access_token",
  ]);
  expect(question?.headers.get("Authorization")).toBe(`Basic ${btoa("photo+api:s3%3Acret")}`);
});

it("makes the checks that are left, of what it was told (RFC 7662 §2.2)", async () => {
  const { api, reports } = await askingApi(() => Response.json(ACTIVE));
  await api.fetch(photosRequest("opaque"));
  expect(reports[0]?.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "api.token-present passed",
    "api.one-method passed",
    "api.active passed",
    "api.issuer passed",
    "api.audience passed",
    "api.expiry passed",
    "api.claims passed",
    "api.scope passed",
    "api.subject passed",
  ]);
});

it.each([
  ["is not active", { active: false }, "api.active"],
  ["is active in words only", { ...ACTIVE, active: "true" }, "api.active"],
  ["is meant for another API", { ...ACTIVE, aud: "https://other.example" }, "api.audience"],
  ["has another issuer", { ...ACTIVE, iss: "https://evil.example" }, "api.issuer"],
  ["has no subject", { ...ACTIVE, sub: undefined }, "api.claims"],
  ["has expired", { ...ACTIVE, exp: 1 }, "api.expiry"],
  ["covers something else", { ...ACTIVE, scope: "photos.write" }, "api.scope"],
])("refuses a token that %s", async (_, answer, check) => {
  const { api, reports } = await askingApi(() => Response.json(answer));
  await api.fetch(photosRequest("opaque"));
  expect(refusers(reports)).toEqual([check]);
});

it("says that the token is invalid when it is not active (RFC 6750 §3.1)", async () => {
  const { api } = await askingApi(() => Response.json({ active: false }));
  const response = await api.fetch(photosRequest("opaque"));
  expect([response.status, response.headers.get("WWW-Authenticate")]).toEqual([
    401,
    'Bearer realm="photos", error="invalid_token", error_description="The authorization server says that the token is not active"',
  ]);
});

it("asks about JWTs too, for they do not say that they were revoked", async () => {
  const { api, sign, reports } = await askingApi(() => Response.json({ active: false }));
  await api.fetch(photosRequest(await sign(CLAIMS)));
  expect(refusers(reports)).toEqual(["api.active"]);
});

it("reads JWTs by itself and asks about opaque tokens only, where it is set up so (RFC 9068 §4)", async () => {
  const { api, sign, asked, reports } = await askingApi(() => Response.json({ keys: [] }), {
    asksAbout: "opaque",
  });
  await api.fetch(photosRequest(await sign(CLAIMS)));
  await api.fetch(photosRequest("opaque"));
  expect(asked.map(({ url }) => url)).toEqual([
    "https://auth.example/jwks",
    "https://auth.example/introspect",
  ]);
  expect(refusers(reports)).toEqual(["api.signature", "api.active"]);
});

it("does not send on the token of a request that is refused anyway (RFC 6750 §2)", async () => {
  const { api, asked, reports } = await askingApi(() => Response.json(ACTIVE));
  const twice = new Request("https://api.example/photos?access_token=other", {
    headers: { Authorization: "Bearer opaque" },
  });
  expect((await api.fetch(twice)).status).toBe(400);
  expect([asked.length, refusers(reports)]).toEqual([0, ["api.one-method"]]);
});

it("lets nobody in when the answer does not come within five seconds", async () => {
  const late = new AbortController();
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(late.signal);
  const { api, reports } = await askingApi(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(new TypeError("aborted")));
        late.abort();
      }),
  );
  const response = await api.fetch(photosRequest("opaque"));
  expect([response.status, refusers(reports)]).toEqual([503, ["api.active"]]);
  expect(timeout.mock.calls).toEqual([[5000]]);
  timeout.mockRestore();
});

it.each([
  ["an error", () => new Response("", { status: 500 })],
  ["a refusal", () => Response.json({ error: "invalid_client" }, { status: 401 })],
  ["no JSON", () => new Response("active")],
  ["no object", () => Response.json([ACTIVE])],
  [
    "nothing",
    () => {
      throw new TypeError("unreachable");
    },
  ],
])("lets nobody in when the answer is %s", async (_, answer) => {
  const { api, reports } = await askingApi(answer);
  const response = await api.fetch(photosRequest("opaque"));
  expect([response.status, refusers(reports)]).toEqual([503, ["api.active"]]);
});

it("asks nothing when there is no token", async () => {
  const { api, asked, reports } = await askingApi(() => Response.json(ACTIVE));
  await api.fetch(photosRequest());
  expect([asked.length, refusers(reports)]).toEqual([0, ["api.token-present"]]);
});
