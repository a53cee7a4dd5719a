import { Check, Circle } from "lucide-react";
import type { Criterion, Standing } from "../../learn/exercise.ts";

interface Props {
  readonly criteria: readonly Criterion[];
  /** The world as it stands, once it is open. */
  readonly standing: Standing | undefined;
  readonly solved: boolean;
  readonly solvedBefore: boolean;
  readonly explanation: string;
}

/** What of an exercise holds in its world by now. */
export function Checked({ criteria, standing, solved, solvedBefore, explanation }: Props) {
  return (
    <div className="mt-4">
      <ul className="m-0! list-none! space-y-1 p-0!">
        {criteria.map(({ says, holds }) => (
          <Row key={says} says={says} holds={standing !== undefined && holds(standing)} />
        ))}
      </ul>
      <div role="status" data-testid="judged">
        {solved && (
          <div className="mt-3 rounded-xl border border-good bg-sunken p-4">
            <p className="m-0! font-semibold text-good">Done: all of it holds.</p>
            <p className="mt-1 mb-0!">{explanation}</p>
          </div>
        )}
      </div>
      {!solved && solvedBefore && (
        <p className="mt-3 text-good">You have done this before, in this browser.</p>
      )}
    </div>
  );
}

function Row({ says, holds }: { readonly says: string; readonly holds: boolean }) {
  const Mark = holds ? Check : Circle;
  return (
    <li className={`flex items-baseline gap-2 ${holds ? "text-good" : "text-quiet"}`}>
      <Mark size={16} aria-hidden className="shrink-0 translate-y-0.5" />
      <span>
        {says}
        <span className="sr-only">{holds ? " (holds)" : " (not yet)"}</span>
      </span>
    </li>
  );
}
