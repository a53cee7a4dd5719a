import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { type ContractRecords, describeStore } from "./contract.ts";
import { deleteDatabase, indexedDbStore, openDatabase } from "./indexeddb.ts";
import { type Change, journaled, undo } from "./journaled.ts";
import { memoryStore } from "./memory.ts";
import type { Store } from "./port.ts";

let databases = 0;
const freshDatabase = () => openDatabase(`test-${databases++}`);
const ignore = () => undefined;
const photos = () => ({ client: "photos", uses: 0, scopes: ["photos.read"] });

describeStore("memory", () => memoryStore());
describeStore("IndexedDB", async () => indexedDbStore(await freshDatabase(), "a"));
describeStore("journaled memory", () => journaled(memoryStore<ContractRecords>(), ignore));
describeStore("journaled IndexedDB", async () =>
  journaled(indexedDbStore<ContractRecords>(await freshDatabase(), "a"), ignore),
);

describe("an IndexedDB store", () => {
  it("keeps to its namespace", async () => {
    const database = await freshDatabase();
    const names = ["a", "a\uffff", "", "b"];
    const stores = names.map((name) => indexedDbStore<ContractRecords>(database, name));
    await Promise.all(
      stores.map((store, at) => store.put("code", "c1", { ...photos(), uses: at })),
    );
    await stores[0]?.clear();
    const left = await Promise.all(stores.map((store) => store.list("code")));
    expect(left.map((listed) => listed.map(({ value }) => value.uses))).toEqual([
      [],
      [1],
      [2],
      [3],
    ]);
  });

  it("is read again by the next process", async () => {
    const first = await freshDatabase();
    await indexedDbStore<ContractRecords>(first, "a").put("code", "c1", photos());
    await first.close();
    const second = indexedDbStore<ContractRecords>(await openDatabase(first.name), "a");
    expect(await second.get("code", "c1")).toEqual({ value: photos() });
  });

  it("lets exactly one of two connections spend a record", async () => {
    const one = await freshDatabase();
    const two = await openDatabase(one.name);
    const stores = [one, two].map((database) => indexedDbStore<ContractRecords>(database, "a"));
    await stores[0]?.put("code", "c1", photos());
    const outcomes = await Promise.all(stores.map((store) => store.spend("code", "c1", 7)));
    expect(outcomes.filter((outcome) => outcome !== "spent")).toEqual([
      { value: photos(), spentAt: 7 },
    ]);
  });
});

describe("an IndexedDB database", () => {
  it("forgets every namespace at once", async () => {
    const database = await freshDatabase();
    const stores = ["a", "b"].map((name) => indexedDbStore<ContractRecords>(database, name));
    for (const store of stores) await store.put("code", "c1", photos());
    await database.clearAll();
    expect(await Promise.all(stores.map((store) => store.everything()))).toEqual([[], []]);
  });

  it("lets go when it is deleted elsewhere and opens again, empty, at the next use", async () => {
    const database = await freshDatabase();
    const store = indexedDbStore<ContractRecords>(database, "a");
    await store.put("code", "c1", photos());
    await deleteDatabase(database.name);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(database.name);
    expect(await store.everything()).toEqual([]);
    await store.put("code", "c2", photos());
    expect(await store.everything()).toEqual([{ kind: "code", id: "c2", value: photos() }]);
  });

  it("lets go when a newer version of the app upgrades it, and says so at the next use", async () => {
    const database = await freshDatabase();
    const newer = await upgraded(database.name);
    await expect(database.read((rows) => rows.get(["a", "code", "c1"]))).rejects.toMatchObject({
      name: "VersionError",
    });
    newer.close();
  });
});

describe("a journal", () => {
  for (const [name, fresh] of [
    ["memory", async () => memoryStore<ContractRecords>()],
    ["IndexedDB", async () => indexedDbStore<ContractRecords>(await freshDatabase(), "a")],
  ] as const) {
    it(`puts back the exact previous state of ${name}`, async () => {
      const store = await fresh();
      await store.put("code", "live", photos());
      await store.put("code", "spent", photos());
      await store.spend("code", "spent", 7);
      const before = await store.everything();
      const changes: Change<ContractRecords>[] = [];
      await mutateEverything(journaled(store, (change) => void changes.push(change)));
      const after = await store.everything();
      expect(after).toEqual([{ kind: "code", id: "last", value: photos() }]);
      await undo(store, structuredClone(changes));
      expect(await store.everything()).toEqual(before);
    });
  }

  it("puts back the state before 16 racing mutations of one record", async () => {
    const store = memoryStore<ContractRecords>();
    await store.put("code", "c1", photos());
    const changes: Change<ContractRecords>[] = [];
    const noting = journaled(store, (change) => void changes.push(change));
    const racers = Array.from({ length: 8 }, (_, at) => [
      noting.put("code", "c1", { ...photos(), uses: at }),
      noting.spend("code", "c1", at),
    ]);
    await Promise.all(racers.flat());
    await undo(store, changes);
    expect(await store.everything()).toEqual([{ kind: "code", id: "c1", value: photos() }]);
  });

  it("notes nothing where nothing was written", async () => {
    const store = memoryStore<ContractRecords>();
    await store.put("code", "c1", photos());
    await store.spend("code", "c1", 7);
    const changes: Change<ContractRecords>[] = [];
    const noting = journaled(store, (change) => void changes.push(change));
    await noting.spend("code", "c1", 8);
    await noting.spend("code", "absent", 8);
    await noting.update("code", "c1", photos);
    await noting.delete("code", "absent");
    await noting.get("code", "c1");
    expect(changes).toEqual([]);
  });
});

async function mutateEverything(store: Store<ContractRecords>) {
  await store.update("code", "live", (code) => ({ ...code, uses: 1 }));
  await store.spend("code", "live", 9);
  await store.put("code", "new", photos());
  await store.put("code", "spent", { ...photos(), uses: 2 });
  await store.delete("code", "spent");
  await store.restore("code", "restored", { value: photos(), spentAt: 3 });
  await store.clear();
  await store.put("code", "last", photos());
}

function upgraded(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 3);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
