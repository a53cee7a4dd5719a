import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Flow, isEnd, stepOf } from "../flow/define-flow.ts";
import { takeStep } from "../flow/to-machine.ts";
import { requestOf, type Walk, walkOf } from "../flow/walk.ts";
import { grants } from "../grants/index.ts";
import { indexedDbStore, openDatabase } from "../store/indexeddb.ts";
import { openSandbox } from "../testing/lab.ts";
import { memoryStores } from "./persistent.ts";
import type { OpenStore } from "./records.ts";
import { SITES_WITH_RECORDS } from "./sites.ts";
import { snapshotOf } from "./snapshot.fixture.ts";

let databases = 0;
const onIndexedDb = async (): Promise<OpenStore> => {
  const database = await openDatabase(`rewind-walks-${databases++}`);
  return (namespace) => indexedDbStore(database, namespace);
};

/** What a learner does next; `number` chooses among what there is to choose from. */
interface Move {
  readonly does: "next" | "tamper" | "instead" | "clock" | "rewind";
  readonly number: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  does: fc.oneof(
    { weight: 6, arbitrary: fc.constant("next" as const) },
    { weight: 1, arbitrary: fc.constantFrom("tamper", "instead", "clock") },
    { weight: 2, arbitrary: fc.constant("rewind" as const) },
  ),
  number: fc.nat(10_000),
});

type Snapshot = Awaited<ReturnType<typeof snapshotOf>>;

/** What was there after a rewinding, and what had been there right after that entry. */
interface Rewound {
  readonly now: Snapshot;
  readonly before: Snapshot | undefined;
}

/** Walks as the moves say, and notes every rewinding. */
async function learner(flow: Flow, stores: OpenStore, rewound: Rewound[]) {
  const client = await openSandbox(flow.sandbox, stores);
  const snapshots = new Map<string, Snapshot>();
  const snapshot = () => snapshotOf(stores, "lab", SITES_WITH_RECORDS);
  const traced = async () => (await client.open(flow.sandbox)).trace;
  let trace = await traced();

  async function send(standing: Walk, edited?: ReturnType<typeof requestOf>) {
    // An answer nothing can read is in the trace as well.
    await takeStep(flow, client, { walk: standing, edited }).catch(() => undefined);
    trace = await traced();
    const last = trace.at(-1);
    if (last !== undefined && !snapshots.has(last.id)) snapshots.set(last.id, await snapshot());
  }

  return async ({ does, number }: Move): Promise<void> => {
    const target = trace[number % Math.max(1, trace.length)];
    if (does === "clock") return void (await client.advance(number));
    if (does === "rewind" && target !== undefined) {
      await client.rewind(target.id);
      trace = await traced();
      return void rewound.push({ now: await snapshot(), before: snapshots.get(target.id) });
    }
    const standing = walkOf(flow, trace);
    if (isEnd(standing.at)) return;
    const detours = stepOf(flow, standing.at).instead ?? [];
    const detour = detours[number % Math.max(1, detours.length)];
    if (does === "instead" && detour !== undefined) {
      return send({ ...standing, at: detour.next });
    }
    const request = does === "tamper" ? requestOf(flow, standing.at, standing) : undefined;
    return send(standing, request && { ...request, url: `${request.url}x` });
  };
}

const variants = grants.flatMap((grant) =>
  grant.variants.map(({ id, flow }) => ({ name: `${grant.id} ${id}`, flow })),
);

describe.each([
  { kind: "memory", open: async () => memoryStores(), runs: 2, length: 40 },
  { kind: "IndexedDB", open: onIndexedDb, runs: 1, length: 30 },
])("on $kind", ({ open, runs, length }) => {
  test.each(variants)(
    "rewinding $name to any message gives exactly what was there right after it",
    async ({ flow }) => {
      const moves = fc.array(move, { minLength: length, maxLength: length });
      await fc.assert(
        fc.asyncProperty(moves, async (chosen) => {
          const rewound: Rewound[] = [];
          const walked = await learner(flow, await open(), rewound);
          const last: Move = { does: "rewind", number: 2 };
          for (const one of [...chosen, last]) await walked(one);
          expect(rewound.length).toBeGreaterThan(0);
          expect(rewound.map(({ now }) => now)).toEqual(rewound.map(({ before }) => before));
        }),
        { numRuns: runs },
      );
    },
  );
});
