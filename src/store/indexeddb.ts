import { deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Entry, Kind, RecordTypes, Store } from "./port.ts";

/** Raised when what is kept takes another form: then all of it is forgotten, and walks begin anew. */
const VERSION = 2;
const RECORDS = "records";

interface Row<Value> {
  readonly namespace: string;
  readonly kind: string;
  readonly id: string;
  readonly entry: Entry<Value>;
}

/** The one object store, as rows; what is read back has the type it was written with. */
interface Rows {
  get<Value>(key: string[]): Promise<Row<Value> | undefined>;
  getAll<Value>(range: IDBKeyRange): Promise<Row<Value>[]>;
}

interface WritableRows extends Rows {
  put<Value>(row: Row<Value>): Promise<unknown>;
  delete(key: string[] | IDBKeyRange): Promise<void>;
  clear(): Promise<void>;
}

/**
 * An IndexedDB database of records. Its connection closes as soon as another tab wants to delete or
 * upgrade the database, and opens again at the next use.
 */
export interface Database {
  readonly name: string;
  /** One transaction: `work` may wait for nothing but the rows. Rejects with the failure's `DOMException`. */
  read<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result>;
  /** The same, and nobody else reads or writes meanwhile. */
  write<Result>(work: (rows: WritableRows) => Promise<Result>): Promise<Result>;
  /** Forgets every namespace ("Delete my data"), without waiting for other tabs as `deleteDatabase` does. */
  clearAll(): Promise<void>;
  /** Running transactions finish first. */
  close(): Promise<void>;
}

/** Opens the database, creating it when there is none. Rejects where the browser forbids IndexedDB. */
export async function openDatabase(name: string): Promise<Database> {
  let connection: Promise<IDBPDatabase> | undefined;

  function connect(): Promise<IDBPDatabase> {
    connection ??= open(name, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return connection;
  }
  function forget() {
    connection = undefined;
  }
  async function begin<Mode extends "readonly" | "readwrite">(mode: Mode) {
    try {
      return transactionOn(await connect(), mode);
    } catch (error) {
      if (!isClosed(error)) throw error;
      forget();
      return transactionOn(await connect(), mode);
    }
  }
  async function read<Result>(work: (rows: Rows) => Promise<Result>): Promise<Result> {
    const transaction = await begin("readonly");
    const [result] = await Promise.all([work(transaction.store), transaction.done]);
    return result;
  }
  async function write<Result>(work: (rows: WritableRows) => Promise<Result>): Promise<Result> {
    const transaction = await begin("readwrite");
    const [result] = await Promise.all([work(transaction.store), transaction.done]);
    return result;
  }

  await connect();
  return {
    name,
    read,
    write,
    clearAll: () => write((rows) => rows.clear()),
    async close() {
      const closing = connection;
      forget();
      (await closing)?.close();
    },
  };
}

/** Removes the database and everything in it; waits until every other tab has let go of it. */
export async function deleteDatabase(name: string): Promise<void> {
  await deleteDB(name);
}

function open(name: string, onLost: () => void): Promise<IDBPDatabase> {
  const opening: Promise<IDBPDatabase> = openDB(name, VERSION, {
    upgrade(database) {
      if (database.objectStoreNames.contains(RECORDS)) database.deleteObjectStore(RECORDS);
      database.createObjectStore(RECORDS, { keyPath: ["namespace", "kind", "id"] });
    },
    blocking() {
      onLost();
      void opening.then((database) => database.close());
    },
    terminated: onLost,
  });
  return opening;
}

function transactionOn<Mode extends "readonly" | "readwrite">(database: IDBPDatabase, mode: Mode) {
  return database.transaction(RECORDS, mode, { durability: "relaxed" });
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}

/** A store in a database of records; stores of other namespaces in it are left alone. */
export function indexedDbStore<Records extends RecordTypes>(
  database: Database,
  namespace: string,
): Store<Records> {
  return {
    get: (kind, id) =>
      database.read(async (rows) => {
        const row = await rows.get<Records[typeof kind]>([namespace, kind, id]);
        return row?.entry;
      }),
    async put(kind, id, value) {
      await database.write((rows) => rows.put({ namespace, kind, id, entry: { value } }));
    },
    insert: (kind, id, value) =>
      database.write(async (rows) => {
        if ((await rows.get([namespace, kind, id])) !== undefined) return false;
        await rows.put({ namespace, kind, id, entry: { value } });
        return true;
      }),
    update: (kind, id, change) =>
      database.write(async (rows) => {
        const row = await rows.get<Records[typeof kind]>([namespace, kind, id]);
        if (!row || row.entry.spentAt !== undefined) return;
        await rows.put({ ...row, entry: { value: change(row.entry.value) } });
      }),
    spend: (kind, id, at) =>
      database.write(async (rows) => {
        const row = await rows.get<Records[typeof kind]>([namespace, kind, id]);
        if (!row) return undefined;
        if (row.entry.spentAt !== undefined) return row.entry;
        await rows.put({ ...row, entry: { value: row.entry.value, spentAt: at } });
        return "spent";
      }),
    delete: (kind, id) => database.write((rows) => rows.delete([namespace, kind, id])),
    list: (kind) =>
      database.read(async (rows) => {
        const found = await rows.getAll<Records[typeof kind]>(under(namespace, kind));
        return found.map(({ id, entry }) => ({ ...entry, id }));
      }),
    everything: () =>
      database.read(async (rows) => {
        const found = await rows.getAll<Records[Kind<Records>]>(under(namespace));
        return found.map(({ kind, id, entry }) => ({ ...entry, id, kind }));
      }),
    async restore(kind, id, entry) {
      await database.write<unknown>((rows) =>
        entry ? rows.put({ namespace, kind, id, entry }) : rows.delete([namespace, kind, id]),
      );
    },
    clear: () => database.write((rows) => rows.delete(under(namespace))),
  };
}

/** Every key that begins so: an array sorts after every string, so `[]` is past the last. */
function under(...prefix: string[]): IDBKeyRange {
  return IDBKeyRange.bound(prefix, [...prefix, []]);
}
