import { isSweepDue, type SweptStore } from "./sweep.ts";

/** That something was used, epoch seconds. */
export interface Used {
  readonly usedAt: number;
}

/** The part of a store that keeps what may be used once. */
interface UsedStore<Kind extends string> extends SweptStore {
  insert(kind: Kind, id: string, value: Used): Promise<boolean>;
  update(kind: Kind, id: string, change: (value: Used) => Used): Promise<void>;
  list(kind: Kind): Promise<readonly { readonly id: string; readonly value: Used }[]>;
  delete(kind: Kind, id: string): Promise<void>;
}

/** What is used, and for how many seconds anything of its kind can be used at all. */
export interface Use<Kind extends string> {
  readonly kind: Kind;
  readonly id: string;
  readonly lifetime: number;
}

/**
 * Notes a use, and says whether it was the first for as long as it matters; of two racers one is. What could no longer
 * be used anyway is forgotten once in a lifetime, so that nobody fills the store (RFC 9449 §11.1).
 */
export async function isFirstUse<Kind extends string>(
  store: UsedStore<NoInfer<Kind>>,
  { kind, id, lifetime }: Use<Kind>,
  now: number,
): Promise<boolean> {
  const isOver = ({ usedAt }: Used) => usedAt + lifetime < now;
  if (await isSweepDue(store, kind, { now, every: lifetime })) {
    const old = (await store.list(kind)).filter(({ value }) => isOver(value));
    await Promise.all(old.map((entry) => store.delete(kind, entry.id)));
  }
  if (await store.insert(kind, id, { usedAt: now })) return true;
  let first = false;
  await store.update(kind, id, (used) => {
    first = isOver(used);
    return first ? { usedAt: now } : used;
  });
  return first;
}
