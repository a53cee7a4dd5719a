import { type Row } from "../../attacks/matrix.ts";
import { defencesAgainst, standardDefences } from "../../attacks/run.ts";
import { attackAddress } from "../addresses.ts";
import { rows, type Subject } from "../compare/catalogue.ts";
import { shippedCell } from "../compare/shipped-cells.ts";

/** An attack that got in, as the matrix says. */
export interface Risk {
  readonly row: Row;
  readonly subject: Subject;
  /** The attack, set up against this walk; without the base path. */
  readonly href: string;
  /** What the walk does not have and could have; each can be switched on there. */
  readonly could: readonly { readonly title: string; readonly spec: string }[];
}

/** How the attacks on some walks came out. */
export interface RiskReport {
  readonly risks: readonly Risk[];
  /** How many ways were run against the first walk. */
  readonly ran: number;
}

/** What attackers got in with, against any of these walks; computed from the matrix this version came with. */
export function risksOf(subjects: readonly Subject[]): RiskReport {
  const [first] = subjects;
  const risks = rows.flatMap((row) => {
    const subject = subjects.find(({ target }) => verdictOf(row, target.id) === "succeeds");
    return subject === undefined ? [] : [riskOf(row, subject)];
  });
  const run = rows.filter((row) =>
    ["succeeds", "stopped"].includes(verdictOf(row, first?.target.id ?? "") ?? ""),
  );
  return { risks, ran: run.length };
}

function verdictOf(row: Row, target: string) {
  return shippedCell(row.id, target)?.verdict;
}

function riskOf(row: Row, subject: Subject): Risk {
  const { target } = subject;
  const standard = standardDefences(row.way, target);
  return {
    row,
    subject,
    href: attackAddress(row.attack.id, { way: row.way.id, grant: target.id }),
    could: defencesAgainst(row.way, target)
      .filter((defence) => !standard.includes(defence))
      .map(({ title, spec }) => ({ title, spec })),
  };
}
