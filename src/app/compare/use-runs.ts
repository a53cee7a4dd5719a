import { useEffect, useRef, useState } from "react";
import { type Cell, type Row, runCell } from "../../attacks/matrix.ts";
import type { Target } from "../../attacks/target.ts";
import { cellKey } from "./told.ts";
import { openBench } from "./world.ts";

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
  /** The cell that runs now. */
  readonly running: string | undefined;
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

/** Runs cells of the matrix in this browser, one after the other, for as long as nobody stops it. */
export function useRuns(): Runs {
  const [results, setResults] = useState<ReadonlyMap<string, Ran>>(new Map());
  const [running, setRunning] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<string>();
  const under = useRef<AbortController>(undefined);
  useEffect(() => () => under.current?.abort(), []);

  async function runAll(jobs: readonly Job[], { signal }: AbortController) {
    const began = performance.now();
    const bench = await openBench();
    let done = 0;
    for (const { row, target } of jobs) {
      if (signal.aborted) break;
      const key = cellKey(row.id, target.id);
      setRunning(key);
      const ran = await runCell(row, target, bench.open).then(
        (cell) => ({ cell }),
        (error: unknown) => ({ problem: messageOf(error) }),
      );
      done += 1;
      setResults((before) => new Map(before).set(key, ran));
      setProgress({ done, total: jobs.length });
    }
    await bench.clear();
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
          setRunning(undefined);
          setBusy(false);
        });
    },
    stop: () => under.current?.abort(),
  };
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
