import type { Flow } from "./define-flow.ts";
import { KnownSoFar } from "./known-so-far.ts";
import type { Taken } from "./walk.ts";

/** How a place came to know a value. */
export interface Learned {
  /** Position of the message it first stood in; absent when it was known before the first. */
  readonly position?: number;
}

/** For every tracked value, in the flow's order, the places that know it. Keyed by value name, then by place id. */
export type Knowledge = ReadonlyMap<string, ReadonlyMap<string, Learned>>;

/** What has been read of the walk of a flow last asked about, so that its next message alone is read. */
const read = new WeakMap<Flow, KnownSoFar>();

/**
 * Who knows what after the first `count` messages (all of them unless told): a place knows a value when the value's
 * own characters, however encoded, stood in something that could be read there. What was changed on the way is
 * another value.
 */
export function knowledge(
  flow: Flow,
  taken: readonly Taken[],
  count: number = taken.length,
): Knowledge {
  const soFar = read.get(flow) ?? new KnownSoFar(flow);
  read.set(flow, soFar);
  return new Map(
    [...soFar.after(taken)].map(([name, places]) => [
      name,
      new Map(
        [...places]
          .filter(([, position]) => position === undefined || position < count)
          .map(([place, position]): [string, Learned] => [
            place,
            position === undefined ? {} : { position },
          ]),
      ),
    ]),
  );
}
