import { useMemo } from "react";
import { WalkProvider } from "../exchange/walk-context.ts";
import { MessageCard } from "./message-card.tsx";
import { type Pair, pairsIn, type SideMessage } from "./messages.ts";
import { COLUMN, otherThan, SIDES, type Sides } from "./props.ts";
import type { SideId, StageFacts } from "./stages.ts";

interface Props {
  readonly stage: StageFacts;
  readonly number: number;
  readonly sides: Sides;
  readonly messages: Readonly<Record<SideId, readonly SideMessage[]>>;
  readonly turn: readonly SideId[];
}

/** One stage: what each side says in it. */
export function StageSection({ stage, number, sides, messages, turn }: Props) {
  const pairs = pairsIn(stage.id, messages);
  return (
    <section aria-labelledby={`stage-${stage.id}`} data-stage={stage.id} className="mt-6">
      <h3 id={`stage-${stage.id}`} className="flex flex-wrap items-baseline gap-x-3 font-semibold">
        <span>
          <span className="text-accent tabular-nums">{number}</span> {stage.title}
        </span>
        <span className="text-[0.9375rem] font-normal text-quiet">{stage.what}</span>
      </h3>
      <div className="mt-2 grid gap-x-4 gap-y-2 md:grid-cols-2">
        {SIDES.map((side) => (
          <Column key={side} side={side} sides={sides} pairs={pairs} turn={turn} />
        ))}
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly side: SideId;
  readonly sides: Sides;
  readonly pairs: readonly Pair[];
  readonly turn: readonly SideId[];
}

function Column({ side, sides, pairs, turn }: ColumnProps) {
  const { flow, walk, title } = sides[side];
  const onScreen = useMemo(() => ({ flow, walk }), [flow, walk]);
  const other = sides[otherThan(side)].title;
  if (pairs.every((pair) => pair[side] === undefined)) {
    return (
      <p
        className={`self-start rounded-xl border border-dashed border-line p-4 text-[0.9375rem] text-quiet ${COLUMN[side]}`}
      >
        {title} has no message here.
      </p>
    );
  }
  return (
    <WalkProvider value={onScreen}>
      <ol
        aria-label={title}
        style={{ gridRow: `span ${pairs.length}` }}
        className={`grid min-w-0 grid-rows-subgrid items-start ${COLUMN[side]}`}
      >
        {pairs.map(
          ({ [side]: message }, row) =>
            message !== undefined && (
              <MessageCard
                key={message.number}
                row={row}
                message={message}
                latest={message.position === walk.taken.length - 1}
                moves={turn.includes(side)}
                other={other}
              />
            ),
        )}
      </ol>
    </WalkProvider>
  );
}
