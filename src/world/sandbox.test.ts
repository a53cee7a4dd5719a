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

/** Stores that fail, as when the worker is stopped, where a record of that kind is written. */
function withoutWriting(kind: string, openStore: OpenStore): OpenStore {
  return (namespace) => {
    return spied(openStore(namespace), (method, [written]) => {
      if (method === "put" && written === kind) throw new Error("cut off");
    });
  };
}

function counting(openStore: OpenStore) {
  let count = 0;
  const counted: OpenStore = (namespace) => spied(openStore(namespace), () => void (count += 1));
  return { openStore: counted, count: () => count };
}

/** The same object, telling of each call of its methods before it is made. */
function spied<Target extends object>(
  target: Target,
  tell: (method: PropertyKey, parameters: readonly unknown[]) => void,
): Target {
  return new Proxy(target, {
    get(of, method) {
      const member: unknown = Reflect.get(of, method);
      if (typeof member !== "function") return member;
      return async (...parameters: unknown[]): Promise<unknown> => {
        tell(method, parameters);
        return Reflect.apply(member, of, parameters);
      };
    },
  });
}

describe.each([
  ["memory", async () => memoryStores()],
  ["IndexedDB", onIndexedDb],
])("a sandbox on %s", (_, open) => {
  async function opened() {
    const openStore = await open();
    const sandbox = new Sandbox("s", openStore);
    await sandbox.start({ clientSite: "server" }, NOW);
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
    await sandbox.advance("later", 60);
    const { at } = await sandbox.take(call("b"), async (turn) => done(turn));
    expect(at).toBe(NOW + 61);
  });

  test("moves its clock once when it is told twice", async () => {
    const { sandbox } = await opened();
    await sandbox.advance("later", 60);
    await sandbox.advance("later", 60);
    expect((await sandbox.state())?.now).toBe(NOW + 60);
    await sandbox.advance("later still", 60);
    expect((await sandbox.state())?.now).toBe(NOW + 120);
  });

  test("keeps what was added to its clock after a call that was cut off at its last write", async () => {
    const { openStore, sandbox } = await opened();
    const cutOff = new Sandbox("s", withoutWriting("entry", openStore));
    await expect(cutOff.take(call("a"), async (turn) => done(turn))).rejects.toThrow("cut off");
    await sandbox.advance("later", 60);
    const { at, index } = await sandbox.take(call("b"), async (turn) => done(turn));
    expect([at, index]).toEqual([NOW + 60, 0]);
  });

  test("asks its store as often for its fiftieth call as for its second", async () => {
    const openStore = await open();
    const counted = counting(openStore);
    const sandbox = new Sandbox("s", counted.openStore);
    await sandbox.start({ clientSite: "server" }, NOW);
    const costs: number[] = [];
    for (let index = 0; index < 50; index += 1) {
      const before = counted.count();
      await sandbox.take(call("a"), writing("text"));
      costs.push(counted.count() - before);
    }
    expect(costs[49]).toBe(costs[1]);
  });

  test("says so when it was never opened or was forgotten", async () => {
    const { sandbox } = await opened();
    await sandbox.forget(["site"]);
    await expect(sandbox.take(call("a"), async (turn) => done(turn))).rejects.toThrow(
      UnknownSandbox,
    );
  });
});
