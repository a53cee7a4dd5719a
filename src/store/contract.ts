import { describe, expect, it } from "vitest";
import type { Store } from "./port.ts";

/** The records the contract is tried with. */
export type ContractRecords = {
  code: { readonly client: string; uses: number; readonly scopes: string[] };
  key: { readonly privateKey: CryptoKey };
};

const photos = () => ({ client: "photos", uses: 0, scopes: ["photos.read"] });

/** What every store must do, as tests; `fresh` makes an empty store. */
export function describeStore(
  name: string,
  fresh: () => Store<ContractRecords> | Promise<Store<ContractRecords>>,
): void {
  describe(`the store contract on ${name}`, () => {
    reading(fresh);
    copying(fresh);
    inserting(fresh);
    updating(fresh);
    spending(fresh);
    forgetting(fresh);
  });
}

type Fresh = () => Store<ContractRecords> | Promise<Store<ContractRecords>>;

function reading(fresh: Fresh) {
  it("knows nothing of an id it never saw", async () => {
    const store = await fresh();
    expect(await store.get("code", "c1")).toBe(undefined);
    expect(await store.list("code")).toEqual([]);
    expect(await store.everything()).toEqual([]);
  });

  it("gives back what was put, the later over the earlier", async () => {
    const store = await fresh();
    await store.put("code", "c1", { ...photos(), uses: 1 });
    await store.put("code", "c1", photos());
    expect(await store.get("code", "c1")).toEqual({ value: photos() });
  });

  it("lists one kind in order of id", async () => {
    const store = await fresh();
    for (const id of ["b", "", "a/b", "B", "é", "a"]) await store.put("code", id, photos());
    await store.put("key", "k1", { privateKey: await signingKey() });
    await store.spend("code", "b", 7);
    expect(await store.list("code")).toEqual([
      { id: "", value: photos() },
      { id: "B", value: photos() },
      { id: "a", value: photos() },
      { id: "a/b", value: photos() },
      { id: "b", value: photos(), spentAt: 7 },
      { id: "é", value: photos() },
    ]);
  });

  it("lists every kind in order of kind and id", async () => {
    const store = await fresh();
    const privateKey = await signingKey();
    await store.put("key", "a", { privateKey });
    await store.put("code", "c2", photos());
    await store.put("code", "c1", photos());
    const everything = await store.everything();
    expect(everything.map(({ kind, id }) => [kind, id])).toEqual([
      ["code", "c1"],
      ["code", "c2"],
      ["key", "a"],
    ]);
  });
}

function inserting(fresh: Fresh) {
  it("inserts only where there is nothing yet, a tombstone included", async () => {
    const store = await fresh();
    expect(await store.insert("code", "c1", photos())).toBe(true);
    expect(await store.insert("code", "c1", { ...photos(), uses: 9 })).toBe(false);
    await store.spend("code", "c1", 7);
    expect(await store.insert("code", "c1", photos())).toBe(false);
    expect(await store.get("code", "c1")).toEqual({ value: photos(), spentAt: 7 });
  });

  it("lets one of many racers insert", async () => {
    const store = await fresh();
    const racers = Array.from({ length: 16 }, (_, uses) =>
      store.insert("code", "c1", { ...photos(), uses }),
    );
    expect((await Promise.all(racers)).filter(Boolean)).toEqual([true]);
  });

  it("does not share what it was given to insert", async () => {
    const store = await fresh();
    const mine = photos();
    await store.insert("code", "c1", mine);
    mine.uses = 9;
    expect(await store.get("code", "c1")).toEqual({ value: photos() });
  });
}

function copying(fresh: Fresh) {
  it("is not changed by changing what was put or what was got", async () => {
    const store = await fresh();
    const mine = photos();
    await store.put("code", "c1", mine);
    mine.uses = 9;
    const got = await store.get("code", "c1");
    got?.value.scopes.push("admin");
    const [listed] = await store.list("code");
    listed?.value.scopes.push("admin");
    expect(await store.get("code", "c1")).toEqual({ value: photos() });
  });

  it("is not changed by changing what an update or a restore was given", async () => {
    const store = await fresh();
    const next = photos();
    await store.put("code", "c1", photos());
    await store.update("code", "c1", () => next);
    const entry = { value: photos() };
    await store.restore("code", "c2", entry);
    next.uses = 9;
    entry.value.uses = 9;
    expect(await store.list("code")).toEqual([
      { id: "c1", value: photos() },
      { id: "c2", value: photos() },
    ]);
  });

  it("keeps a private key usable without its being extractable", async () => {
    const store = await fresh();
    await store.put("key", "k1", { privateKey: await signingKey() });
    const key = (await store.get("key", "k1"))?.value.privateKey;
    if (!key) throw new Error("the key is gone");
    const signature = await crypto.subtle.sign(SIGN, key, new Uint8Array([1]));
    expect([key.extractable, signature.byteLength]).toEqual([false, 64]);
  });

  it("rejects a value that cannot be cloned and keeps the old one", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    const broken = Object.assign(photos(), { now: () => 0 });
    await expect(store.put("code", "c1", broken)).rejects.toThrow("could not be cloned");
    expect(await store.get("code", "c1")).toEqual({ value: photos() });
  });
}

