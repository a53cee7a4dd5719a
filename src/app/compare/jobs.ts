import { type Cell, type Row, runCell } from "../../attacks/matrix.ts";
import type { Target } from "../../attacks/target.ts";
import type { Ran, Runs, Work } from "../runs/use-runs.ts";
import { cellKey } from "./told.ts";

/** A cell of the matrix to run. */
export interface Job {
  readonly row: Row;
  readonly target: Target;
}

export type RanCell = Ran<Cell>;
export type CellRuns = Runs<Job, Cell>;

/** Running cells, by the key of the cell. */
export const cellWork: Work<Job, Cell> = {
  keyOf: ({ row, target }) => cellKey(row.id, target.id),
  run: ({ row, target }, open) => runCell(row, target, open),
};
