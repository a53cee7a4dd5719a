import { migrationOf } from "../../learn/choose/migration.ts";
import { outcomes, type OutcomeId, type WalkName } from "../../learn/choose/outcome.ts";
import { type Answered } from "../../learn/choose/path.ts";
import { type Answers, questions } from "../../learn/choose/questions.ts";
import type { Rejected } from "../../learn/choose/rejected.ts";
import { tailored } from "../../learn/choose/tailor.ts";
import { type SettingRow, settingRows } from "../../learn/scenarios/profile.ts";
import type { Settings } from "../../learn/scenarios/settings.ts";
import { flowAddress } from "../addresses.ts";
import { type Subject, subjects } from "../compare/catalogue.ts";
import { sideTitle } from "../compare/sides.ts";
import { type Risk, risksOf } from "./risks.ts";

/** A decision as it is put on record: the document, independent of how it is laid out. Addresses are without the base. */
export interface DecisionRecord {
  readonly title: string;
  readonly decision: string;
  readonly constraints: readonly { readonly question: string; readonly answer: string }[];
  /** The walk that opens. */
  readonly walk: Link;
  /** Walks in which a part of it is seen. */
  readonly seenIn: readonly (Link & { readonly what: string })[];
  readonly settings: Settings;
  readonly rows: readonly SettingRow[];
  readonly rejected: readonly Rejected[];
  readonly risks: readonly Risk[];
  /** How many ways of attack that fit the settings were run against the walk. */
  readonly ran: number;
  readonly beyond: readonly string[];
  /** How to leave what is used today, in order. */
  readonly migration: readonly string[];
  readonly scenario: string;
}

interface Link {
  readonly title: string;
  readonly href: string;
}

/** The record of an outcome, with the answers that led to it. */
export function recordOf(id: OutcomeId, answered: readonly Answered[]): DecisionRecord {
  const answers: Answers = Object.fromEntries(
    answered.map(({ question, answer }) => [question, answer]),
  );
  const outcome = tailored(outcomes[id], answers);
  const { settings } = outcome.profile;
  return {
    title: outcome.title,
    decision: outcome.decision,
    constraints: answered.map(inWords),
    walk: linkTo(settings),
    seenIn: outcome.seenIn.map((name) => ({ ...linkTo(name), what: name.what })),
    settings,
    rows: settingRows(outcome.profile),
    rejected: outcome.rejected,
    ...risksOf(subjectNamed(settings), settings),
    beyond: outcome.beyond,
    migration: migrationOf(answers),
    scenario: outcome.scenario,
  };
}

function inWords({ question, answer }: Answered) {
  const { title, options } = questions[question];
  return { question: title, answer: options[answer]?.title ?? answer };
}

type Named = Pick<WalkName, "grant" | "variant">;

function linkTo(name: Named): Link {
  return { title: sideTitle(subjectNamed(name)), href: flowAddress(name.grant, name.variant) };
}

/** The walk of that name. Throws a `RangeError` when the catalogue has none. */
export function subjectNamed({ grant, variant }: Named): Subject {
  const found = subjects.find(({ target }) => target.grant === grant && target.variant === variant);
  if (found === undefined) throw new RangeError(`The catalogue has no ${grant}/${variant}.`);
  return found;
}
