/** When records of a kind are swept next, epoch seconds; kept under the name of the kind. */
export interface Sweep {
  readonly next: number;
}

/** The part of a store that keeps when it is swept. */
export interface SweptStore {
  get(kind: "sweep", id: string): Promise<{ readonly value: Sweep } | undefined>;
  put(kind: "sweep", id: string, value: Sweep): Promise<void>;
}

/** When something is swept: seconds between two times, and what time it is. */
interface Sweeping {
  readonly every: number;
  /** Epoch seconds. */
  readonly now: number;
}

/**
 * Whether what has expired of a kind is to be forgotten now. Asking is deciding: the next time is a while later, so
 * that reading everything costs each use little. The time is in the store, whose object may be another at each use.
 */
export async function isSweepDue(
  store: SweptStore,
  kind: string,
  { every, now }: Sweeping,
): Promise<boolean> {
  const known = await store.get("sweep", kind);
  if (known !== undefined && now <= known.value.next) return false;
  await store.put("sweep", kind, { next: now + every });
  return true;
}
