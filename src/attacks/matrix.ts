import type { Attack, Way } from "./attack.ts";
import { type OpenWorld, runAttack, standardDefences } from "./run.ts";
import type { Target } from "./target.ts";
import type { Verdict } from "./verdict.ts";

/** What an attack came to against a grant as its walk stands, with the defences that walk has. */
export interface Cell {
  /** Of the row: the attack, and the way where it has several. */
  readonly attack: string;
  /** Of the column: the grant, and the variant where it has several. */
  readonly grant: string;
  readonly verdict: Verdict["verdict"];
  /** Of `stopped`: id of the check or precaution. */
  readonly by?: string;
  /** Of `does not apply`. */
  readonly reason?: string;
  /** What of the run the page computes instead of a browser or a device. */
  readonly modelled?: string;
}

/** What came of every attack against every walk. */
export interface Matrix {
  readonly version: 1;
  readonly cells: readonly Cell[];
}

/** A row of the matrix. */
export interface Row {
  readonly id: string;
  readonly attack: Attack;
  readonly way: Way;
}

/** Every way of every attack. */
export function rowsOf(attacks: readonly Attack[]): readonly Row[] {
  return attacks.flatMap((attack) =>
    attack.ways.map((way) => ({ id: rowId(attack, way), attack, way })),
  );
}

/** The name of a row: of the attack, and of the way where it has several. */
export function rowId(attack: Attack, way: Way): string {
  return way.id === undefined ? attack.id : `${attack.id}/${way.id}`;
}

/** Runs one cell in a fresh world. Throws what `runAttack` throws. */
export async function runCell({ id, way }: Row, target: Target, open: OpenWorld): Promise<Cell> {
  const verdict = await runAttack(way, target, standardDefences(way, target), open);
  const names = { attack: id, grant: target.id, verdict: verdict.verdict };
  const modelled = way.modelled === undefined ? {} : { modelled: way.modelled };
  switch (verdict.verdict) {
    case "succeeds":
      return { ...names, ...modelled };
    case "stopped":
      return { ...names, by: verdict.by, ...modelled };
    case "does not apply":
      return { ...names, reason: verdict.reason };
  }
}

/** Runs every cell, one after the other, row by row. */
export async function computeMatrix(
  attacks: readonly Attack[],
  targets: readonly Target[],
  open: OpenWorld,
  onCell?: (cell: Cell) => void,
): Promise<Matrix> {
  const cells: Cell[] = [];
  for (const row of rowsOf(attacks)) {
    for (const target of targets) {
      const cell = await runCell(row, target, open);
      cells.push(cell);
      onCell?.(cell);
    }
  }
  return { version: 1, cells };
}

/** Where a run and what is shipped say different things. */
export interface Mismatch {
  readonly shipped?: Cell;
  readonly ran?: Cell;
}

/** Every cell in which two matrices differ, those that only one has included. */
export function mismatches(shipped: Matrix, ran: Matrix): readonly Mismatch[] {
  const names = new Set([...shipped.cells, ...ran.cells].map(keyOf));
  return [...names].flatMap((name) => {
    const [one, other] = [shipped, ran].map(({ cells }) =>
      cells.find((cell) => keyOf(cell) === name),
    );
    if (sameCell(one, other)) return [];
    return [{ ...(one && { shipped: one }), ...(other && { ran: other }) }];
  });
}

/** Whether two runs of a cell came to the same. */
export function sameCell(one: Cell | undefined, other: Cell | undefined): boolean {
  return one?.verdict === other?.verdict && one?.by === other?.by && one?.reason === other?.reason;
}

function keyOf({ attack, grant }: Cell): string {
  return `${attack} ${grant}`;
}
