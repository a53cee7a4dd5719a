/** That something was used, epoch seconds. */
export interface Used {
  readonly usedAt: number;
}

/** The part of a store that keeps what may be used once. */
interface UsedStore {
  insert(kind: "proof", id: string, value: Used): Promise<boolean>;
  list(kind: "proof"): Promise<readonly { readonly id: string; readonly value: Used }[]>;
  delete(kind: "proof", id: string): Promise<void>;
}

/**
 * Notes a use, and says whether it was the first. What could no longer be used anyway, after `lifetime` seconds, is
 * forgotten on the way, so that nobody fills the store (RFC 9449 §11.1).
 */
export async function isFirstUse(
  store: UsedStore,
  id: string,
  now: number,
  lifetime: number,
): Promise<boolean> {
  const old = (await store.list("proof")).filter(({ value }) => value.usedAt + lifetime < now);
  await Promise.all(old.map((entry) => store.delete("proof", entry.id)));
  return store.insert("proof", id, { usedAt: now });
}
