import type { Way } from "../../attacks/attack.ts";
import { type Row } from "../../attacks/matrix.ts";
import { defencesAgainst, standardDefences } from "../../attacks/run.ts";
import type { Settings } from "../../learn/scenarios/settings.ts";
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
  /** How many ways that fit the settings were run against it. */
  readonly ran: number;
}

/**
 * What attackers got in with, against this walk, of what a client of these settings is open to; computed from the matrix
 * this version came with.
 */
export function risksOf(subject: Subject, settings: Settings): RiskReport {
  const verdict = (row: Row) => shippedCell(row.id, subject.target.id)?.verdict ?? "";
  const fitting = rows.filter(({ way }) => fits(way, settings));
  return {
    risks: fitting.filter((row) => verdict(row) === "succeeds").map((row) => riskOf(row, subject)),
    ran: fitting.filter((row) => ["succeeds", "stopped"].includes(verdict(row))).length,
  };
}

/** Whether the way is about a client that keeps its access token where these settings do. */
function fits({ keptIn }: Way, { storage }: Settings): boolean {
  return keptIn === undefined || keptIn === storage.accessToken;
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
