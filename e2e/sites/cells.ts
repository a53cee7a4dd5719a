import { type Defence, isNotApplicable } from "../../src/attacks/attack.ts";
import { attacks } from "../../src/attacks/index.ts";
import { type Cell, type Row, rowsOf } from "../../src/attacks/matrix.ts";
import { attackedFlow, runAttack, standardDefences } from "../../src/attacks/run.ts";
import { type Target, targetsOf } from "../../src/attacks/target.ts";
import { grants } from "../../src/grants/index.ts";
import { openSandbox } from "../../src/testing/lab.ts";
import { conclude, type Conclusion } from "../../scripts/evidence/conclude.ts";
import { realAttacks } from "./index.ts";
import type { RealAttack } from "./scene.ts";
import { shippedCells } from "./shipped.ts";
import { notRunAgainst } from "./targets.ts";

/** A cell of the matrix that applies. */
export interface ApplyingCell {
  readonly row: Row;
  readonly target: Target;
  /** The defences of the walk as it stands. */
  readonly standard: readonly Defence[];
}

/** One that really happens somewhere. */
export interface RealCell extends ApplyingCell {
  readonly real: RealAttack;
}

/** Every cell that applies, in the order of the matrix. */
export function applyingCells(): readonly ApplyingCell[] {
  const targets = targetsOf(grants);
  return rowsOf(attacks).flatMap((row) =>
    targets
      .filter((target) => !isNotApplicable(attackedFlow(row.way, target, [])))
      .map((target) => ({ row, target, standard: standardDefences(row.way, target) })),
  );
}

/** Every cell that applies and has a real run, in the order of the matrix. */
export function realCells(): readonly RealCell[] {
  return applyingCells().flatMap((cell) => {
    const real = realAttacks[cell.row.id];
    if (real === undefined || notRunAgainst(cell.target) !== undefined) return [];
    return [{ ...cell, real }];
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

/** What the page's runs of a cell show: the verdict, and of a stop what comes of leaving out the one to thank. */
export function concludedInPage({ row, target, standard }: ApplyingCell): Promise<Conclusion> {
  const run = async (on: readonly Defence[]) => {
    const ran = await runAttack(row.way, target, on, openSandbox);
    if (ran.verdict === "does not apply") throw new RangeError(ran.reason);
    return ran;
  };
  return conclude(run, standard, cellOf(row, target).by);
}
