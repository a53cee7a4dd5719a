import { useCallback } from "react";
import { type Cell, sameCell } from "../../attacks/matrix.ts";
import { MatrixTable } from "../../ui/matrix/matrix-table.tsx";
import type { CellView, Column, Rerun } from "../../ui/matrix/types.ts";
import { attackAddress } from "../addresses.ts";
import { RunControls } from "../runs/run-controls.tsx";
import { useRuns } from "../runs/use-runs.ts";
import { rows, subjects } from "./catalogue.ts";
import { DifferencesAlert } from "./differences-alert.tsx";
import { shippedCell } from "./shipped-cells.ts";
import { cellKey, toldOf } from "./told.ts";
import { type CellRuns, cellWork, type Job, type RanCell } from "./jobs.ts";

interface Props {
  readonly columns: readonly Column[];
}

const JOBS: readonly Job[] = rows.flatMap((row) => subjects.map(({ target }) => ({ row, target })));

const LINES = rows.map(({ id, attack, way }) => ({
  id,
  title: way.title,
  group: attack.title,
  modelled: way.modelled,
}));

interface ShippedCell extends Omit<CellView, "rerun"> {
  readonly job: Job;
  readonly shipped: Cell;
}

/** Made once: the table draws only those cells anew in which something changed. */
const CELLS: ReadonlyMap<string, ShippedCell> = new Map(
  JOBS.flatMap((job): [string, ShippedCell][] => {
    const { row, target } = job;
    const shipped = shippedOf(job);
    if (shipped === undefined) return [];
    const href = attackAddress(row.attack.id, { way: row.way.id, grant: target.id });
    return [[keyOf(job), { job, shipped, told: toldOf(row, shipped), href }]];
  }),
);
const RUNNING: Rerun = { state: "running" };
const SAME: Rerun = { state: "same" };

/** Every attack against every grant: what is shipped, and what it comes to when it is run again here. */
export function MatrixSection({ columns }: Props) {
  const runs = useRuns(cellWork);
  const cellAt = (line: string, column: string): CellView | undefined => {
    const key = cellKey(line, column);
    const cell = CELLS.get(key);
    if (cell === undefined) return undefined;
    const rerun = runs.running.has(key) ? RUNNING : rerunOf(cell, runs.results.get(key));
    return { told: cell.told, href: cell.href, rerun };
  };
  const { run } = runs;
  const runCell = useCallback(
    (line: string, column: string) => {
      const cell = CELLS.get(cellKey(line, column));
      if (cell !== undefined) run([cell.job]);
    },
    [run],
  );
  return (
    <section aria-labelledby="matrix" data-matrix="" className="mt-14">
      <h2 id="matrix" className="text-2xl font-semibold tracking-tight">
        Every attack against every grant
      </h2>
      <p className="mt-2 max-w-[46rem] text-quiet">
        Each cell is the result of a run against the walk as it stands, with the checks and
        precautions it has. What you see was computed when this version was built; you can run it
        again here, against the servers in your own browser.
      </p>
      <p className="mt-2 max-w-[46rem] text-quiet">
        Two kinds of attack have no row yet: phishing with a device code (RFC 8628 §5.4), and the
        theft of a refresh token (RFC 9700 §4.14). The walk in which a stolen refresh token is used
        is a variant of its own: “Reuse detected”.
      </p>
      <RunControls
        runs={runs}
        label={`Run all ${JOBS.length} again, here`}
        progressLabel="Cells run"
        status={statusOf(runs)}
        onRun={() => runs.run(JOBS)}
      />
      <DifferencesAlert jobs={JOBS} results={runs.results} />
      <MatrixTable
        caption="Attacks by grants: what each came to"
        columns={columns}
        lines={LINES}
        busy={runs.busy}
        cellAt={cellAt}
        onRun={runCell}
      />
    </section>
  );
}

function statusOf({ busy, progress, problem, results }: CellRuns): string {
  if (problem !== undefined) return `Nothing could be run. ${problem}`;
  if (progress === undefined) return "";
  const { done, total, seconds } = progress;
  if (busy || seconds === undefined) return `${done} of ${total} run`;
  const differing = JOBS.filter((job) => {
    const ran = results.get(keyOf(job));
    return ran !== undefined && differs(shippedOf(job), ran);
  }).length;
  const ended = done < total ? `Stopped after ${done} of ${total}` : `${done} run`;
  const verdict = differing === 0 ? "all as shipped" : `${differing} not as shipped`;
  return `${ended} in ${seconds.toFixed(1)} s: ${verdict}.`;
}

function rerunOf({ job, shipped }: ShippedCell, ran: RanCell | undefined): Rerun | undefined {
  if (ran === undefined) return undefined;
  if ("problem" in ran) return { state: "failed", problem: ran.problem };
  if (sameCell(shipped, ran.result)) return SAME;
  return { state: "differs", told: toldOf(job.row, ran.result) };
}

function differs(shipped: Cell | undefined, ran: RanCell): boolean {
  return "problem" in ran || !sameCell(shipped, ran.result);
}

function shippedOf({ row, target }: Job): Cell | undefined {
  return shippedCell(row.id, target.id);
}

function keyOf({ row, target }: Job): string {
  return cellKey(row.id, target.id);
}
