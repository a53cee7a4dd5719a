import type { Flow, PartyRole } from "../../flow/define-flow.ts";
import type { Diagram, DiagramLine } from "../../flow/to-mermaid.ts";
import { PARTIES } from "../exchange/tones.ts";
import { numberOf, setAttributes, svgElement } from "./svg.ts";

/** Mermaid's picture taken apart: the parties, which stay in sight, and the messages, in groups of ours. */
export interface Picture {
  readonly head: SVGSVGElement;
  readonly body: SVGSVGElement;
  /** Natural width, px. */
  readonly width: number;
  /** For every line of the diagram the group of its message, or chapter. */
  readonly messages: readonly SVGGElement[];
  /** A group for every line of the diagram. */
  readonly lines: readonly SVGGElement[];
}

const HEADS = ["plain", "current", "refused"] as const;
/** px below the parties, and of lifeline below the last message. */
const GAP = 8;
const FOOT = 10;

/** Sorts what Mermaid 11 emits for a sequence diagram into groups that can be styled and pressed. */
export function pictureOf(id: string, flow: Flow, diagram: Diagram, drawn: SVGSVGElement): Picture {
  const { x, y, width, height } = drawn.viewBox.baseVal;
  const boxes = [...drawn.querySelectorAll<SVGGElement>('g[data-et="participant"]')];
  const bottom = Math.max(...boxes.map((box) => bottomOf(box)));
  const head = canvas(x, y, width, bottom + GAP - y);
  const body = canvas(x, bottom + GAP, width, y + height + FOOT - bottom - GAP);
  const columns = columnsOf(flow, diagram, boxes, { top: bottom, height });
  const { messages, lines } = groupsOf(drawn, diagram.lines);
  head.append(...boxes.map((box) => dressParty(flow, diagram, box)));
  body.append(arrowHeads(id), ...columns, ...lifelines(drawn), ...new Set(messages));
  for (const line of lines) undress(id, line);
  return { head, body, width, messages, lines };
}

function canvas(x: number, y: number, width: number, height: number): SVGSVGElement {
  return svgElement("svg", {
    viewBox: `${x} ${y} ${width} ${height}`,
    "aria-hidden": "true",
    focusable: "false",
    class: "seq-canvas",
  });
}

function bottomOf(box: SVGGElement): number {
  const rect = box.querySelector("rect");
  return numberOf(rect, "y") + numberOf(rect, "height");
}

function roleOf(flow: Flow, diagram: Diagram, element: Element): PartyRole | undefined {
  const index = Number(element.getAttribute("data-id")?.slice(1));
  return flow.parties[diagram.parties[index] ?? ""]?.role;
}

function dressParty(flow: Flow, diagram: Diagram, box: SVGGElement): SVGGElement {
  const role = roleOf(flow, diagram, box);
  box.removeAttribute("id");
  box.setAttribute("class", `seq-party ${role === undefined ? "" : PARTIES[role]}`);
  const rect = box.querySelector("rect");
  if (rect !== null) setAttributes(rect, { rx: 8, ry: 8, class: "seq-party-box" });
  for (const text of box.querySelectorAll("text, tspan")) text.removeAttribute("style");
  return box;
}

/** The browser's column: what passes through it is seen there. */
function columnsOf(
  flow: Flow,
  diagram: Diagram,
  boxes: readonly SVGGElement[],
  { top, height }: { readonly top: number; readonly height: number },
): readonly SVGRectElement[] {
  return boxes
    .filter((box) => roleOf(flow, diagram, box) === "browser")
    .map((box) => {
      const rect = box.querySelector("rect");
      const [x, width] = [numberOf(rect, "x"), numberOf(rect, "width")];
      return svgElement("rect", { x, width, y: top, height, class: "seq-column" });
    });
}

function lifelines(drawn: SVGSVGElement): readonly SVGLineElement[] {
  return [...drawn.querySelectorAll<SVGLineElement>('line[data-et="life-line"]')].map((line) => {
    for (const name of ["id", "stroke", "stroke-width", "name"]) line.removeAttribute(name);
    setAttributes(line, { class: "seq-lifeline", y2: numberOf(line, "y2") + FOOT });
    return line;
  });
}

/** Lines go into spans, neighbours between the same two parties that share one band, and spans into messages. */
function groupsOf(drawn: SVGSVGElement, lines: readonly DiagramLine[]) {
  const messages: SVGGElement[] = [];
  let span: { readonly key: string; readonly group: SVGGElement } | undefined;
  const made = lines.map((line, index) => {
    const before = line.first === lines[index - 1]?.first ? messages[index - 1] : undefined;
    const group = svgElement("g", { class: "seq-line", "data-part": line.part });
    group.append(...partsOf(drawn, index));
    const message = before ?? svgElement("g", { class: "seq-message", "data-line": index });
    messages.push(message);
    const key = [line.first, ...[line.from, line.to].toSorted()].join(" ");
    if (span?.key !== key) {
      span = { key, group: svgElement("g", { class: "seq-span" }) };
      message.append(span.group);
    }
    span.group.append(group);
    return group;
  });
  return { messages, lines: made };
}

/** Mermaid marks a note's group, or a message's line; the texts of a message are what stands just before its line. */
function partsOf(drawn: SVGSVGElement, index: number): readonly Element[] {
  const marked = drawn.querySelector(`[data-id="i${index}"]`);
  if (marked === null) return [];
  marked.removeAttribute("data-id");
  if (marked.getAttribute("data-et") === "note") return [marked];
  const parts = [marked];
  let before = marked.previousElementSibling;
  while (before?.classList.contains("messageText")) {
    parts.unshift(before);
    before = before.previousElementSibling;
  }
  return parts;
}

function arrowHeads(id: string): SVGDefsElement {
  const defs = svgElement("defs");
  for (const kind of HEADS) {
    const marker = svgElement("marker", {
      id: `${id}-${kind}`,
      class: `seq-head seq-head-${kind}`,
      viewBox: "0 0 10 10",
      refX: 9,
      refY: 5,
      markerUnits: "userSpaceOnUse",
      markerWidth: 9,
      markerHeight: 9,
      orient: "auto",
    });
    marker.append(svgElement("path", { d: "M 0 0.8 L 9.5 5 L 0 9.2 z" }));
    defs.append(marker);
  }
  return defs;
}

/** Takes Mermaid's look off a line, so that the style sheet alone decides; what is dashed stays dashed. */
function undress(id: string, line: SVGGElement): void {
  for (const text of line.querySelectorAll("text, tspan")) text.removeAttribute("style");
  for (const note of line.querySelectorAll("rect")) setAttributes(note, { rx: 7, ry: 7 });
  const arrow = line.querySelector("[marker-end]");
  if (arrow === null) return;
  arrow.removeAttribute("stroke");
  arrow.removeAttribute("stroke-width");
  arrow.setAttribute("data-heads", id);
}
