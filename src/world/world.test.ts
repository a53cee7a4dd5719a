import { expect, test } from "vitest";
import { openSandbox } from "../testing/lab.ts";
import { memoryStores } from "./persistent.ts";
import type { SharedRecords } from "./records.ts";
import { createWorld } from "./world.ts";

const NOW = 1_800_000_000;
const call = () => ({ id: crypto.randomUUID(), step: "keys", edited: false });
const jwks = { method: "GET", url: "https://auth.example/jwks", headers: [] };

function two() {
  const stores = memoryStores();
  const world = () => createWorld(stores, () => NOW);
  return { stores, one: world(), another: world() };
}

async function keysOf(world: ReturnType<typeof createWorld>): Promise<unknown> {
  const { response } = await world.exchange("s", call(), jwks);
  return response?.body;
}

test("a world started after this one signs with the same keys", async () => {
  const { one, another } = two();
  await one.open("s", { clientSite: "server" });
  expect(await keysOf(another)).toBe(await keysOf(one));
});

test("still so when the records were deleted under this one", async () => {
  const { stores, one, another } = two();
  await one.open("s", { clientSite: "server" });
  await keysOf(one);
  await stores<SharedRecords>("shared").clear();
  const after = await keysOf(one);
  expect(await keysOf(another)).toBe(after);
});

test("tells what the authorization server remembers and what the last message made of it", async () => {
  const client = await openSandbox({ clientSite: "server" });
  const url =
    "https://auth.example/authorize?response_type=code&client_id=print-classic&scope=photos.read&redirect_uri=https%3A%2F%2Fprint.example%2Fcallback";
  await client.visit(call(), { method: "GET", url, headers: [] });
  const { now, remembered, changes } = await client.inspect();
  const records = remembered.filter(({ kind }) => kind !== "client");
  expect([now, records.map(({ kind, state }) => [kind, state])]).toEqual([
    NOW + 1,
    [
      ["interaction", "live"],
      ["session", "live"],
    ],
  ]);
  expect(changes).toEqual([
    { kind: "session", id: records[1]?.id, became: "new" },
    { kind: "interaction", id: records[0]?.id, became: "new" },
  ]);
  await client.visit(call(), { method: "GET", url: "https://auth.example/jwks", headers: [] });
  expect((await client.inspect()).changes).toEqual([]);
});

test("a rewinding reaches it over its protocol, and gives the branch it left", async () => {
  const client = await openSandbox({ clientSite: "server" });
  const first = await client.exchange(call(), jwks);
  const second = await client.exchange(call(), jwks);
  const { now, trace, abandoned } = await client.rewind(first.id);
  expect([now, client.now(), trace.map(({ id }) => id)]).toEqual([NOW + 1, NOW + 1, [first.id]]);
  expect(abandoned).toEqual({
    branches: [{ number: 1, entries: [first.id, second.id], fork: 1 }],
    entries: [second],
  });
});
