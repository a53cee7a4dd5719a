import { expect, it } from "vitest";
import { isNotApplicable } from "../../attacks/attack.ts";
import { attacks } from "../../attacks/index.ts";
import { rowsOf } from "../../attacks/matrix.ts";
import { attackedFlow, defencesAgainst } from "../../attacks/run.ts";
import { targetsOf } from "../../attacks/target.ts";
import type { Flow } from "../../flow/define-flow.ts";
import { foreseenRequest } from "../../flow/promised.ts";
import { grants } from "../../grants/index.ts";
import { refusalWalks } from "../../learn/errors/walks/index.ts";
import { parameterFacts } from "./parameters.ts";
import { parametersOf } from "./request-parameters.ts";

const attacked = rowsOf(attacks).flatMap(({ way }) =>
  targetsOf(grants).flatMap((target) =>
    [[], defencesAgainst(way, target)].flatMap((on) => {
      const flow = attackedFlow(way, target, on);
      return isNotApplicable(flow) ? [] : [flow];
    }),
  ),
);

/** Names a flow sends that there are no words for, and where. */
function wordless(flow: Flow): readonly string[] {
  return Object.keys(flow.steps).flatMap((step) => {
    const request = foreseenRequest(flow, step);
    const names = request === undefined ? [] : parametersOf(request).map(({ name }) => name);
    return names.filter((name) => parameterFacts(name) === undefined);
  });
}

it.each([
  ["grants", grants.flatMap(({ variants }) => variants.map(({ flow }) => flow))],
  ["attacks", attacked],
  ["errors", refusalWalks.flatMap(({ flow, right }) => [flow, right])],
])("there are words for whatever the walks of %s are to send", (_, flows) => {
  expect(flows.length).toBeGreaterThan(10);
  expect([...new Set(flows.flatMap(wordless))]).toEqual([]);
});
