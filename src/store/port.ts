/**
 * Where servers and the world keep their records. `Records` maps a kind of record to its type, so
 * each owner names its own kinds; ids are unique within a kind. Values are structured-cloneable.
 */
export interface Store<Records extends RecordTypes> {
  /** The live record or its tombstone; nothing when there never was one. */
  get<K extends Kind<Records>>(kind: K, id: string): Promise<Entry<Records[K]> | undefined>;
  /** Writes a live record, over whatever was there. */
  put<K extends Kind<Records>>(kind: K, id: string, value: Records[K]): Promise<void>;
  /**
   * Writes a live record where there is nothing yet, in one step, and says whether it did: of two racers one writes.
   * Over a tombstone it writes nothing.
   */
  insert<K extends Kind<Records>>(kind: K, id: string, value: Records[K]): Promise<boolean>;
  /** Reads, changes and writes in one step; `change` may not wait. Nothing happens to a tombstone or an absent record. */
  update<K extends Kind<Records>>(
    kind: K,
    id: string,
    change: (value: Records[K]) => Records[K],
  ): Promise<void>;
  /**
   * Turns a live record into a tombstone in one step: of two racers one gets `"spent"`, the other
   * reads the tombstone. Nothing when there is no such record. `at` is in epoch seconds.
   */
  spend<K extends Kind<Records>>(
    kind: K,
    id: string,
    at: number,
  ): Promise<"spent" | Tombstone<Records[K]> | undefined>;
  delete<K extends Kind<Records>>(kind: K, id: string): Promise<void>;
  /** Everything of a kind, in order of id. */
  list<K extends Kind<Records>>(kind: K): Promise<readonly Listed<Records[K]>[]>;
  /** Everything of every kind, in order of kind and id. */
  everything(): Promise<readonly Placed<Records>[]>;
  /** Puts back exactly this entry, tombstone or live; nothing means the record is removed. */
  restore<K extends Kind<Records>>(
    kind: K,
    id: string,
    entry: Entry<Records[K]> | undefined,
  ): Promise<void>;
  /** Forgets every record of every kind. */
  clear(): Promise<void>;
}

/** The kinds of record of an owner, by name. */
export type RecordTypes = Record<string, object>;
export type Kind<Records> = keyof Records & string;

/** A record that can still be used has no `spentAt`. */
export interface Live<Value> {
  readonly value: Value;
  readonly spentAt?: undefined;
}

/** What is left of a record that was spent, so that a second use can be told from an unknown id. */
export interface Tombstone<Value> {
  readonly value: Value;
  /** Epoch seconds. */
  readonly spentAt: number;
}

/** A record, whether it can still be used or not. */
export type Entry<Value> = Live<Value> | Tombstone<Value>;
export type Listed<Value> = Entry<Value> & { readonly id: string };
/** An entry with the place it is kept at. */
export type Placed<Records extends RecordTypes> = Listed<Records[Kind<Records>]> & {
  readonly kind: Kind<Records>;
};
