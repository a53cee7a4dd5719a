import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { indexedDbStore, openDatabase } from "../store/indexeddb.ts";
import { memoryStores } from "./persistent.ts";
import type { OpenStore } from "./records.ts";
import { type Done, Sandbox, type Turn, UnknownSandbox } from "./sandbox.ts";

const NOW = 1_800_000_000;
type Things = { thing: { readonly text: string } };

let databases = 0;
const onIndexedDb = async (): Promise<OpenStore> => {
  const database = await openDatabase(`sandbox-${databases++}`);
  return (namespace) => indexedDbStore(database, namespace);
};

const call = (step: string) => ({ id: crypto.randomUUID(), step, edited: false });
const done = (turn: Turn): Done => ({
  state: turn.state,
  entry: { kind: "exchange", request: { method: "GET", url: "https://a.example/", headers: [] } },
});
const writing = (text: string) => async (turn: Turn) => {
  await turn.open<Things>("site").put("thing", "one", { text });
  return done(turn);
};
const thingIn = async (openStore: OpenStore) =>
  (await openStore<Things>("s/site").get("thing", "one"))?.value.text;

describe.each([
  ["memory", async () => memoryStores()],
  ["IndexedDB", onIndexedDb],
])("a sandbox on %s", (_, open) => {
  async function opened() {
    const openStore = await open();
    const sandbox = new Sandbox("s", openStore);
    await sandbox.start("server", NOW);
    return { openStore, sandbox };
  }

  test("acts once for a call that is made twice, and answers both alike", async () => {
    const { openStore, sandbox } = await opened();
    const twice = call("a");
    const first = await sandbox.take(twice, writing("first"));
    expect(await sandbox.take(twice, writing("second"))).toEqual(first);
    expect(await thingIn(openStore)).toBe("first");
    expect((await sandbox.trace()).length).toBe(1);
  });

  test("undoes what a call had changed when it fails", async () => {
    const { openStore, sandbox } = await opened();
    await sandbox.take(call("a"), writing("kept"));
    const failing = sandbox.take(call("b"), async (turn) => {
      await writing("lost")(turn);
      throw new Error("cut off");
    });
    await expect(failing).rejects.toThrow("cut off");
    expect(await thingIn(openStore)).toBe("kept");
  });

  test("undoes what a call had changed when the worker was stopped under it", async () => {
    const { openStore, sandbox } = await opened();
    await sandbox.take(call("a"), writing("kept"));
    const reached = new Promise<void>((resolve) => {
      void sandbox.take(call("b"), async (turn) => {
        await writing("lost")(turn);
        resolve();
        return new Promise<Done>(() => undefined);
      });
    });
    await reached;
    expect(await thingIn(openStore)).toBe("lost");
    const another = new Sandbox("s", openStore);
    await another.take(call("c"), async (turn) => done(turn));
    expect(await thingIn(openStore)).toBe("kept");
    expect((await another.trace()).map(({ step, index }) => [step, index])).toEqual([
      ["a", 0],
      ["c", 1],
    ]);
  });

  test("counts one second for every message and moves on when told", async () => {
    const { sandbox } = await opened();
    await sandbox.take(call("a"), async (turn) => done(turn));
    await sandbox.advance(60);
    const { at } = await sandbox.take(call("b"), async (turn) => done(turn));
    expect(at).toBe(NOW + 61);
  });

  test("says so when it was never opened or was forgotten", async () => {
    const { sandbox } = await opened();
    await sandbox.forget(["site"]);
    await expect(sandbox.take(call("a"), async (turn) => done(turn))).rejects.toThrow(
      UnknownSandbox,
    );
  });
});
