import { useMemo } from "react";
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

/** Every attack against every grant: what is shipped, and what it comes to when it is run again here. */
export function MatrixSection({ columns }: Props) {
  const runs = useRuns(cellWork);
  const cells = useMemo(() => new Map(JOBS.map((job) => [keyOf(job), job])), []);
  const cellAt = (line: string, column: string): CellView | undefined => {
    const key = cellKey(line, column);
    const job = cells.get(key);
    const shipped = shippedCell(line, column);
    if (job === undefined || shipped === undefined) return undefined;
    const { row, target } = job;
    return {
      told: toldOf(row, shipped),
      href: attackAddress(row.attack.id, { way: row.way.id, grant: target.id }),
      rerun: runs.running.has(key)
        ? { state: "running" }
        : rerunOf(job, shipped, runs.results.get(key)),
    };
  };
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
        onRun={(line, column) => {
          const job = cells.get(cellKey(line, column));
          if (job !== undefined) runs.run([job]);
        }}
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

function rerunOf({ row }: Job, shipped: Cell, ran: RanCell | undefined): Rerun | undefined {
  if (ran === undefined) return undefined;
  if ("problem" in ran) return { state: "failed", problem: ran.problem };
  if (sameCell(shipped, ran.result)) return { state: "same" };
  return { state: "differs", told: toldOf(row, ran.result) };
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
