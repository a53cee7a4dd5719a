import { useEffect, useRef, useState } from "react";
import { type Cell, type Row, runCell } from "../../attacks/matrix.ts";
import type { Target } from "../../attacks/target.ts";
import { cellKey } from "./told.ts";
import { type Bench, openBench } from "./world.ts";

/** A cell to run. */
export interface Job {
  readonly row: Row;
  readonly target: Target;
}

/** What running a cell came to. */
export type Ran = { readonly cell: Cell } | { readonly problem: string };

interface Runs {
  /** By the key of the cell. */
  readonly results: ReadonlyMap<string, Ran>;
  /** The cells that run now. */
  readonly running: ReadonlySet<string>;
  /** Whether a run is under way. */
  readonly busy: boolean;
  /** Of the run under way, or the last one. */
  readonly progress: Progress | undefined;
  /** Why no cell could be run at all. */
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

/** Runs cells of the matrix in this browser, for as long as nobody stops it. */
export function useRuns(): Runs {
  const [results, setResults] = useState<ReadonlyMap<string, Ran>>(new Map());
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
    const work = async (_: unknown, number: number) => {
      const bench = await openBench(number);
      for (let job = left.shift(); job !== undefined && !signal.aborted; job = left.shift()) {
        const key = cellKey(job.row.id, job.target.id);
        setRunning((before) => new Set(before).add(key));
        const ran = await runOn(bench, job);
        done += 1;
        setRunning((before) => new Set([...before].filter((one) => one !== key)));
        setResults((before) => new Map(before).set(key, ran));
        setProgress({ done, total: jobs.length });
      }
      await bench.clear();
    };
    await Promise.all(Array.from({ length: Math.min(BENCHES, jobs.length) }, work));
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
      setResults((before) => without(before, jobs));
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

async function runOn(bench: Bench, { row, target }: Job): Promise<Ran> {
  try {
    return { cell: await runCell(row, target, bench.open) };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}

function without(
  results: ReadonlyMap<string, Ran>,
  jobs: readonly Job[],
): ReadonlyMap<string, Ran> {
  const again = new Set(jobs.map(({ row, target }) => cellKey(row.id, target.id)));
  return new Map([...results].filter(([key]) => !again.has(key)));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
