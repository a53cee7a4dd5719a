import type { Defence, Way } from "../../attacks/attack.ts";
import { type Row } from "../../attacks/matrix.ts";
import { defencesAgainst, standardDefences } from "../../attacks/run.ts";
import { knownResource, knownResourceAtToken } from "../../attacks/stolen-token/known-resource.ts";
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
  /** What the walk does not have and the settings demand; nothing where they demand nothing more. */
  readonly demanded?: Demanded;
  /** What neither has and both could have; each can be switched on there. */
  readonly could: readonly Named[];
}

/** Defences of a client of these settings that the run was made without. */
export interface Demanded {
  readonly defences: readonly Named[];
  /** The attack against a walk that has them. */
  readonly href: string;
}

type Named = Pick<Defence, "title" | "spec">;

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
    risks: fitting
      .filter((row) => verdict(row) === "succeeds")
      .map((row) => riskOf(row, subject, settings)),
    ran: fitting.filter((row) => ["succeeds", "stopped"].includes(verdict(row))).length,
  };
}

/** Whether the way is about a client that keeps its access token where these settings do. */
function fits({ keptIn }: Way, { storage }: Settings): boolean {
  return keptIn === undefined || keptIn === storage.accessToken;
}

function riskOf(row: Row, subject: Subject, settings: Settings): Risk {
  const { attack, way } = row;
  const { target } = subject;
  const standard = standardDefences(way, target);
  const missing = defencesAgainst(way, target).filter((defence) => !standard.includes(defence));
  const defences = missing.filter((defence) => isDemanded(defence, settings));
  const on = defences.map(({ id }) => id);
  const options = { way: way.id, grant: target.id };
  return {
    row,
    subject,
    href: attackAddress(attack.id, options),
    ...(on.length > 0 && {
      demanded: { defences, href: attackAddress(attack.id, { ...options, on }) },
    }),
    could: missing.filter((defence) => !defences.includes(defence)),
  };
}

/** Whether a client of these settings has the defence, although the walk has not. */
function isDemanded(defence: Defence, { resource }: Settings): boolean {
  return resource !== undefined && NAMING_RESOURCE.includes(defence);
}

const NAMING_RESOURCE: readonly Defence[] = [knownResource, knownResourceAtToken];

/** That a run was made without `resource`, and what it changes. */
export function demandedText({ defences }: Demanded): string {
  const specs = defences.map(({ spec }) => spec).join("; ");
  return `This run was made without resource in the requests; these settings demand it (${specs}). With it the authorization server refuses a token for Mallory’s API.`;
}
