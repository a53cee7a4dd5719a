import { expect, test } from "vitest";
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
