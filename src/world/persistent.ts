import { indexedDbStore, openDatabase } from "../store/indexeddb.ts";
import { memoryStore } from "../store/memory.ts";
import type { RecordTypes, Store } from "../store/port.ts";
import type { OpenStore } from "./records.ts";
import { createWorld, type World } from "./world.ts";

/** The IndexedDB database of every world of an origin. */
export const DATABASE = "grantlab";

const realNow = () => Math.floor(Date.now() / 1000);

/** A world that outlives the page and the worker. Rejects where the browser forbids IndexedDB. */
export async function worldOn(database: string): Promise<World> {
  const opened = await openDatabase(database);
  await opened.read(() => Promise.resolve());
  return createWorld((namespace) => indexedDbStore(opened, namespace), realNow);
}

/** A world that lives as long as the page. */
export function worldInMemory(): World {
  return createWorld(memoryStores(), realNow);
}

/** One memory store per namespace. */
export function memoryStores(): OpenStore {
  const stores = new Map<string, Store<RecordTypes>>();
  return <Records extends RecordTypes>(namespace: string): Store<Records> => {
    const known = stores.get(namespace) ?? memoryStore<RecordTypes>();
    stores.set(namespace, known);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A namespace has one owner, which alone opens it.
    return known as unknown as Store<Records>;
  };
}
