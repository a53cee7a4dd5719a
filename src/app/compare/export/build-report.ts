import { rows, sides, subjects } from "../catalogue.ts";
import { facts } from "../facts.ts";
import type { Duel } from "../outcomes.ts";
import { shippedCell } from "../shipped-cells.ts";
import { type Side, sideName, sideTitle } from "../sides.ts";
import { restOf, toldOf, WORDS } from "../told.ts";
import type { Report, Said } from "./report.ts";

interface About {
  readonly left: Side;
  readonly right: Side;
  readonly duels: readonly Duel[];
  readonly date: string;
  readonly address: string;
}

/** The comparison of two sides as a document, the matrix and the table of facts for all of them included. */
export function buildReport({ left, right, duels, date, address }: About): Report {
  const at = (side: Side) => sides.findIndex((one) => sideName(one) === sideName(side));
  return {
    title: `${sideTitle(left)} against ${sideTitle(right)}`,
    date,
    address,
    sides: [sideTitle(left), sideTitle(right)],
    duels: duels.map(({ row, left: one, right: other }) => ({
      attack: row.attack.title,
      way: row.way.title,
      modelled: row.way.modelled,
      sides: [said(row, one), said(row, other)],
    })),
    matrix: {
      columns: subjects.map(sideTitle),
      rows: rows.map((row) => ({
        attack: row.attack.title,
        way: row.way.title,
        modelled: row.way.modelled,
        cells: subjects.map(({ target }) => {
          const cell = shippedCell(row.id, target.id);
          return cell === undefined ? undefined : toldOf(row, cell);
        }),
      })),
    },
    facts: {
      columns: sides.map(sideTitle),
      chosen: [at(left), at(right)],
      rows: facts.map(({ title, of }) => ({ title, cells: sides.map(of) })),
    },
  };
}

function said(row: Duel["row"], cell: Duel["left"]): Said {
  return { verdict: cell.verdict, word: WORDS[cell.verdict], rest: restOf(row, cell) };
}
