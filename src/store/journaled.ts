import type { Entry, Kind, RecordTypes, Store } from "./port.ts";

/** What one mutation wrote over; nothing means that there was no record. Structured-cloneable. */
export interface Change<
  Records extends RecordTypes = RecordTypes,
  K extends Kind<Records> = Kind<Records>,
> {
  readonly kind: K;
  readonly id: string;
  readonly before: Entry<Records[K]> | undefined;
}

/**
 * The same store, telling `note` what each mutation is about to write over and waiting for it first, so
 * that a note that is kept survives a process that does not. Mutations through it happen one after the
 * other; those that go around it meanwhile are not noted.
 */
export function journaled<Records extends RecordTypes>(
  store: Store<Records>,
  note: (change: Change<Records>) => void | Promise<void>,
): Store<Records> {
  const inTurn = queue();

  function noting<K extends Kind<Records>, Result>(
    kind: K,
    id: string,
    mutate: () => Promise<Result>,
    writesOver: (before: Entry<Records[K]> | undefined) => boolean = () => true,
  ): Promise<Result> {
    return inTurn(async () => {
      const before = await store.get(kind, id);
      if (writesOver(before)) await note({ kind, id, before });
      return mutate();
    });
  }

  return {
    get: (kind, id) => store.get(kind, id),
    list: (kind) => store.list(kind),
    everything: () => store.everything(),
    put: (kind, id, value) => noting(kind, id, () => store.put(kind, id, value)),
    insert: (kind, id, value) =>
      noting(
        kind,
        id,
        () => store.insert(kind, id, value),
        (before) => before === undefined,
      ),
    update: (kind, id, change) => noting(kind, id, () => store.update(kind, id, change), isLive),
    spend: (kind, id, at) => noting(kind, id, () => store.spend(kind, id, at), isLive),
    delete: (kind, id) => noting(kind, id, () => store.delete(kind, id), isThere),
    restore: (kind, id, entry) => noting(kind, id, () => store.restore(kind, id, entry)),
    clear: () =>
      inTurn(async () => {
        const lost = await store.everything();
        for (const { kind, id, ...before } of lost) await note({ kind, id, before });
        await store.clear();
      }),
  };
}

/** Puts back what the changes wrote over, last one first. */
export async function undo<Records extends RecordTypes>(
  store: Store<Records>,
  changes: readonly Change<Records>[],
): Promise<void> {
  for (const { kind, id, before } of changes.toReversed()) await store.restore(kind, id, before);
}

function isLive(entry: Entry<object> | undefined): boolean {
  return entry !== undefined && entry.spentAt === undefined;
}

function isThere(entry: Entry<object> | undefined): boolean {
  return entry !== undefined;
}

/** Runs one piece of work after the other, whatever becomes of each. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
