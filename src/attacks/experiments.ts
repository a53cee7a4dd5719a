import { type Attack, type Defence, isNotApplicable } from "./attack.ts";
import { type Row, rowsOf } from "./matrix.ts";
import { attackedFlow, defencesAgainst, type OpenWorld, runAttack } from "./run.ts";
import type { Target } from "./target.ts";
import type { Verdict } from "./verdict.ts";

/** A run that shows what a defence is for: with none of them the attack succeeds, with one alone that one stops it. */
export interface Experiment {
  /** Names it among all: row, target, defence. */
  readonly id: string;
  readonly row: Row;
  readonly target: Target;
  /** The only defence that is on; absent: none is. */
  readonly defence?: Defence;
}

/** Every way against every target it applies to: first without any defence, then with each of them alone. */
export function experimentsOf(
  attacks: readonly Attack[],
  targets: readonly Target[],
): readonly Experiment[] {
  return rowsOf(attacks).flatMap((row) =>
    targets
      .filter((target) => !isNotApplicable(attackedFlow(row.way, target, [])))
      .flatMap((target) => [
        { id: `${row.id} ${target.id}`, row, target },
        ...defencesAgainst(row.way, target).map((defence) => ({
          id: `${row.id} ${target.id} ${defence.id}`,
          row,
          target,
          defence,
        })),
      ]),
  );
}

/** What an experiment came to, and whether it is what it has to come to. */
export interface Finding {
  readonly holds: boolean;
  readonly verdict: Verdict;
}

/** Runs it in a fresh world. Throws what `runAttack` throws. */
export async function runExperiment(
  { row, target, defence }: Experiment,
  open: OpenWorld,
): Promise<Finding> {
  const verdict = await runAttack(row.way, target, defence === undefined ? [] : [defence], open);
  const holds =
    defence === undefined
      ? verdict.verdict === "succeeds"
      : verdict.verdict === "stopped" && verdict.by === defence.id;
  return { holds, verdict };
}
