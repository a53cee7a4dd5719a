import { useCallback, useEffect, useRef, useState } from "react";
import type { OpenWorld } from "../../attacks/run.ts";
import { openBench } from "./bench.ts";

/** A kind of thing to run. */
export interface Work<Job, Result> {
  /** Names the job among all. */
  keyOf(job: Job): string;
  run(job: Job, open: OpenWorld): Promise<Result>;
}

/** What running a job came to. */
export type Ran<Result> = { readonly result: Result } | { readonly problem: string };

/** Jobs that run a few at a time, and what came of them. */
export interface Runs<Job, Result> {
  /** By the key of the job. */
  readonly results: ReadonlyMap<string, Ran<Result>>;
  /** The jobs that run now. */
  readonly running: ReadonlySet<string>;
  /** Whether a run is under way. */
  readonly busy: boolean;
  /** Of the run under way, or the last one. */
  readonly progress: Progress | undefined;
  /** Why nothing could be run at all. */
  readonly problem: string | undefined;
  run(jobs: readonly Job[]): void;
  stop(): void;
}

interface Progress {
  readonly done: number;
  readonly total: number;
  /** How long it took, once it has ended. */
  readonly seconds?: number;
}

/** So many run beside each other: one waits for its records while another computes. */
const BENCHES = 3;

/** How often, in milliseconds, what is shown follows what runs: each time the whole table is laid out anew. */
const SHOWN_EVERY = 200;

interface State<Result> extends Pick<Runs<never, Result>, "results" | "running" | "progress"> {}

const NOTHING: State<never> = { results: new Map(), running: new Set(), progress: undefined };

/** Runs jobs in worlds of this browser, for as long as nobody stops it. `work` stays the same, and so do `run` and `stop`. */
export function useRuns<Job, Result>(work: Work<Job, Result>): Runs<Job, Result> {
  const [state, setState] = useState<State<Result>>(NOTHING);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const kept = useRef<State<Result>["results"]>(NOTHING.results);
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  const run = useCallback(
    (jobs: readonly Job[]) => {
      if (under.current !== undefined) return;
      const control = new AbortController();
      under.current = control;
      setBusy(true);
      setProblem(undefined);
      const show = (next: State<Result>) => {
        kept.current = next.results;
        setState(next);
      };
      void runAll(work, jobs, kept.current, control.signal, show)
        .catch((error: unknown) => setProblem(messageOf(error)))
        .finally(() => {
          under.current = undefined;
          setBusy(false);
        });
    },
    [work],
  );
  const stop = useCallback(() => under.current?.abort(), []);
  return { ...state, busy, problem, run, stop };
}

/** Runs jobs until all are done or `signal` stops them, and shows how far it is; `before` is what earlier runs came to. */
async function runAll<Job, Result>(
  work: Work<Job, Result>,
  jobs: readonly Job[],
  before: State<Result>["results"],
  signal: AbortSignal,
  onShow: (state: State<Result>) => void,
): Promise<void> {
  const began = performance.now();
  const results = new Map(without(before, jobs.map(work.keyOf)));
  const running = new Set<string>();
  const left = [...jobs];
  let done = 0;
  const show = (end?: { readonly seconds: number }) =>
    onShow({
      results: new Map(results),
      running: new Set(running),
      progress: { done, total: jobs.length, ...end },
    });
  const worker = async (_: unknown, number: number) => {
    const bench = await openBench(number);
    for (let job = left.shift(); job !== undefined && !signal.aborted; job = left.shift()) {
      const key = work.keyOf(job);
      running.add(key);
      results.set(key, await settled(work.run(job, bench.open)));
      running.delete(key);
      done += 1;
    }
    await bench.clear();
  };
  show();
  const showing = setInterval(() => show(), SHOWN_EVERY);
  try {
    await Promise.all(Array.from({ length: Math.min(BENCHES, jobs.length) }, worker));
  } finally {
    clearInterval(showing);
    running.clear();
    show({ seconds: (performance.now() - began) / 1000 });
  }
}

async function settled<Result>(run: Promise<Result>): Promise<Ran<Result>> {
  try {
    return { result: await run };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function without<Value>(
  results: ReadonlyMap<string, Value>,
  keys: readonly string[],
): ReadonlyMap<string, Value> {
  return new Map([...results].filter(([key]) => !keys.includes(key)));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
