import { describe, expect, test } from "vitest";
import { isEnd } from "../flow/define-flow.ts";
import { toMachine } from "../flow/to-machine.ts";
import { grants } from "../grants/index.ts";
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
    const edges = Object.values(flow.steps).flatMap(({ outcomes, instead = [] }) => [
      ...Object.values(outcomes).map(({ next }) => next),
      ...instead.map(({ next }) => next),
    ]);
    const lost = edges.filter(
      (next) => next !== undefined && !isEnd(next) && !(next in flow.steps),
    );
    expect(lost).toEqual([]);
    expect(toMachine(flow).id).toBe(flow.id);
  });

  test("names only parties and chapters it has", () => {
    const chapters = flow.chapters.map(({ id }) => id);
    const steps = Object.entries(flow.steps);
    const unknown = steps.flatMap(([id, { from, to, chapter }]) => [
      ...[from, to].filter((party) => !(party in flow.parties)).map((party) => `${id}: ${party}`),
      ...(chapters.includes(chapter) ? [] : [`${id}: ${chapter}`]),
    ]);
    expect(unknown).toEqual([]);
    expect(new Set(chapters).size).toBe(chapters.length);
  });
});
