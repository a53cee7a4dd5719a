import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { Flow } from "../../flow/define-flow.ts";
import type { Diagram } from "../../flow/to-mermaid.ts";
import { drawMermaid } from "./mermaid.ts";
import { type Picture, pictureOf } from "./picture.ts";

export type Drawing =
  | { readonly is: "waiting" }
  | { readonly is: "failed" }
  | { readonly is: "drawn"; readonly picture: Picture; readonly shape: string };

/** Draws the diagram once for each shape it takes, and puts the picture into the element; the old one stays until then. */
export function usePicture(
  inner: RefObject<HTMLElement | null>,
  flow: Flow,
  diagram: Diagram,
  wanted: boolean,
): Drawing {
  const id = `seq-${useId().replaceAll(/[^\w-]/g, "")}`;
  const [drawing, setDrawing] = useState<Drawing>({ is: "waiting" });
  const latest = useRef({ flow, diagram });
  useEffect(() => {
    latest.current = { flow, diagram };
  });
  const { shape } = diagram;
  useEffect(() => {
    if (!wanted) return undefined;
    let wantedStill = true;
    const { flow: drawnFlow, diagram: drawnDiagram } = latest.current;
    drawMermaid(id, drawnDiagram.source)
      .then((drawn) => {
        if (!wantedStill || inner.current === null) return;
        const picture = pictureOf(id, drawnFlow, drawnDiagram, drawn);
        inner.current.replaceChildren(headRow(picture), picture.body);
        inner.current.style.setProperty("--seq-width", `${picture.width}px`);
        setDrawing({ is: "drawn", picture, shape });
      })
      .catch((error: unknown) => {
        console.error(error);
        if (wantedStill) setDrawing({ is: "failed" });
      });
    return () => {
      wantedStill = false;
    };
  }, [id, inner, shape, wanted]);
  return drawing;
}

function headRow(picture: Picture): HTMLElement {
  const row = document.createElement("div");
  row.className = "seq-head-row";
  row.append(picture.head);
  return row;
}
