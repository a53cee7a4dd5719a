import { retried } from "../../promises/retried.ts";
import { lazy } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { Late } from "../primitives/late.tsx";
import type { DiagramProps, WalkStatus } from "./props.ts";

const LazyDiagram = lazy(() =>
  retried(() => import("../diagram/diagram.tsx")).then((module) => ({ default: module.Diagram })),
);
const LazyKnowledge = lazy(() =>
  retried(() => import("../knowledge/knowledge.tsx")).then((module) => ({
    default: module.Knowledge,
  })),
);
const LazyStatechart = lazy(() =>
  retried(() => import("../statechart/statechart.tsx")).then((module) => ({
    default: module.Statechart,
  })),
);

/** The sequence diagram, fetched when it is first shown. */
export function Diagram(props: DiagramProps) {
  return (
    <Late meanwhile={<Waiting />}>
      <LazyDiagram {...props} />
    </Late>
  );
}

interface Props {
  readonly flow: Flow;
  readonly walk: Walk;
}

/** Places and the values they know by now. */
export function Knowledge(props: Props) {
  return (
    <Late meanwhile={<Waiting />}>
      <LazyKnowledge {...props} />
    </Late>
  );
}

/** The flow's statechart with the current state lit. */
export function Statechart(props: Props & { readonly status: WalkStatus }) {
  return (
    <Late meanwhile={<Waiting />}>
      <LazyStatechart {...props} />
    </Late>
  );
}

function Waiting() {
  return <div className="min-h-80" aria-hidden />;
}
