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

/** How the attacks on a walk came out. */
export interface RiskReport {
  readonly risks: readonly Risk[];
  /** How many ways were run against it. */
  readonly ran: number;
}

/** What attackers got in with, against this walk; computed from the matrix this version came with. */
export function risksOf(subject: Subject): RiskReport {
  const verdict = (row: Row) => shippedCell(row.id, subject.target.id)?.verdict ?? "";
  return {
    risks: rows.filter((row) => verdict(row) === "succeeds").map((row) => riskOf(row, subject)),
    ran: rows.filter((row) => ["succeeds", "stopped"].includes(verdict(row))).length,
  };
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
