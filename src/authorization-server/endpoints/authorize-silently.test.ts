import { expect, it } from "vitest";
import { grantServers } from "../../grants/servers.ts";
import {
  ALICE,
  asking,
  BOB,
  CALLBACK,
  ISSUER,
  PUBLIC,
  redeeming,
  testServer,
  tokensOf,
} from "../testing.ts";

const silently = asking({ prompt: "none" });
const answerOf = (url: URL) => Object.fromEntries(url.searchParams);

it("prompt=none answers at once what the user allowed before (OpenID Connect Core §3.1.2.1)", async () => {
  const server = await testServer(grantServers);
  const browser = server.browser();
  await browser.walk(asking(), ALICE);
  const back = await browser.begin(silently);
  expect(`${back.origin}${back.pathname}`).toBe(CALLBACK);
  const { code = "" } = answerOf(back);
  expect((await server.post("/token", redeeming(code))).status).toBe(200);
});

it("prompt=none is login_required where nobody is signed in (OpenID Connect Core §3.1.2.6)", async () => {
  const server = await testServer(grantServers);
  expect(answerOf(await server.browser().begin(silently))).toEqual({
    error: "login_required",
    error_description: "No user is signed in",
    state: "s1",
    iss: ISSUER,
  });
});

it("prompt=none is consent_required for what the user has not allowed (OpenID Connect Core §3.1.2.6)", async () => {
  const server = await testServer(grantServers);
  const browser = server.browser();
  await browser.walk(asking(), ALICE);
  const more = { ...silently, scope: "photos.read photos.write" };
  expect(answerOf(await browser.begin(more))["error"]).toBe("consent_required");
});

it("prompt=none does not take one user's consent for another's", async () => {
  const server = await testServer(grantServers);
  await server.browser().walk(asking(), ALICE);
  const bobs = server.browser();
  await bobs.walk(asking(), BOB, "deny");
  expect(answerOf(await bobs.begin(silently))["error"]).toBe("consent_required");
});

it("prompt=none is worth nothing after the consent was revoked (RFC 7009 §2)", async () => {
  const server = await testServer(grantServers);
  const browser = server.browser();
  const code = (await browser.walk(asking(), ALICE)).searchParams.get("code") ?? "";
  await server.post("/token", redeeming(code));
  await server.post("/token", redeeming(code));
  expect(server.refusedBy()).toBe("token.code-unspent");
  expect(answerOf(await browser.begin(silently))["error"]).toBe("consent_required");
});

it("prompt=none does not renew a consent: revoking what the user gave ends it (RFC 7009 §2)", async () => {
  const server = await testServer(grantServers);
  const browser = server.browser();
  const codeOf = (url: URL) => url.searchParams.get("code") ?? "";
  const first = await tokensOf(
    await server.post("/token", redeeming(codeOf(await browser.walk(asking(), ALICE)))),
  );
  expect(codeOf(await browser.begin(silently))).not.toBe("");
  await server.post("/revoke", { token: first.refresh_token });
  expect(answerOf(await browser.begin(silently))["error"]).toBe("consent_required");
});

it.each(["http://127.0.0.1:4711/cb", "example.print:/cb"])(
  "prompt=none gives nothing to a public client on the device at %s (RFC 6749 §10.2, RFC 8252 §8.6)",
  async (redirect_uri) => {
    const server = await testServer(grantServers);
    const browser = server.browser();
    const page = { client_id: PUBLIC.clientId };
    await browser.walk(asking(page), ALICE);
    const back = await browser.begin({ ...silently, ...page, redirect_uri });
    expect([answerOf(back)["error"], server.refusedBy()]).toEqual([
      "consent_required",
      "authorize.silent-client",
    ]);
    const own = await browser.begin({ ...silently, ...page });
    expect(Object.keys(answerOf(own))).toContain("code");
  },
);

it("prompt=none together with another prompt is refused (OpenID Connect Core §3.1.2.1)", async () => {
  const server = await testServer(grantServers);
  const back = await server.browser().begin(asking({ prompt: "none login" }));
  expect([answerOf(back)["error"], server.refusedBy()]).toEqual([
    "invalid_request",
    "authorize.prompt",
  ]);
});

it("prompt=none redirects nobody to a client that registered itself (RFC 9700 §4.11.2)", async () => {
  const server = await testServer(grantServers);
  const client_id = await server.stranger("https://stranger.example/cb");
  const asked = { ...silently, client_id, redirect_uri: "https://stranger.example/cb" };
  const to = await server.browser().begin(asked);
  expect(to.href.startsWith(`${ISSUER}/login?interaction=`)).toBe(true);
});
