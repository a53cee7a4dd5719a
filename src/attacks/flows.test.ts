import { describe, expect, test } from "vitest";
import { toMachine } from "../flow/to-machine.ts";
import { grants } from "../grants/index.ts";
import { lostEdges, unknownNames } from "../testing/sound-flow.ts";
import { isNotApplicable } from "./attack.ts";
import { attacks } from "./index.ts";
import { rowsOf } from "./matrix.ts";
import { attackedFlow, defencesAgainst } from "./run.ts";
import { targetsOf } from "./target.ts";

const flows = rowsOf(attacks).flatMap(({ id, way }) =>
  targetsOf(grants).flatMap((target) => {
    const worlds = [[], defencesAgainst(way, target)] as const;
    return worlds.flatMap((on) => {
      const flow = attackedFlow(way, target, on);
      return isNotApplicable(flow) ? [] : [[id, target.id, on.length, flow] as const];
    });
  }),
);

describe.each(flows)("%s against %s with %i defences", (_, __, ___, flow) => {
  test("leads only to steps that exist, and can be run as a machine", () => {
    expect(lostEdges(flow)).toEqual([]);
    expect(toMachine(flow).id).toBe(flow.id);
  });

  test("names only parties and chapters it has", () => {
    expect(unknownNames(flow)).toEqual([]);
  });
});
