import type { Entry, Kind, RecordTypes, Store } from "./port.ts";

type Shelves<Records extends RecordTypes> = {
  [K in Kind<Records>]?: Map<string, Entry<Records[K]>>;
};

/**
 * A store that lives as long as the process. It keeps copies and hands out copies, so nobody can
 * change a record by changing an object (`structuredClone`: a `CryptoKey` survives, a function throws).
 */
export function memoryStore<Records extends RecordTypes>(): Store<Records> {
  let shelves: Shelves<Records> = {};

  function shelf<K extends Kind<Records>>(kind: K): Map<string, Entry<Records[K]>> {
    const known = shelves[kind];
    if (known) return known;
    const fresh = new Map<string, Entry<Records[K]>>();
    shelves[kind] = fresh;
    return fresh;
  }

  function listOf<K extends Kind<Records>>(kind: K) {
    return [...shelf(kind)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, entry]) => ({ ...structuredClone(entry), id }));
  }

  // Each body runs to its end without waiting, which is what makes insert, update and spend one step.
  return {
    async get(kind, id) {
      return structuredClone(shelf(kind).get(id));
    },
    async put(kind, id, value) {
      shelf(kind).set(id, { value: structuredClone(value) });
    },
    async insert(kind, id, value) {
      if (shelf(kind).has(id)) return false;
      shelf(kind).set(id, { value: structuredClone(value) });
      return true;
    },
    async update(kind, id, change) {
      const entry = shelf(kind).get(id);
      if (!entry || entry.spentAt !== undefined) return;
      const value = change(structuredClone(entry.value));
      shelf(kind).set(id, { value: structuredClone(value) });
    },
    async spend(kind, id, at) {
      const entry = shelf(kind).get(id);
      if (!entry) return undefined;
      if (entry.spentAt !== undefined) return structuredClone(entry);
      shelf(kind).set(id, { value: entry.value, spentAt: at });
      return "spent";
    },
    async delete(kind, id) {
      shelf(kind).delete(id);
    },
    async list(kind) {
      return listOf(kind);
    },
    async everything() {
      const kinds: Kind<Records>[] = Object.keys(shelves).toSorted();
      return kinds.flatMap((kind) => listOf(kind).map((entry) => ({ ...entry, kind })));
    },
    async restore(kind, id, entry) {
      if (entry) shelf(kind).set(id, structuredClone(entry));
      else shelf(kind).delete(id);
    },
    async clear() {
      shelves = {};
    },
  };
}
