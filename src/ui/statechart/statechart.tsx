import "./statechart.css";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import { type ChartEdge, type ChartState, toStatechart } from "../../flow/to-statechart.ts";
import type { Walk } from "../../flow/walk.ts";
import { scrollInto } from "../diagram/scroll-into.ts";
import { useSeen } from "../diagram/use-seen.ts";
import { Switch } from "../primitives/switch.tsx";
import type { WalkStatus } from "../stepper/props.ts";
import { light } from "./chart.ts";
import { useChart } from "./use-chart.ts";

interface Props {
  readonly flow: Flow;
  readonly walk: Walk;
  readonly status: WalkStatus;
}

/** The state machine that runs the flow: its states as a list, and as a picture of that list. */
export function Statechart({ flow, walk, status }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const statechart = useMemo(() => toStatechart(flow), [flow]);
  const drawing = useChart(box, statechart, useSeen(scroll));
  const chart = drawing.is === "drawn" ? drawing.chart : undefined;
  const [fitted, setFitted] = useState(false);
  const been = useMemo(() => new Set(walk.taken.map(({ step }) => step)), [walk]);

  useLayoutEffect(() => {
    const box = list.current;
    const current = box?.querySelector(`[data-id="${CSS.escape(walk.at)}"]`) ?? null;
    if (box !== null && current !== null) scrollInto(box, current);
  }, [walk.at]);

  useLayoutEffect(() => {
    if (chart === undefined) return;
    const current = light(chart, walk.at, status, been);
    if (current !== undefined && scroll.current !== null) scrollInto(scroll.current, current);
  }, [chart, walk.at, status, been]);

  return (
    <div className="flex flex-col gap-3">
      <Switch label="Fit the width" on={fitted} onChange={setFitted} />
      <div
        ref={scroll}
        data-fitted={fitted ? "" : undefined}
        role="img"
        aria-label="State diagram of the flow; the list of states says the same."
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="chart-scroll h-112 rounded-xl border border-line focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
      >
        {drawing.is === "failed" && (
          <p className="p-4 text-quiet">
            The picture could not be drawn. The list of states says the same.
          </p>
        )}
        <div ref={box} className="chart-box" />
      </div>
      <ol
        ref={list}
        aria-label="States"
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        className="list-none space-y-0.5 text-sm focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent lg:max-h-80 lg:overflow-y-auto"
      >
        {statechart.states.map((state) => (
          <StateItem
            key={state.id}
            state={state}
            status={state.id === walk.at ? status : undefined}
            been={been.has(state.id)}
            edges={statechart.edges.filter(({ from }) => from === state.id)}
            titles={new Map(statechart.states.map(({ id, title }) => [id, title]))}
          />
        ))}
      </ol>
    </div>
  );
}

interface StateProps {
  readonly state: ChartState;
  /** What the walk is doing, when it stands here. */
  readonly status: WalkStatus | undefined;
  readonly been: boolean;
  readonly edges: readonly ChartEdge[];
  readonly titles: ReadonlyMap<string, string>;
}

const STATUS_WORDS: Readonly<Record<WalkStatus, string>> = {
  waiting: "waiting",
  busy: "busy",
  failed: "failed",
  done: "ended",
};

function StateItem({ state, status, been, edges, titles }: StateProps) {
  const here = status !== undefined;
  const look = here ? "bg-accent-tint text-accent font-medium" : been ? "" : "text-quiet";
  return (
    <li
      data-id={state.id}
      aria-current={here ? "step" : undefined}
      className={`rounded-lg px-2.5 py-1.5 ${look}`}
    >
      <span className="flex items-baseline gap-2">
        <span aria-hidden className="w-3 shrink-0">
          {here ? "▸" : been ? "✓" : ""}
        </span>
        <span>
          {state.title}
          {been && !here && <span className="sr-only">, been through</span>}
          {here && (
            <span className={status === "failed" ? "text-bad" : ""}>: {STATUS_WORDS[status]}</span>
          )}
        </span>
      </span>
      {here && edges.length > 0 && (
        <ul className="mt-1 mb-0.5 space-y-1 pl-5 font-normal text-ink">
          {edges.map((edge) => (
            <li key={`${edge.kind} ${edge.to}`}>
              {edge.labels.join(", ")} <span aria-hidden>→</span>
              <span className="sr-only">leads to</span>{" "}
              {edge.to === edge.from ? "waits to be sent again" : titles.get(edge.to)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
