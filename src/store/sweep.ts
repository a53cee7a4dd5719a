/** When each kind of record of a store is swept next, epoch seconds. */
const next = new WeakMap<object, Map<string, number>>();

/** When something is swept: seconds between two times, and what time it is. */
export interface Sweeping {
  readonly every: number;
  /** Epoch seconds. */
  readonly now: number;
}

/**
 * Whether what has expired of a kind is to be forgotten now. Asking is deciding: the next time is a while later, so
 * that reading everything costs each use little. A store opened again is swept at once.
 */
export function isSweepDue(store: object, kind: string, { every, now }: Sweeping): boolean {
  const kinds = next.get(store) ?? new Map<string, number>();
  next.set(store, kinds);
  if (now <= (kinds.get(kind) ?? -Infinity)) return false;
  kinds.set(kind, now + every);
  return true;
}
