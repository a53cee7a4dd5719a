import "./diagram.css";
import { type MouseEvent, useLayoutEffect, useMemo, useRef } from "react";
import type { DiagramLine } from "../../flow/to-mermaid.ts";
import { toMermaid } from "../../flow/to-mermaid.ts";
import type { DiagramProps } from "../stepper/props.ts";
import { DiagramFooter } from "./diagram-footer.tsx";
import { showStanding } from "./highlight.ts";
import { positionOf, selectionOf } from "./positions.ts";
import { scrollInto } from "./scroll-into.ts";
import { usePicture } from "./use-picture.ts";
import { useSeen } from "./use-seen.ts";

/**
 * The walk as a sequence diagram, drawn by Mermaid once it is on the screen. It renders a list that stands elsewhere,
 * so assistive technology is given one name for the whole; a press on a message selects it.
 */
export function Diagram(props: DiagramProps) {
  const { flow, walk, selected, folded = false, looking, onSelect } = props;
  const { from, to } = props.shown;
  const scroll = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const diagram = useMemo(
    () => toMermaid(flow, walk, { folded, shown: { from, to } }),
    [flow, walk, folded, from, to],
  );
  const drawing = usePicture(inner, flow, diagram, useSeen(scroll));
  const position = positionOf(flow, walk, selected);
  const taken = walk.taken.length;
  const picture =
    drawing.is === "drawn" && drawing.shape === diagram.shape ? drawing.picture : undefined;

  useLayoutEffect(() => {
    if (picture === undefined) return;
    showStanding(picture, diagram.lines, { position, taken });
    const box = scroll.current;
    const line = diagram.lines.findIndex(({ first, last }) => first <= looking && looking <= last);
    const message = picture.messages[line];
    if (message === undefined || box === null) return;
    scrollInto(box, message, picture.head.getBoundingClientRect().height);
  }, [picture, diagram, position, taken, looking]);

  const select = ({ target }: MouseEvent) => {
    const line = picture === undefined ? undefined : lineAt(target, diagram.lines);
    if (line !== undefined) onSelect(selectionOf(line));
  };

  return (
    <figure className="flex min-h-0 flex-col">
      <div
        ref={scroll}
        role="img"
        aria-label={`Sequence diagram of ${flow.title}; the list of messages says the same.`}
        // A box that scrolls must be reachable by keyboard.
        tabIndex={0}
        onClick={select}
        className="seq-scroll max-h-[var(--diagram-height,min(46rem,75dvh))] min-h-0 flex-1 rounded-xl focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
      >
        {drawing.is === "failed" && (
          <p className="p-4 text-quiet">
            The picture could not be drawn. The list of messages says the same.
          </p>
        )}
        {drawing.is === "waiting" && (
          <Skeleton parties={diagram.parties.length} height={heightOf(diagram.lines)} />
        )}
        <div ref={inner} className="seq-inner" hidden={drawing.is !== "drawn"} />
      </div>
      <DiagramFooter {...props} picture={picture} />
    </figure>
  );
}

function lineAt(target: EventTarget, lines: readonly DiagramLine[]): DiagramLine | undefined {
  if (!(target instanceof Element)) return undefined;
  const index = target.closest(".seq-message")?.getAttribute("data-line");
  return index === null || index === undefined ? undefined : lines[Number(index)];
}

/** Stands where the picture will be, as high as it will be. */
function Skeleton({ parties, height }: { readonly parties: number; readonly height: number }) {
  return (
    <div aria-hidden className="flex justify-around gap-3 px-2 pt-1" style={{ height }}>
      {Array.from({ length: parties }, (_, index) => (
        <div key={index} className="flex w-full flex-col items-center">
          <div className="h-8 w-full shrink-0 rounded-lg border border-line bg-sunken" />
          <div className="w-px flex-1 bg-line" />
        </div>
      ))}
    </div>
  );
}

const HEAD_HEIGHT = 48;
const ROW_HEIGHT = 40;
const LINE_HEIGHT = 15;

/** About as high, in px, as Mermaid will draw it. */
function heightOf(lines: readonly DiagramLine[]): number {
  const rows = lines.map(({ text }) => ROW_HEIGHT + (text.length - 1) * LINE_HEIGHT);
  return HEAD_HEIGHT + rows.reduce((sum, row) => sum + row, 0);
}
