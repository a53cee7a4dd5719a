import { Link } from "wouter";
import {
  type Experiment,
  experimentsOf,
  type Finding,
  runExperiment,
} from "../../attacks/experiments.ts";
import { attacks } from "../../attacks/index.ts";
import { attackAddress } from "../addresses.ts";
import { RunControls } from "../runs/run-controls.tsx";
import { type Ran, type Runs, useRuns, type Work } from "../runs/use-runs.ts";
import { targets } from "./lab.ts";

const EXPERIMENTS = experimentsOf(attacks, targets);

const work: Work<Experiment, Finding> = { keyOf: ({ id }) => id, run: runExperiment };

/** Shows, in this browser, that every defence is what stops its attacks: left out they succeed, alone it stops them. */
export function ExperimentsSection() {
  const runs = useRuns(work);
  return (
    <section aria-labelledby="experiments" data-experiments="" className="mt-14">
      <h2 id="experiments" className="text-2xl font-semibold tracking-tight">
        Is it really this defence?
      </h2>
      <p className="mt-2 max-w-[46rem] text-quiet">
        For every attack and every grant it applies to: without any of its defences the attack has
        to succeed, and with one of them alone, it has to be stopped by that one. These are{" "}
        {EXPERIMENTS.length} attacks on fresh servers in your own browser.
      </p>
      <RunControls
        runs={runs}
        label={`Run all ${EXPERIMENTS.length}`}
        progressLabel="Experiments run"
        status={statusOf(runs)}
        onRun={() => runs.run(EXPERIMENTS)}
      />
      <Failures runs={runs} />
    </section>
  );
}

function statusOf({ busy, progress, problem, results }: Runs<Experiment, Finding>): string {
  if (problem !== undefined) return `Nothing could be run. ${problem}`;
  if (progress === undefined) return "";
  const { done, total, seconds } = progress;
  if (busy || seconds === undefined) return `${done} of ${total} run`;
  const held = [...results.values()].filter(holds).length;
  const ended = done < total ? `Stopped after ${done} of ${total}` : `${done} run`;
  return `${ended} in ${seconds.toFixed(1)} s: ${held === done ? "all" : held} came out as they must.`;
}

function holds(ran: Ran<Finding>): boolean {
  return "result" in ran && ran.result.holds;
}

/** What came out otherwise. Then the attack, the defence or this page is wrong. */
function Failures({ runs: { results } }: { readonly runs: Runs<Experiment, Finding> }) {
  const failed = EXPERIMENTS.flatMap((experiment) => {
    const ran = results.get(experiment.id);
    return ran === undefined || holds(ran) ? [] : [{ experiment, ran }];
  });
  return (
    <div role="alert">
      {failed.length > 0 && (
        <ul className="list-disc space-y-2 rounded-2xl border-2 border-bad bg-bad-tint p-4 pl-8 text-[0.9375rem]">
          {failed.map(({ experiment, ran }) => (
            <li key={experiment.id}>
              <Link className="font-medium underline" href={hrefOf(experiment)}>
                {experiment.row.attack.title}: {experiment.row.way.title}, against{" "}
                {experiment.target.title}
              </Link>
              , with {experiment.defence?.title ?? "no defence"}: {told(ran)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function told(ran: Ran<Finding>): string {
  if ("problem" in ran) return ran.problem;
  const { verdict } = ran.result;
  return verdict.verdict === "stopped" ? `stopped by ${verdict.by}` : verdict.verdict;
}

function hrefOf({ row, target }: Experiment): string {
  return attackAddress(row.attack.id, { way: row.way.id, grant: target.id });
}
