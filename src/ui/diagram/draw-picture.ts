import "./diagram.css";
import type { Flow } from "../../flow/define-flow.ts";
import { toMermaid } from "../../flow/to-mermaid.ts";
import type { Walk } from "../../flow/walk.ts";
import type { SvgPicture } from "../primitives/png.ts";
import { drawnMessages } from "./drawn-messages.ts";
import { svgOf } from "./export-svg.ts";
import { showStanding } from "./highlight.ts";
import { drawMermaid } from "./mermaid.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { positionOf } from "./positions.ts";

/**
 * The walk's sequence diagram as one SVG that needs no style sheet, drawn for itself: it may not be on the page, as on
 * a phone. Of a long walk, `drawnMessages`: a thousand of them would take minutes. Rejects when Mermaid cannot be loaded.
 */
export async function drawPicture(flow: Flow, walk: Walk, folded: boolean): Promise<SvgPicture> {
  const id = `file-${crypto.randomUUID()}`;
  const diagram = toMermaid(flow, walk, { folded, shown: drawnMessages(flow, walk, folded) });
  const picture = pictureOf(id, flow, diagram, await drawMermaid(id, diagram.source));
  const position = positionOf(flow, walk, undefined);
  return onStage(picture, () => {
    showStanding(picture, diagram.lines, { position, taken: walk.taken.length });
    return svgOf(picture);
  });
}

/** Styles and sizes are known only of what is in the document. */
function onStage<Value>({ head, body, width }: Picture, look: () => Value): Value {
  const stage = document.createElement("div");
  stage.setAttribute("aria-hidden", "true");
  stage.style.cssText = `position:fixed;left:0;top:0;width:${width}px;height:0;overflow:hidden;visibility:hidden`;
  stage.append(head, body);
  document.body.append(stage);
  try {
    return look();
  } finally {
    stage.remove();
  }
}
