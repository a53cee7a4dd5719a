import { isEnd } from "../../flow/define-flow.ts";
import { COLUMN, type SideProps } from "./props.ts";
import type { SideId } from "./stages.ts";

interface Props extends SideProps {
  readonly side: SideId;
  readonly total: number;
  /** Whether the next press sends a message of this side. */
  readonly moves: boolean;
}

/** What a column is of, and how far it is. */
export function SideHeader({ side, title, flow, walk, ...props }: Props) {
  const ended = isEnd(walk.at);
  return (
    <div
      data-side={side}
      data-flow-of={flow.id}
      data-step={ended ? (walk.taken.at(-1)?.step ?? flow.start) : walk.at}
      data-state={props.status}
      {...(ended ? { "data-end": walk.at } : {})}
      className={`min-w-0 rounded-xl border border-line bg-surface px-4 py-2 ${COLUMN[side]}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="leading-6 font-semibold max-md:sr-only">{title}</h3>
        <p className="text-sm text-quiet tabular-nums">
          {walk.taken.length} of {props.total} messages · {standing(props, ended)}
        </p>
      </div>
      {props.failure !== undefined && (
        <p className="mt-1 text-sm text-bad">No answer that could be read. {props.failure}</p>
      )}
    </div>
  );
}

function standing({ status, moves }: Pick<Props, "status" | "moves">, ended: boolean): string {
  if (ended) return "at its end";
  if (status === "busy") return "sending";
  return moves ? "next" : "waits for the other side";
}
