import type { Cell } from "../../attacks/matrix.ts";
import { shipped } from "../../attacks/shipped.ts";
import { cellKey } from "./told.ts";

const CELLS = new Map(shipped.cells.map((cell) => [cellKey(cell.attack, cell.grant), cell]));

/** What a cell was when this version was built; nothing when it was not computed. */
export function shippedCell(row: string, target: string): Cell | undefined {
  return CELLS.get(cellKey(row, target));
}
