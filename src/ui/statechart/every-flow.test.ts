import { expect, test } from "vitest";
import { type Flow, isEnd, stepOf } from "../../flow/define-flow.ts";
import { statechartSource, toStatechart } from "../../flow/to-statechart.ts";
import { grants } from "../../grants/index.ts";

const walks = grants.flatMap(({ id, variants }) =>
  variants.map((variant): [string, Flow] => [`${id}/${variant.id}`, variant.flow]),
);
/** What may stand in a label: no sign by which Mermaid would end it; entities are its own (`#58;`). */
const LABEL = String.raw`(?:[^\n";:#]|#\w+;)+`;
const STATEMENTS = new RegExp(
  [
    "stateDiagram-v2",
    "direction TB",
    `state "${LABEL}" as s\\d+`,
    String.raw`\[\*\] --> s\d+`,
    String.raw`s\d+ --> \[\*\]`,
    String.raw`s\d+ --> s\d+: ` + LABEL,
  ]
    .map((statement) => `^${statement}$`)
    .join("|"),
  "u",
);

/** The steps a walk can come to, found in the flow itself. */
function reachableIn(flow: Flow): ReadonlySet<string> {
  const found = new Set<string>([flow.start]);
  for (const id of found) {
    if (isEnd(id)) continue;
    const { outcomes, instead = [] } = stepOf(flow, id);
    for (const { next } of [...Object.values(outcomes), ...instead]) {
      if (next !== undefined) found.add(next);
    }
  }
  return found;
}

test.each(walks)(
  "the statechart of %s is whole, and each of its statements is one of Mermaid’s",
  (_, flow) => {
    const chart = toStatechart(flow);
    expect(new Set(chart.states.map(({ id }) => id))).toEqual(reachableIn(flow));
    expect(chart.edges.filter(({ to, labels }) => labels.length === 0 || to === "")).toEqual([]);
    const told = chart.edges.flatMap(({ from, to, labels, kind }) =>
      labels.map((label) => `${from} ${kind} ${label} ${to}`),
    );
    const promised = chart.states
      .filter(({ id }) => !isEnd(id))
      .flatMap(({ id }) => {
        const { outcomes, instead = [] } = stepOf(flow, id);
        return [
          ...Object.values(outcomes).map(
            ({ label, next = id }) => `${id} outcome ${label} ${next}`,
          ),
          ...instead.map(({ label, next }) => `${id} instead ${label} ${next}`),
        ];
      });
    expect(told.toSorted()).toEqual(promised.toSorted());
    const drawn = statechartSource(chart).trimEnd().split("\n");
    expect(drawn.filter((line) => !STATEMENTS.test(line))).toEqual([]);
  },
);
