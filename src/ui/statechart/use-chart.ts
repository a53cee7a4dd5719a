import { type RefObject, useEffect, useId, useState } from "react";
import { type Statechart, statechartSource } from "../../flow/to-statechart.ts";
import { drawMermaid } from "../diagram/mermaid.ts";
import { type Chart, chartOf } from "./chart.ts";

export type Drawing =
  | { readonly is: "waiting" | "failed" }
  | { readonly is: "drawn"; readonly chart: Chart };

/** Draws the statechart once and puts it into the element. */
export function useChart(
  box: RefObject<HTMLElement | null>,
  statechart: Statechart,
  wanted: boolean,
): Drawing {
  const id = `chart-${useId().replaceAll(/[^\w-]/g, "")}`;
  const [drawing, setDrawing] = useState<Drawing>({ is: "waiting" });
  useEffect(() => {
    if (!wanted) return undefined;
    let wantedStill = true;
    drawMermaid(id, statechartSource(statechart))
      .then((drawn) => {
        if (!wantedStill || box.current === null) return;
        const chart = chartOf(statechart, drawn);
        box.current.replaceChildren(chart.svg);
        box.current.style.setProperty("--chart-width", `${chart.width}px`);
        setDrawing({ is: "drawn", chart });
      })
      .catch((error: unknown) => {
        console.error(error);
        if (wantedStill) setDrawing({ is: "failed" });
      });
    return () => {
      wantedStill = false;
    };
  }, [id, box, statechart, wanted]);
  return drawing;
}
