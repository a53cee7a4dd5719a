import { lazy, Suspense } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import type { DiagramProps, WalkStatus } from "./props.ts";

const LazyDiagram = lazy(() =>
  import("../diagram/diagram.tsx").then((module) => ({ default: module.Diagram })),
);
const LazyKnowledge = lazy(() =>
  import("../knowledge/knowledge.tsx").then((module) => ({ default: module.Knowledge })),
);
const LazyStatechart = lazy(() =>
  import("../statechart/statechart.tsx").then((module) => ({ default: module.Statechart })),
);

/** The sequence diagram, fetched when it is first shown. */
export function Diagram(props: DiagramProps) {
  return (
    <Suspense fallback={<Waiting />}>
      <LazyDiagram {...props} />
    </Suspense>
  );
}

interface Props {
  readonly flow: Flow;
  readonly walk: Walk;
}

/** Places and the values they know by now. */
export function Knowledge(props: Props) {
  return (
    <Suspense fallback={<Waiting />}>
      <LazyKnowledge {...props} />
    </Suspense>
  );
}

/** The flow's statechart with the current state lit. */
export function Statechart(props: Props & { readonly status: WalkStatus }) {
  return (
    <Suspense fallback={<Waiting />}>
      <LazyStatechart {...props} />
    </Suspense>
  );
}

function Waiting() {
  return <div className="min-h-80" aria-hidden />;
}
