import type { Flow } from "./define-flow.ts";
import { type DiagramLine, diagramLines, type Drawn } from "./diagram-lines.ts";
import { escapeMermaid } from "./mermaid-text.ts";
import type { Walk } from "./walk.ts";

export type { DiagramLine } from "./diagram-lines.ts";

/** A sequence diagram. */
export interface Diagram {
  /** Mermaid source. Statement i after the participants draws `lines[i]`, which Mermaid marks `data-id="i<i>"`. */
  readonly source: string;
  readonly lines: readonly DiagramLine[];
  /** Ids of the parties, left to right; Mermaid knows party i as `p<i>`. */
  readonly parties: readonly string[];
  /** Changes only when the picture must be rendered anew; labels may be put into the picture there is. */
  readonly shape: string;
}

/** The walk so far and its promised remainder as a Mermaid sequence diagram. */
export function toMermaid(flow: Flow, walk: Walk, drawn: Drawn): Diagram {
  const parties = Object.keys(flow.parties);
  const lines = diagramLines(flow, walk, drawn);
  const names = parties.map(
    (id, index) => `participant p${index} as ${escapeMermaid(flow.parties[id]?.name ?? id)}`,
  );
  const source = [
    "sequenceDiagram",
    `accTitle: ${escapeMermaid(flow.title)}`,
    `accDescr: ${escapeMermaid(flow.summary)}`,
    ...names,
    ...lines.map((line) => statement(parties, line)),
  ].join("\n");
  return { source: `${source}\n`, lines, parties, shape: shapeOf(flow, parties, lines) };
}

function statement(
  parties: readonly string[],
  { part, from, to, dashed, text }: DiagramLine,
): string {
  const label = text.map(escapeMermaid).join("<br/>");
  const [left, right] = [`p${parties.indexOf(from)}`, `p${parties.indexOf(to)}`];
  if (part === "note") return `Note over ${left}: ${label}`;
  return `${left}${dashed ? "-->>" : "->>"}${right}: ${label}`;
}

function shapeOf(flow: Flow, parties: readonly string[], lines: readonly DiagramLine[]): string {
  return JSON.stringify([
    flow.id,
    parties.map((id) => flow.parties[id]?.name),
    lines.map(({ part, from, to, dashed, first }, index) => {
      const begins = first !== lines[index - 1]?.first;
      return [part, from, to, dashed, begins];
    }),
  ]);
}
