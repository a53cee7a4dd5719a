import type { Statechart } from "../../flow/to-statechart.ts";

/** What Mermaid drew of a statechart, ready to be lit. */
export interface Chart {
  readonly svg: SVGSVGElement;
  /** Natural width, px. */
  readonly width: number;
  /** The drawn states by their ids. */
  readonly states: ReadonlyMap<string, Element>;
}

/** Takes Mermaid's look off its picture and finds the states in it; Mermaid knows state i as `s<i>`. */
export function chartOf(chart: Statechart, svg: SVGSVGElement): Chart {
  const { width } = svg.viewBox.baseVal;
  svg.removeAttribute("style");
  svg.setAttribute("class", "chart-canvas");
  svg.setAttribute("aria-hidden", "true");
  for (const box of svg.querySelectorAll(".label-container")) box.setAttribute("rx", "8");
  for (const element of svg.querySelectorAll("[style]")) element.removeAttribute("style");
  const drawn = [...svg.querySelectorAll("g.node")];
  const states = chart.states.flatMap(({ id }, index): [string, Element][] => {
    const node = drawn.find((element) => new RegExp(`(^|-)s${index}(-|$)`, "u").test(element.id));
    return node === undefined ? [] : [[id, node]];
  });
  return { svg, width, states: new Map(states) };
}

/** Lights the state the walk stands at and marks those it has been through. */
export function light(
  { states }: Chart,
  at: string,
  status: string,
  been: ReadonlySet<string>,
): Element | undefined {
  for (const [id, node] of states) {
    node.toggleAttribute("data-been", been.has(id));
    if (id === at) node.setAttribute("data-status", status);
    else node.removeAttribute("data-status");
  }
  return states.get(at);
}
