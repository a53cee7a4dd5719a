import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { indexedDbStore, openDatabase } from "../store/indexeddb.ts";
import { memoryStores } from "./persistent.ts";
import type { OpenStore } from "./records.ts";
import { type Done, NoSuchEntry, Sandbox, type Turn } from "./sandbox.ts";
import { snapshotOf } from "./snapshot.fixture.ts";

const NOW = 1_800_000_000;
const SITE = "site";
type Things = { thing: { readonly text: string } };

let databases = 0;
const onIndexedDb = async (): Promise<OpenStore> => {
  const database = await openDatabase(`rewind-${databases++}`);
  return (namespace) => indexedDbStore(database, namespace);
};

/** A call that writes over a thing, makes one, spends one and removes one. */
async function act(turn: Turn, text: string): Promise<Done> {
  const things = turn.open<Things>(SITE);
  await things.put("thing", "same", { text });
  await things.put("thing", text, { text });
  await things.spend("thing", "first", turn.state.now);
  await things.delete("thing", "second");
  const browsers = { user: { address: `https://${text}.example/`, history: [], cookies: [] } };
  return { state: { ...turn.state, browsers }, entry: { kind: "local" }, wait: 5 };
}

const take = (sandbox: Sandbox, step: string) =>
  sandbox.take({ id: step, step, edited: false }, (turn) => act(turn, step));
const stepsOf = async (sandbox: Sandbox) => (await sandbox.trace()).map(({ step }) => step);

/** Stores of which the write of that number, counted from 1, fails, and every one after it. */
function failingAt(number: number, openStore: OpenStore): OpenStore {
  let writes = 0;
  return (namespace) =>
    new Proxy(openStore(namespace), {
      get(of, method) {
        const member: unknown = Reflect.get(of, method);
        if (typeof member !== "function") return member;
        return async (...parameters: unknown[]): Promise<unknown> => {
          const writing = !["get", "list", "everything"].includes(String(method));
          if (writing) writes += 1;
          if (writing && writes >= number) throw new Error("cut off");
          return Reflect.apply(member, of, parameters);
        };
      },
    });
}

describe.each([
  ["memory", async () => memoryStores()],
  ["IndexedDB", onIndexedDb],
])("rewinding on %s", (_, open) => {
  async function opened(...steps: readonly string[]) {
    const openStore = await open();
    const sandbox = new Sandbox("s", openStore);
    await sandbox.start({ clientSite: "server" }, NOW);
    for (const step of steps) await take(sandbox, step);
    return { openStore, sandbox, snapshot: () => snapshotOf(openStore, "s", [SITE]) };
  }

  test("returns records, browsers, trace and clock to right after the entry", async () => {
    const { sandbox, snapshot } = await opened("first", "second");
    const before = await snapshot();
    await sandbox.advance("later", 3600);
    await take(sandbox, "third");
    await sandbox.advance("much later", 86_400);
    await take(sandbox, "fourth");
    await sandbox.rewind("back", "second");
    expect(await snapshot()).toEqual(before);
    expect((await sandbox.state())?.now).toBe(NOW + 10);
  });

  test("takes back a clock that was moved since the last entry, and leaves no branch for it", async () => {
    const { sandbox } = await opened("first");
    await sandbox.advance("later", 60);
    await sandbox.advance("later still", 60);
    await sandbox.rewind("back", "first");
    expect((await sandbox.state())?.now).toBe(NOW + 5);
    expect(await sandbox.abandoned()).toEqual({ branches: [], entries: [] });
  });

  test("keeps what came later as a branch, whole and apart from the trace", async () => {
    const { sandbox } = await opened("first", "second", "third");
    await sandbox.rewind("back", "first");
    await take(sandbox, "other");
    await sandbox.rewind("again", "first");
    expect(await stepsOf(sandbox)).toEqual(["first"]);
    const { branches, entries } = await sandbox.abandoned();
    expect(branches).toEqual([
      { number: 1, entries: ["first", "second", "third"], fork: 1 },
      { number: 2, entries: ["first", "other"], fork: 1 },
    ]);
    expect(entries.map(({ id, index, at }) => [id, index, at])).toEqual([
      ["other", 1, NOW + 5],
      ["second", 1, NOW + 5],
      ["third", 2, NOW + 10],
    ]);
  });

  test("happens once for a call that is made twice", async () => {
    const { sandbox } = await opened("first", "second");
    await sandbox.rewind("back", "first");
    await take(sandbox, "other");
    await sandbox.rewind("back", "first");
    expect(await stepsOf(sandbox)).toEqual(["first", "other"]);
  });

  test("makes no call count again: neither one of the branch nor one that moved the clock", async () => {
    const { openStore, sandbox } = await opened("first");
    await sandbox.advance("later", 60);
    const second = await take(sandbox, "second");
    await sandbox.rewind("back", "first");
    expect(await take(sandbox, "second")).toEqual(second);
    expect(await openStore<Things>(`s/${SITE}`).get("thing", "second")).toBe(undefined);
    await sandbox.advance("later", 60);
    expect((await sandbox.state())?.now).toBe(NOW + 5);
  });

  test("undoes a call first that was cut off", async () => {
    const { sandbox, snapshot } = await opened("first");
    const before = await snapshot();
    await take(sandbox, "second");
    const reached = new Promise<void>((resolve) => {
      void sandbox.take({ id: "third", step: "third", edited: false }, async (turn) => {
        await act(turn, "third");
        resolve();
        return new Promise<Done>(() => undefined);
      });
    });
    await reached;
    await sandbox.rewind("back", "first");
    expect(await snapshot()).toEqual(before);
    expect((await sandbox.abandoned()).entries.map(({ id }) => id)).toEqual(["second"]);
  });

  test("is finished by the next call wherever the worker was stopped under it", async () => {
    const { sandbox, snapshot } = await opened("first", "second");
    const before = await snapshot();
    await sandbox.rewind("nowhere else", "second");
    let cuts = 0;
    for (let number = 1; ; number += 1) {
      const { openStore, ...cut } = await opened("first", "second", "third", "fourth");
      const dying = new Sandbox("s", failingAt(number, openStore));
      const whole = await dying.rewind("back", "second").then(
        () => true,
        () => false,
      );
      const next = new Sandbox("s", openStore);
      // Cut off before it was written ahead it has not begun.
      if (number === 1) await next.rewind("back", "second");
      await next.settle();
      expect(await cut.snapshot()).toEqual(before);
      expect((await next.abandoned()).branches).toEqual([
        { number: 1, entries: ["first", "second", "third", "fourth"], fork: 2 },
      ]);
      await next.rewind("back", "first");
      expect(await stepsOf(next)).toEqual(["first", "second"]);
      if (whole) break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(10);
  });

  test("refuses to go where the trace has not been", async () => {
    const { sandbox } = await opened("first", "second");
    await sandbox.rewind("back", "first");
    await expect(sandbox.rewind("forth", "second")).rejects.toThrow(NoSuchEntry);
    expect(await stepsOf(sandbox)).toEqual(["first"]);
  });
});
