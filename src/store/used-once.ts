/** That something was used, epoch seconds. */
export interface Used {
  readonly usedAt: number;
}

/** The part of a store that keeps what may be used once. */
interface UsedStore<Kind extends string> {
  insert(kind: Kind, id: string, value: Used): Promise<boolean>;
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
 * Notes a use, and says whether it was the first. What could no longer be used anyway is forgotten on the way, so
 * that nobody fills the store (RFC 9449 §11.1).
 */
export async function isFirstUse<Kind extends string>(
  store: UsedStore<NoInfer<Kind>>,
  { kind, id, lifetime }: Use<Kind>,
  now: number,
): Promise<boolean> {
  const old = (await store.list(kind)).filter(({ value }) => value.usedAt + lifetime < now);
  await Promise.all(old.map((entry) => store.delete(kind, entry.id)));
  return store.insert(kind, id, { usedAt: now });
}
