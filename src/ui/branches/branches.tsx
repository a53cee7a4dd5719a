import { useId, useMemo, useState } from "react";
import type { BranchWalk } from "../../flow/branches.ts";
import { stepOf } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { useWalk, WalkProvider } from "../exchange/walk-context.ts";
import { AnsweredCard } from "../stepper/answered-card.tsx";
import { verdictOf } from "../stepper/verdict.ts";
import { compareWalks, outcomeText, type Pair } from "./compare.ts";

interface Props {
  /** At least one. */
  readonly branches: readonly BranchWalk[];
}

interface Side {
  readonly id: string;
  readonly title: string;
  readonly walk: Walk;
}

/** Two ways the walk went, side by side; the messages of both can be read. */
export function Branches({ branches }: Props) {
  const { walk } = useWalk();
  const now = { id: "now", title: "This walk", walk };
  const sides: readonly Side[] = [
    ...branches.map((branch) => ({
      id: `${branch.number}`,
      title: `Branch ${branch.number}`,
      walk: branch.walk,
    })),
    now,
  ];
  const [chosen, choose] = useState<{ left?: string; right?: string }>({});
  const left = sides.find(({ id }) => id === chosen.left) ?? sides.at(-2) ?? now;
  const right = sides.find(({ id }) => id === chosen.right) ?? now;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-[0.9375rem]">
        <Choice
          label="Compare"
          sides={sides}
          shown={left}
          onChoose={(id) => choose({ ...chosen, left: id })}
        />
        <Choice
          label="with"
          sides={sides}
          shown={right}
          onChoose={(id) => choose({ ...chosen, right: id })}
        />
      </div>
      <SideBySide key={`${left.id} ${right.id}`} left={left} right={right} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly sides: readonly Side[];
  readonly shown: Side;
  onChoose(id: string): void;
}

function Choice({ label, sides, shown, onChoose }: ChoiceProps) {
  return (
    <label className="flex items-center gap-2">
      {label}
      <select
        value={shown.id}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-11 rounded-lg border border-line bg-surface px-2 sm:min-h-9 focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
      >
        {sides.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function SideBySide({ left, right }: { readonly left: Side; readonly right: Side }) {
  const { flow } = useWalk();
  const [open, setOpen] = useState<string>();
  const { shared, pairs } = useMemo(
    () => compareWalks(flow, left.walk, right.walk),
    [flow, left.walk, right.walk],
  );
  return (
    <>
      <p className="mt-3 text-sm text-quiet">{sharedText(shared, pairs.length)}</p>
      {pairs.length > 0 && (
        <>
          <div aria-hidden className={`${COLUMNS} mt-3 text-sm font-semibold`}>
            <span>{left.title}</span>
            <span>{right.title}</span>
          </div>
          <ol className="mt-1 space-y-2" aria-label={`${left.title} and ${right.title}`}>
            {pairs.map((pair) => (
              <PairView
                key={`${pair.left} ${pair.right}`}
                pair={pair}
                left={left}
                right={right}
                open={open}
                onOpen={(key) => setOpen(open === key ? undefined : key)}
              />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

const COLUMNS = "grid grid-cols-2 gap-2";

function sharedText(shared: number, after: number): string {
  const both =
    shared === 0
      ? "They share no message."
      : shared === 1
        ? "They share the first message."
        : `They share messages 1 to ${shared}.`;
  return after === 0 ? `${both} Nothing came after.` : `${both} What came after:`;
}

interface PairProps {
  readonly pair: Pair;
  readonly left: Side;
  readonly right: Side;
  /** The message that is open, by side and index. */
  readonly open: string | undefined;
  onOpen(key: string): void;
}

function PairView({ pair, left, right, open, onOpen }: PairProps) {
  const id = useId();
  const both = [
    { key: `left ${pair.left}`, side: left, index: pair.left },
    { key: `right ${pair.right}`, side: right, index: pair.right },
  ];
  const shown = both.find(({ key }) => key === open);
  return (
    <li>
      <div className={COLUMNS}>
        {both.map(({ key, side, index }) => (
          <Cell
            key={key}
            side={side}
            index={index}
            open={key === open}
            controls={id}
            onOpen={() => onOpen(key)}
          />
        ))}
      </div>
      {pair.differences.length > 0 && (
        <p className="mt-1 text-sm text-accent">Differs: {pair.differences.join("; ")}.</p>
      )}
      <div id={id}>
        {shown?.index !== undefined && <Message side={shown.side} index={shown.index} />}
      </div>
    </li>
  );
}

interface CellProps {
  readonly side: Side;
  readonly index: number | undefined;
  readonly open: boolean;
  readonly controls: string;
  onOpen(): void;
}

function Cell({ side, index, open, controls, onOpen }: CellProps) {
  const { flow } = useWalk();
  const taken = index === undefined ? undefined : side.walk.taken[index];
  if (index === undefined || taken === undefined) {
    return (
      <p className="content-center rounded-lg border border-dashed border-line px-2 py-2 text-sm text-quiet">
        No such message
      </p>
    );
  }
  const refused = verdictOf(taken).kind === "refused";
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      onClick={onOpen}
      className="min-h-11 rounded-lg border border-line px-2 py-2 text-left text-sm hover:bg-sunken aria-expanded:border-accent aria-expanded:bg-accent-tint focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
    >
      <span className="sr-only">{side.title}, </span>
      <span className="block font-medium">
        {index + 1}. {stepOf(flow, taken.step).title}
      </span>
      <span className={`block break-words ${refused ? "text-bad" : "text-quiet"}`}>
        {outcomeText(taken)}
        {taken.entry.edited && " · edited"}
      </span>
    </button>
  );
}

/** A message of a walk that may be long gone, as it was. */
function Message({ side, index }: { readonly side: Side; readonly index: number }) {
  const { flow } = useWalk();
  return (
    <WalkProvider value={{ flow, walk: side.walk }}>
      <div className="mt-2">
        <AnsweredCard
          index={index}
          total={side.walk.taken.length}
          level={3}
          compact={false}
          inFocus={false}
          code={undefined}
          predicting={undefined}
        />
      </div>
    </WalkProvider>
  );
}
