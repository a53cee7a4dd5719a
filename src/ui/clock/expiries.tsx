import { Hourglass } from "lucide-react";
import { useMemo } from "react";
import type { Memory } from "../../oauth/remembered.ts";
import { TONES } from "../exchange/tones.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { type Countdown, countdownsOf } from "./countdowns.ts";
import { durationText } from "./duration.ts";

interface Props {
  /** What the server remembers, once it has told. */
  readonly memory: Memory | undefined;
}

/** What of the values in play ends in how long, by the servers' clock. */
export function Expiries({ memory }: Props) {
  const { flow, walk } = useWalk();
  const countdowns = useMemo(
    () => (memory === undefined ? [] : countdownsOf(flow, walk, memory)),
    [flow, walk, memory],
  );
  return (
    <div
      className={`-mt-2 flex min-h-7 flex-wrap items-center gap-x-4 gap-y-1.5 text-sm ${countdowns.length === 0 ? "max-sm:sr-only" : ""}`}
    >
      <p className="flex items-center gap-1.5 text-quiet">
        <Hourglass size={14} aria-hidden />
        {countdowns.length === 0 ? (
          "No code or token is live at the authorization server."
        ) : (
          <span className="max-sm:sr-only">Expires in</span>
        )}
      </p>
      {countdowns.length > 0 && (
        <ul aria-label="What expires when" className="flex flex-wrap gap-x-4 gap-y-1.5">
          {countdowns.map((one) => (
            <Ending key={`${one.title} ${one.tone}`} countdown={one} />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {announced(countdowns, memory)}
      </p>
    </div>
  );
}

function Ending({ countdown: { title, tone, left } }: { readonly countdown: Countdown }) {
  return (
    <li className="flex items-center gap-1.5 tabular-nums">
      <span className={`rounded-md px-1.5 py-0.5 ${TONES[tone]}`}>{title}</span>
      {left > 0 ? durationText(left) : <span className="font-semibold text-bad">expired</span>}
    </li>
  );
}

/** Only a clock that was moved is worth a word: a message has one of its own. */
function announced(countdowns: readonly Countdown[], memory: Memory | undefined): string {
  if (memory === undefined || memory.moved === 0) return "";
  const expired = countdowns.filter(({ left }) => left <= 0).map(({ title }) => `the ${title}`);
  const moved = `The clock was moved on by ${durationText(memory.moved)}.`;
  return expired.length === 0 ? moved : `${moved} Expired: ${expired.join(", ")}.`;
}
