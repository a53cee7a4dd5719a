import { expect, it } from "vitest";
import { memoryStore } from "./memory.ts";
import { isFirstUse, type Used } from "./used-once.ts";

it("knows a second use for as long as it matters, and then forgets it (RFC 9449 §11.1)", async () => {
  const store = memoryStore<{ proof: Used }>();
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