function updating(fresh: Fresh) {
  it("loses none of 16 racing updates", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    await race(() => store.update("code", "c1", (code) => ({ ...code, uses: code.uses + 1 })));
    expect(await store.get("code", "c1")).toEqual({ value: { ...photos(), uses: 16 } });
  });

  it("does not update an absent record or a tombstone", async () => {
    const store = await fresh();
    const change = () => ({ ...photos(), uses: 99 });
    await store.update("code", "absent", change);
    await store.put("code", "c1", photos());
    await store.spend("code", "c1", 7);
    await store.update("code", "c1", change);
    expect(await store.list("code")).toEqual([{ id: "c1", value: photos(), spentAt: 7 }]);
  });

  it("keeps the old value when the change throws", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    const refuse = () => {
      throw new RangeError("no");
    };
    await expect(store.update("code", "c1", refuse)).rejects.toThrow(new RangeError("no"));
    await store.put("code", "c2", photos());
    expect(await store.list("code")).toEqual([
      { id: "c1", value: photos() },
      { id: "c2", value: photos() },
    ]);
  });
}

function spending(fresh: Fresh) {
  it("spends a record once and then shows its tombstone", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    const tombstone = { value: photos(), spentAt: 1000 };
    expect(await store.spend("code", "c1", 1000)).toBe("spent");
    expect(await store.spend("code", "c1", 2000)).toEqual(tombstone);
    expect(await store.get("code", "c1")).toEqual(tombstone);
  });

  it("spends nothing where there is nothing", async () => {
    const store = await fresh();
    expect(await store.spend("code", "c1", 1000)).toBe(undefined);
    expect(await store.get("code", "c1")).toBe(undefined);
  });

  it("lets exactly one of 16 racing spends win and shows the others its tombstone", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    const outcomes = await race((racer) => store.spend("code", "c1", 1000 + racer));
    const lost = outcomes.filter((outcome) => outcome !== "spent");
    const tombstone = await store.get("code", "c1");
    expect(outcomes.filter((outcome) => outcome === "spent")).toEqual(["spent"]);
    expect(lost).toEqual(Array.from({ length: 15 }, () => tombstone));
    expect(tombstone?.value).toEqual(photos());
  });

  it("makes a tombstone live again by putting a record over it", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    await store.spend("code", "c1", 1000);
    await store.put("code", "c1", photos());
    expect(await store.get("code", "c1")).toEqual({ value: photos() });
  });
}

function forgetting(fresh: Fresh) {
  it("deletes live records and tombstones, and minds no absent one", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    await store.put("code", "c2", photos());
    await store.spend("code", "c2", 7);
    for (const id of ["c1", "c2", "c3"]) await store.delete("code", id);
    expect(await store.everything()).toEqual([]);
  });

  it("restores a live record, a tombstone and an absence exactly", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    await store.put("code", "c3", photos());
    await store.spend("code", "c1", 7);
    await store.restore("code", "c1", { value: { ...photos(), uses: 1 } });
    await store.restore("code", "c2", { value: photos(), spentAt: 8 });
    await store.restore("code", "c3", undefined);
    await store.restore("code", "c4", undefined);
    expect(await store.list("code")).toEqual([
      { id: "c1", value: { ...photos(), uses: 1 } },
      { id: "c2", value: photos(), spentAt: 8 },
    ]);
  });

  it("clears every kind and works on", async () => {
    const store = await fresh();
    await store.put("code", "c1", photos());
    await store.put("key", "k1", { privateKey: await signingKey() });
    await store.clear();
    expect(await store.everything()).toEqual([]);
    await store.put("code", "c2", photos());
    expect(await store.everything()).toEqual([{ kind: "code", id: "c2", value: photos() }]);
  });
}

const SIGN = { name: "ECDSA", hash: "SHA-256" };

async function signingKey(): Promise<CryptoKey> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  return (await crypto.subtle.generateKey(algorithm, false, ["sign", "verify"])).privateKey;
}

function race<Result>(run: (racer: number) => Promise<Result>): Promise<Result[]> {
  return Promise.all(Array.from({ length: 16 }, (_, racer) => run(racer)));
}
