import { describe, expect, test } from "vitest";
import { grants } from "../grants/index.ts";
import { openSandbox } from "../testing/lab.ts";
import { isNotApplicable } from "./attack.ts";
import { attacks } from "./index.ts";
import { rowsOf } from "./matrix.ts";
import { attackedFlow, defencesAgainst, runAttack } from "./run.ts";
import { targetsOf } from "./target.ts";

const targets = targetsOf(grants);

describe.each(rowsOf(attacks).map(({ id, way }) => [id, way] as const))("%s", (_, way) => {
  const applicable = targets.filter((target) => !isNotApplicable(attackedFlow(way, target, [])));

  test.each(applicable.map((target) => [target.id, target] as const))(
    "succeeds against %s where every defence is left out",
    async (_id, target) => {
      expect(await runAttack(way, target, [], openSandbox)).toMatchObject({
        verdict: "succeeds",
      });
    },
  );

  const single = applicable.flatMap((target) =>
    defencesAgainst(way, target).map(
      (defence) => [target.id, defence.id, target, defence] as const,
    ),
  );
  test.each(single)("against %s is stopped by %s alone", async (_id, by, target, defence) => {
    expect(await runAttack(way, target, [defence], openSandbox)).toEqual({
      verdict: "stopped",
      by,
    });
  });
});
