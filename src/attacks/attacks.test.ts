import { expect, test } from "vitest";
import { grants } from "../grants/index.ts";
import { openSandbox } from "../testing/lab.ts";
import { experimentsOf, runExperiment } from "./experiments.ts";
import { attacks } from "./index.ts";
import { targetsOf } from "./target.ts";

const experiments = experimentsOf(attacks, targetsOf(grants)).map((experiment) => ({
  ...experiment,
  attack: experiment.row.id,
  grant: experiment.target.id,
  by: experiment.defence?.id,
}));

test.each(experiments.filter(({ by }) => by === undefined))(
  "$attack succeeds against $grant where every defence is left out",
  async (experiment) => {
    expect(await runExperiment(experiment, openSandbox)).toMatchObject({
      holds: true,
      verdict: { verdict: "succeeds" },
    });
  },
);

test.each(experiments.filter(({ by }) => by !== undefined))(
  "$attack against $grant is stopped by $by alone",
  async (experiment) => {
    expect(await runExperiment(experiment, openSandbox)).toEqual({
      holds: true,
      verdict: { verdict: "stopped", by: experiment.by },
    });
  },
);

test("every attack has a defence that was shown to stop it", () => {
  const defended = experiments.filter(({ by }) => by !== undefined);
  const without = attacks.filter(
    (attack) => !defended.some(({ row }) => row.attack.id === attack.id),
  );
  expect(without).toEqual([]);
});
