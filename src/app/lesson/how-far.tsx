import { Check, Circle } from "lucide-react";
import { type Exercise, isMissed, type Standing } from "../../learn/exercise.ts";

interface Props {
  readonly exercise: Exercise;
  /** The world as it stands, once it is open. */
  readonly standing: Standing | undefined;
  /** Goes to where it is said in full. */
  onLook(): void;
}

/** How much of an exercise holds, and whether its walk has ended without the rest. */
export function HowFar({ exercise, standing, onLook }: Props) {
  const { criteria, walks } = exercise;
  const holding = criteria.filter(({ holds }) => standing !== undefined && holds(standing)).length;
  const all = holding === criteria.length;
  const Mark = all ? Check : Circle;
  return (
    <div
      data-far=""
      className={`flex min-h-11 min-w-0 flex-1 flex-wrap items-center gap-x-2 rounded-lg border px-3 ${all ? "border-good bg-surface font-semibold text-good" : "border-line bg-surface text-quiet"}`}
    >
      <Mark size={16} aria-hidden className="shrink-0" />
      <p>{all ? "Done." : `${holding} of ${criteria.length} done so far.`}</p>
      <p role="status" className="text-ink" data-testid="missed">
        {standing !== undefined && isMissed(exercise, standing) && missed(walks.length)}
      </p>
      <button
        type="button"
        onClick={onLook}
        className="ml-auto inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      >
        {all ? "What to take from it" : "What is asked"}
      </button>
    </div>
  );
}

function missed(walks: number): string {
  const over = "This walk is over and does not reach it.";
  return walks === 1 ? `${over} Begin it anew.` : `${over} Begin it anew, or choose another one.`;
}
