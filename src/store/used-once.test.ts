import { expect, it, vi } from "vitest";
import { journaled } from "./journaled.ts";
import { memoryStore } from "./memory.ts";
import type { Sweep } from "./sweep.ts";
import { isFirstUse, type Used } from "./used-once.ts";

type Records = { proof: Used; sweep: Sweep };

it("knows a second use for as long as it matters, and then forgets it (RFC 9449 §11.1)", async () => {
  const store = memoryStore<Records>();
  const use = (id: string, now: number) =>
    isFirstUse(store, { kind: "proof", id, lifetime: 70 }, now);
  expect([await use("a", 1000), await use("a", 1070), await use("b", 1070)]).toEqual([
    true,
    false,
    true,
  ]);
  await use("c", 1071);
  expect((await store.list("proof")).map(({ id }) => id).toSorted()).toEqual(["b", "c"]);
});

it("reads all that is kept once in a lifetime, whatever object asks for it (RFC 9449 §11.1)", async () => {
  const store = memoryStore<Records>();
  const list = vi.spyOn(store, "list");
  const times = Array.from({ length: 142 }, (_, second) => 1000 + second);
  for (const now of times) {
    const ofThisTurn = journaled(store, () => undefined);
    await isFirstUse(ofThisTurn, { kind: "proof", id: `p${now}`, lifetime: 70 }, now);
  }
  expect(list.mock.calls).toEqual([["proof"], ["proof"]]);
});

it("lets one of two racers use again what was kept for longer than it matters", async () => {
  const store = memoryStore<Records>();
  const use = (id: string, now: number) =>
    isFirstUse(store, { kind: "proof", id, lifetime: 70 }, now);
  await use("first", 1000);
  await use("again", 1001);
  await use("sweeps", 1071);
  expect(await Promise.all([use("again", 1072), use("again", 1072)])).toEqual([true, false]);
  expect(await use("again", 1142)).toBe(false);
});
