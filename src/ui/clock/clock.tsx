import { Clock as ClockIcon } from "lucide-react";
import { useMemo, useState } from "react";
import { useWalk } from "../exchange/walk-context.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { Popover } from "../primitives/popover.tsx";
import type { Memory } from "../../oauth/remembered.ts";
import { countdownsOf } from "./countdowns.ts";
import { dateText, durationText, timeText } from "./duration.ts";

const JUMPS = [
  { label: "1 minute", seconds: 60 },
  { label: "10 minutes", seconds: 600 },
  { label: "1 hour", seconds: 3600 },
  { label: "1 day", seconds: 86_400 },
  { label: "30 days", seconds: 2_592_000 },
];

interface Props {
  /** Epoch seconds. */
  readonly clock: number;
  /** What the server remembers, once it has told. */
  readonly memory: Memory | undefined;
  onAdvance(seconds: number): void;
  /** Returns the world to right after the message with that entry. */
  onRewind?: ((entry: string) => void) | undefined;
}

/** The servers’ clock. It moves a second for every message, and further only when it is told to. */
export function Clock({ clock, memory, onAdvance, onRewind }: Props) {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  /** What was pressed may go away: what has expired cannot expire again. */
  const keepingFocus =
    <Input,>(action: (input: Input) => void) =>
    (input: Input) => {
      box?.focus();
      action(input);
    };
  return (
    <Popover
      title="Move the clock"
      className={`${SMALL_BUTTON} min-h-11 bg-surface tabular-nums sm:min-h-10`}
      button={
        <>
          <ClockIcon size={15} aria-hidden />
          <span>
            <span className="sr-only">Clock </span>
            {timeText(clock)}
          </span>
        </>
      }
    >
      <div ref={setBox} tabIndex={-1} className="max-w-72 outline-none">
        <p className="text-sm text-quiet">
          The servers’ clock, {dateText(clock)} {timeText(clock)} UTC. Move it on to let a code or a
          token expire, then see what the next request gets.
        </p>
        <UntilExpiry memory={memory} onAdvance={keepingFocus(onAdvance)} />
        <div className="mt-3 flex flex-wrap gap-2">
          {JUMPS.map(({ label, seconds }) => (
            <button
              key={seconds}
              type="button"
              className={SMALL_BUTTON}
              onClick={() => onAdvance(seconds)}
            >
              + {label}
            </button>
          ))}
        </div>
        <Back memory={memory} onRewind={onRewind && keepingFocus(onRewind)} />
      </div>
    </Popover>
  );
}

/** Moves the clock on to the second in which something ends. */
function UntilExpiry({ memory, onAdvance }: Pick<Props, "memory" | "onAdvance">) {
  const { flow, walk } = useWalk();
  const running = useMemo(
    () => (memory === undefined ? [] : countdownsOf(flow, walk, memory)),
    [flow, walk, memory],
  );
  const left = running.filter((one) => one.left > 0);
  if (left.length === 0) return null;
  return (
    <div className="mt-3 flex flex-col gap-2">
      {left.map((one) => (
        <button
          key={`${one.title} ${one.left}`}
          type="button"
          className={`${SMALL_BUTTON} justify-between text-left`}
          onClick={() => onAdvance(one.left)}
        >
          Until the {one.title} expires
          <span className="tabular-nums">{durationText(one.left)}</span>
        </button>
      ))}
    </div>
  );
}

/** Takes back what the clock was moved since the last message. */
function Back({ memory, onRewind }: Pick<Props, "memory" | "onRewind">) {
  const { walk } = useWalk();
  const last = walk.taken.at(-1);
  const moved = memory?.moved ?? 0;
  if (moved === 0 || last === undefined || onRewind === undefined) return null;
  return (
    <button
      type="button"
      className={`${SMALL_BUTTON} mt-3`}
      onClick={() => onRewind(last.entry.id)}
    >
      Move it back by {durationText(moved)}
    </button>
  );
}
