import type { Row } from "../../attacks/matrix.ts";
import type { Scenario, ScenarioWalk } from "../../learn/scenarios/scenario.ts";
import type { Told } from "../../ui/matrix/types.ts";
import { attackAddress } from "../addresses.ts";
import { subjectNamed } from "../choose/record.ts";
import { rows, type Subject } from "../compare/catalogue.ts";
import { shippedCell } from "../compare/shipped-cells.ts";
import { restOf, WORDS } from "../compare/told.ts";

/** A threat of a scenario, with what came of it against each of its walks. */
export interface ThreatView {
  readonly row: Row;
  readonly why: string;
  readonly results: readonly Result[];
}

/** What the matrix says of a cell. */
interface Result {
  readonly subject: Subject;
  readonly verdict: Told["verdict"];
  /** The verdict as a sentence begins, and how it goes on. */
  readonly word: string;
  readonly rest: string;
  /** The attack, set up against this walk; without the base path. */
  readonly href: string;
}

/** The walks whose diagrams are shown and whose threats are looked at. */
export function wholeWalks({ walks }: Scenario): readonly ScenarioWalk[] {
  return walks.filter((walk, index) => index === 0 || walk.whole === true);
}

/** The threats of a scenario, with what the matrix says of each. Throws a `RangeError` for a row there is none of. */
export function threatsOf(scenario: Scenario): readonly ThreatView[] {
  const subjects = wholeWalks(scenario).map(subjectNamed);
  return scenario.threats.map(({ row: id, why }) => {
    const row = rowNamed(id);
    return { row, why, results: subjects.flatMap((subject) => resultOf(row, subject)) };
  });
}

/** How many ways were run against a walk, and how many got in. */
export function countOf({ target }: Subject): { readonly ran: number; readonly gotIn: number } {
  const verdicts = rows.map((row) => shippedCell(row.id, target.id)?.verdict);
  const gotIn = verdicts.filter((verdict) => verdict === "succeeds").length;
  return { ran: gotIn + verdicts.filter((verdict) => verdict === "stopped").length, gotIn };
}

function rowNamed(id: string): Row {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new RangeError(`The matrix has no row ${id}.`);
  return row;
}

function resultOf(row: Row, subject: Subject): readonly Result[] {
  const { id } = subject.target;
  const cell = shippedCell(row.id, id);
  if (cell === undefined) return [];
  return [
    {
      subject,
      verdict: cell.verdict,
      word: WORDS[cell.verdict],
      rest: restOf(row, cell),
      href: attackAddress(row.attack.id, { way: row.way.id, grant: id }),
    },
  ];
}
