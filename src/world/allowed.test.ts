import { expect, test } from "vitest";
import type { SandboxSettings } from "../flow/transport.ts";
import { ARCHIVE, PAGE_CLIENT } from "../grants/cast.ts";
import { allowedTo, heldThen, redeemRequest } from "../grants/steps/allowed.ts";
import { photosRequest, readTokens } from "../grants/steps/tokens.ts";
import { reader } from "../flow/define-flow.ts";
import { openSandbox } from "../testing/lab.ts";
import type { SandboxClient } from "./client.ts";

const settings: SandboxSettings = { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id) };
const redeem = redeemRequest({ method: "none", id: PAGE_CLIENT.id }, reader(heldThen));
const call = () => ({ id: crypto.randomUUID(), step: "any", edited: false });

async function redeemed(client: SandboxClient) {
  const { response } = await client.exchange(call(), redeem);
  const answer = response === undefined ? { request: redeem } : { request: redeem, response };
  return { status: response?.status, token: readTokens(answer).access_token ?? "" };
}

test("what a user allowed before the walk is remembered, once for each beginning", async () => {
  const client = await openSandbox(settings);
  expect((await redeemed(client)).status).toBe(200);
  expect((await redeemed(client)).status).toBe(400);
  await client.restart(settings);
  expect((await redeemed(client)).status).toBe(200);
});

test("it is good for as long as a code is", async () => {
  const client = await openSandbox(settings);
  await client.advance(60);
  expect((await redeemed(client)).status).toBe(400);
});

test("nothing is remembered where nothing was allowed", async () => {
  const client = await openSandbox({ clientSite: "static" });
  expect((await redeemed(client)).status).toBe(400);
});

test("two APIs trust the same server, and each wants tokens of its own", async () => {
  const client = await openSandbox(settings);
  const request = photosRequest((await redeemed(client)).token);
  const home = await client.exchange(call(), request);
  const other = await client.exchange(call(), { ...request, url: `${ARCHIVE}/photos` });
  expect([home.response?.status, other.response?.status]).toEqual([200, 401]);
  expect(other.checks.find(({ outcome }) => outcome === "failed")?.id).toBe("api.audience");
});

test("the trace tells what an API asked about a token, and nothing of the keys it fetched", async () => {
  const asking = await openSandbox({ ...settings, introspection: true });
  const reading = await openSandbox(settings);
  const asked = async (client: SandboxClient) => {
    const entry = await client.exchange(call(), photosRequest((await redeemed(client)).token));
    return [entry.response?.status, entry.asked?.map(({ request }) => request.url)];
  };
  expect(await asked(asking)).toEqual([200, ["https://auth.example/introspect"]]);
  expect(await asked(reading)).toEqual([200, undefined]);
});
