import { useEffect, useRef, useState } from "react";
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

/** Runs jobs in worlds of this browser, for as long as nobody stops it. `work` stays the same. */
export function useRuns<Job, Result>(work: Work<Job, Result>): Runs<Job, Result> {
  const [results, setResults] = useState<ReadonlyMap<string, Ran<Result>>>(new Map());
  const [running, setRunning] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<string>();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  async function runAll(jobs: readonly Job[], { signal }: AbortController) {
    const began = performance.now();
    const left = [...jobs];
    let done = 0;
    const worker = async (_: unknown, number: number) => {
      const bench = await openBench(number);
      for (let job = left.shift(); job !== undefined && !signal.aborted; job = left.shift()) {
        const key = work.keyOf(job);
        setRunning((before) => new Set(before).add(key));
        const ran = await settled(work.run(job, bench.open));
        done += 1;
        setRunning((before) => new Set([...before].filter((one) => one !== key)));
        setResults((before) => new Map(before).set(key, ran));
        setProgress({ done, total: jobs.length });
      }
      await bench.clear();
    };
    await Promise.all(Array.from({ length: Math.min(BENCHES, jobs.length) }, worker));
    const seconds = (performance.now() - began) / 1000;
    setProgress({ done, total: jobs.length, seconds });
  }

  return {
    results,
    running,
    busy,
    progress,
    problem,
    run: (jobs) => {
      if (under.current !== undefined) return;
      const control = new AbortController();
      under.current = control;
      setBusy(true);
      setProblem(undefined);
      setProgress({ done: 0, total: jobs.length });
      setResults((before) => without(before, jobs.map(work.keyOf)));
      void runAll(jobs, control)
        .catch((error: unknown) => setProblem(messageOf(error)))
        .finally(() => {
          under.current = undefined;
          setRunning(new Set());
          setBusy(false);
        });
    },
    stop: () => under.current?.abort(),
  };
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
