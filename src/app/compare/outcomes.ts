import type { Cell, Row } from "../../attacks/matrix.ts";
import { shippedCell } from "./shipped-cells.ts";

/** A row of the matrix with the cells of the two sides. */
export interface Duel {
  readonly row: Row;
  readonly left: Cell;
  readonly right: Cell;
}

/** Rows that came out alike for the two sides, or not. */
export interface DuelGroup {
  readonly id: "differ" | "both fall" | "both hold" | "no way in";
  readonly title: string;
  readonly duels: readonly Duel[];
}

const TITLES: readonly Pick<DuelGroup, "id" | "title">[] = [
  { id: "differ", title: "Where the choice decides" },
  { id: "both fall", title: "Where neither helps" },
  { id: "both hold", title: "Where neither falls" },
  { id: "no way in", title: "What applies to neither" },
];

/** The rows by what the choice between the two sides changes, the rows it does change first. */
export function groupsOf(duels: readonly Duel[]): readonly DuelGroup[] {
  return TITLES.map((group) => ({
    ...group,
    duels: duels.filter((duel) => groupOf(duel) === group.id),
  })).filter((group) => group.duels.length > 0);
}

function groupOf({ left, right }: Duel): DuelGroup["id"] {
  const falls = [left, right].filter(({ verdict }) => verdict === "succeeds").length;
  if (falls === 2) return "both fall";
  if (falls === 1) return "differ";
  const none = [left, right].every(({ verdict }) => verdict === "does not apply");
  return none ? "no way in" : "both hold";
}

/** How many of the attacks get in on one side. */
export function successes(duels: readonly Duel[], side: "left" | "right"): number {
  return duels.filter((duel) => duel[side].verdict === "succeeds").length;
}

/** Every row that was computed for both targets; none when one of them is no target. */
export function duelsOf(
  rows: readonly Row[],
  left: string | undefined,
  right: string | undefined,
): readonly Duel[] {
  if (left === undefined || right === undefined) return [];
  return rows.flatMap((row) => {
    const [one, other] = [shippedCell(row.id, left), shippedCell(row.id, right)];
    return one === undefined || other === undefined ? [] : [{ row, left: one, right: other }];
  });
}
