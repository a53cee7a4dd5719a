import type { DiagramLine } from "../../flow/to-mermaid.ts";
import type { Picture } from "./picture.ts";
import { stateOf } from "./positions.ts";
import { svgElement } from "./svg.ts";

export interface Standing {
  /** What is looked at, as a position in `messagesOf`. */
  readonly position: number;
  /** How many messages have been taken. */
  readonly taken: number;
}

/** Puts labels and states into the picture there is. Must be called with the picture in the page. */
export function showStanding(
  picture: Picture,
  lines: readonly DiagramLine[],
  { position, taken }: Standing,
): void {
  for (const [index, line] of lines.entries()) {
    const drawn = picture.lines[index];
    const message = picture.messages[index];
    if (drawn === undefined || message === undefined) continue;
    const state = stateOf(line, position, taken);
    setState(message, state);
    drawn.toggleAttribute("data-refused", line.refused);
    drawn.toggleAttribute("data-not-yet", line.notYet === true);
    relabel(drawn, line.text);
    pointArrow(drawn, line.refused ? "refused" : state === "current" ? "current" : "plain");
  }
  placeBands([...picture.body.querySelectorAll<SVGGElement>(".seq-span:not(:has(> .seq-band))")]);
}

/** The words of the message that is looked at are bolder, so its bands are measured again. */
function setState(message: SVGGElement, state: string): void {
  if (message.getAttribute("data-when") === state) return;
  message.setAttribute("data-when", state);
  for (const band of message.querySelectorAll(".seq-band")) band.remove();
}

function relabel(drawn: SVGGElement, text: readonly string[]): void {
  const labels = drawn.querySelectorAll("text");
  const wanted = fitted(text, labels.length);
  for (const [index, label] of labels.entries()) {
    const leaf = labelOf(label);
    const words = wanted[index] ?? "";
    if (leaf.textContent === words) continue;
    leaf.replaceChildren(...pieces(words));
    drawn.closest(".seq-span")?.querySelector(":scope > .seq-band")?.remove();
  }
}

/** The lines of a label on as many lines as were drawn, the last of them next to the arrow. */
function fitted(text: readonly string[], count: number): readonly string[] {
  const beyond = text.length - count;
  if (beyond <= 0) return [...Array.from({ length: -beyond }, () => ""), ...text];
  return [...text.slice(0, count - 1), text.slice(count - 1).join(" ")];
}

/** The element of a text that holds its characters; Mermaid puts a tspan into some. */
function labelOf(label: SVGTextElement): Element {
  if (label.classList.contains("seq-label")) return label;
  const known = label.querySelector(".seq-label");
  if (known !== null) return known;
  const leaf = label.querySelector("tspan") ?? label;
  leaf.classList.add("seq-label");
  leaf.replaceChildren(...pieces(leaf.textContent ?? ""));
  return leaf;
}

/** A label with the number it begins with set apart. */
function pieces(text: string): readonly (string | SVGTSpanElement)[] {
  const number = /^\d+\. /u.exec(text)?.[0];
  if (number === undefined) return [text];
  const span = svgElement("tspan", { class: "seq-number" });
  span.textContent = number;
  return [span, text.slice(number.length)];
}

function pointArrow(drawn: SVGGElement, head: string): void {
  const arrow = drawn.querySelector("[data-heads]");
  const id = arrow?.getAttribute("data-heads");
  if (arrow !== null) arrow.setAttribute("marker-end", `url(#${id}-${head})`);
}

/**
 * The tinted bands behind the messages, which are also where they can be pressed. All that are missing are measured
 * before any is placed: in turns, each would have the whole picture laid out again.
 */
function placeBands(spans: readonly SVGGElement[]): void {
  const boxes = spans.map((span) => span.getBBox());
  for (const [index, { x, y, width, height }] of boxes.entries()) {
    // What is not shown cannot be measured; it stays without until it is.
    if (width === 0) continue;
    const band = { x: x - 10, y: y - 4, width: width + 20, height: height + 11 };
    spans[index]?.prepend(svgElement("rect", { class: "seq-band", rx: 8, ...band }));
  }
}
