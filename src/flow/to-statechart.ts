import type { AnyStateNode } from "xstate";
import { type Flow, stepOf } from "./define-flow.ts";
import { escapeMermaid, wrapText } from "./mermaid-text.ts";
import { toMachine } from "./to-machine.ts";

/** A state of the chart. */
export interface ChartState {
  /** Id of the machine's state: the step's, `done` or `stop`. */
  readonly id: string;
  readonly title: string;
  readonly kind: "step" | "done" | "stop";
}

/** A transition of the chart; those between the same two states are one. */
export interface ChartEdge {
  readonly from: string;
  /** The same as `from` when the step stays waiting. */
  readonly to: string;
  /** What leads there: the labels of outcomes, or of what may be done instead. */
  readonly labels: readonly string[];
  readonly kind: "outcome" | "instead";
}

/** A flow's statechart. */
export interface Statechart {
  readonly initial: string;
  readonly states: readonly ChartState[];
  readonly edges: readonly ChartEdge[];
}

const ENDS = {
  done: "Done: the client got what it wanted",
  stop: "Stopped: the protocol ended without it",
} as const;

/** The states and edges of the machine that runs the flow; the labels of the edges are those of the flow's outcomes. */
export function toStatechart(flow: Flow): Statechart {
  const { states } = toMachine(flow).root;
  const nodes = Object.values(states).filter(({ key }) => key !== "resuming");
  const edges = nodes.flatMap((node) => edgesOf(flow, node));
  const reached = reachable(flow.start, edges);
  return {
    initial: flow.start,
    states: nodes.filter(({ key }) => reached.has(key)).map(({ key }) => stateOf(flow, key)),
    edges: edges.filter(({ from }) => reached.has(from)),
  };
}

/** The states a walk can come to; an attack leads past some of the steps it was made from. */
function reachable(start: string, edges: readonly ChartEdge[]): ReadonlySet<string> {
  const found = new Set([start]);
  // A set's iteration goes on with what is added meanwhile.
  for (const id of found) {
    for (const { from, to } of edges) if (from === id) found.add(to);
  }
  return found;
}

function stateOf(flow: Flow, id: string): ChartState {
  if (id === "done" || id === "stop") return { id, title: (flow.ends ?? ENDS)[id], kind: id };
  return { id, title: stepOf(flow, id).title, kind: "step" };
}

/** The edges that leave a step's state, from whichever of its substates; one for each target and kind. */
function edgesOf(flow: Flow, node: AnyStateNode): readonly ChartEdge[] {
  const transitions = Object.values(node.states).flatMap((substate) => [
    ...substate.transitions.values(),
  ]);
  const leaving = transitions
    .flat()
    .flatMap(({ eventType, target }) =>
      (target ?? [])
        .filter(({ path }) => path.length === 1)
        .map(({ key }) => ({ to: key, instead: eventType === "INSTEAD" })),
    );
  const outcomes = [...new Set(leaving.filter(({ instead }) => !instead).map(({ to }) => to))];
  const detours = [...new Set(leaving.filter(({ instead }) => instead).map(({ to }) => to))];
  return [
    ...outcomes.map((to) => edge(node.key, to, "outcome", outcomeLabels(flow, node.key, to))),
    ...detours.map((to) => edge(node.key, to, "instead", detourLabels(flow, node.key, to))),
  ];
}

function edge(
  from: string,
  to: string,
  kind: ChartEdge["kind"],
  labels: readonly string[],
): ChartEdge {
  return { from, to, kind, labels };
}

function outcomeLabels(flow: Flow, from: string, to: string): readonly string[] {
  return Object.values(stepOf(flow, from).outcomes)
    .filter(({ next = from }) => next === to)
    .map(({ label }) => label);
}

function detourLabels(flow: Flow, from: string, to: string): readonly string[] {
  return (stepOf(flow, from).instead ?? [])
    .filter(({ next }) => next === to)
    .map(({ label }) => label);
}

/** The statechart as a Mermaid state diagram; its state i is `s<i>`. Refusals that lead nowhere are left to the list. */
export function statechartSource({ initial, states, edges }: Statechart): string {
  const alias = (id: string) => `s${states.findIndex((state) => state.id === id)}`;
  const ends = states.filter(({ kind }) => kind !== "step");
  return [
    "stateDiagram-v2",
    "direction TB",
    ...states.map(
      ({ id, title }) =>
        `state "${wrapText(title, 24).map(escapeMermaid).join("<br/>")}" as ${alias(id)}`,
    ),
    `[*] --> ${alias(initial)}`,
    ...edges
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, labels }) => `${alias(from)} --> ${alias(to)}: ${edgeLabel(labels)}`),
    ...ends.map(({ id }) => `${alias(id)} --> [*]`),
    "",
  ].join("\n");
}

function edgeLabel(labels: readonly string[]): string {
  return labels
    .flatMap((label) => wrapText(label, 26))
    .map(escapeMermaid)
    .join("<br/>");
}
