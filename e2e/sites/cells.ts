import { type Defence, isNotApplicable } from "../../src/attacks/attack.ts";
import { attacks } from "../../src/attacks/index.ts";
import { type Cell, type Row, rowsOf } from "../../src/attacks/matrix.ts";
import { attackedFlow, standardDefences } from "../../src/attacks/run.ts";
import { type Target, targetsOf } from "../../src/attacks/target.ts";
import { grants } from "../../src/grants/index.ts";
import { realAttacks } from "./index.ts";
import type { RealAttack } from "./scene.ts";
import { shippedCells } from "./shipped.ts";

/** A cell of the matrix that really happens somewhere. */
export interface RealCell {
  readonly row: Row;
  readonly target: Target;
  readonly real: RealAttack;
  /** The defences of the walk as it stands. */
  readonly standard: readonly Defence[];
}

/** Every cell that applies and has a real run, in the order of the matrix. */
export function realCells(): readonly RealCell[] {
  const targets = targetsOf(grants);
  return rowsOf(attacks).flatMap((row) => {
    const real = realAttacks[row.id];
    if (real === undefined) return [];
    return targets
      .filter((target) => !isNotApplicable(attackedFlow(row.way, target, [])))
      .map((target) => ({ row, target, real, standard: standardDefences(row.way, target) }));
  });
}

/** The cell of these names. Throws when it has no real run. */
export function realCell(rowId: string, targetId: string): RealCell {
  const found = realCells().find(({ row, target }) => row.id === rowId && target.id === targetId);
  if (found === undefined) throw new RangeError(`${rowId} against ${targetId} has no real run.`);
  return found;
}

/** What the page came to. Throws when the matrix has no such cell. */
export function cellOf(row: Row, target: Target): Cell {
  const found = shippedCells.find(({ attack, grant }) => attack === row.id && grant === target.id);
  if (found === undefined)
    throw new RangeError(`The matrix has no ${row.id} against ${target.id}.`);
  return found;
}
