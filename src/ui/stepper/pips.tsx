import { useMemo } from "react";
import { useWalk } from "../exchange/walk-context.ts";
import { foldedMessages, listOf } from "./messages.ts";
import { groupedPips, type Pip } from "./pip-groups.ts";
import type { Selected } from "./props.ts";

interface Props {
  readonly folded: boolean;
  /** The message looked at, when it is not the last one. */
  readonly shown: Selected | undefined;
  readonly className: string;
}

/** How far the walk is: a mark for every message, or for every chapter; of a long walk for several messages. */
export function Pips({ folded, shown, className }: Props) {
  const { flow, walk } = useWalk();
  const messages = useMemo(() => listOf(flow, walk), [flow, walk]);
  const pips: readonly Pip[] = folded
    ? foldedMessages(flow, walk).map(({ number, state, refused, notYet, messages }) => ({
        key: number,
        state,
        refused,
        notYet: notYet === true,
        shown: messages.some((message) => (message.taken ?? message.step) === shown),
      }))
    : messages.map((message) => ({
        key: message.number,
        state: message.state,
        refused: message.refused,
        notYet: message.notYet === true,
        shown: (message.taken ?? message.step) === shown,
      }));
  const done = pips.filter(({ state }) => state === "past").length;
  const text = `${done} of ${pips.length} messages sent`;
  return (
    <div
      role="progressbar"
      aria-label="Progress"
      aria-valuemin={0}
      aria-valuemax={pips.length}
      aria-valuenow={done}
      aria-valuetext={folded ? `${done} of ${pips.length} chapters done` : text}
      className={`flex items-center justify-center gap-1 ${className}`}
    >
      {groupedPips(pips).map((pip) => (
        <span
          key={pip.key}
          className={`h-1.5 min-w-1 flex-1 rounded-full sm:max-w-6 ${lookOf(pip)} ${pip.shown ? "outline-2 outline-offset-2 outline-accent" : ""}`}
        />
      ))}
    </div>
  );
}

function lookOf({ state, refused, notYet }: Pip): string {
  if (refused) return "bg-bad";
  if (notYet) return "bg-quiet";
  if (state === "past") return "bg-accent/60";
  return state === "next" ? "bg-accent" : "bg-line";
}
