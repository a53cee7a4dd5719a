import { Check, Circle } from "lucide-react";
import type { Criterion, Standing } from "../../learn/exercise.ts";

interface Props {
  readonly criteria: readonly Criterion[];
  /** The world as it stands, once it is open. */
  readonly standing: Standing | undefined;
  /** Goes to where it is said in full. */
  onLook(): void;
}

/** Stays at the top while the walk of an exercise is on the screen: how much of it holds. */
export function HowFar({ criteria, standing, onLook }: Props) {
  const holding = criteria.filter(({ holds }) => standing !== undefined && holds(standing)).length;
  const all = holding === criteria.length;
  const Mark = all ? Check : Circle;
  return (
    <p
      data-far=""
      className={`sticky top-0 z-20 mb-2 flex min-h-11 flex-wrap items-center gap-x-2 rounded-lg border px-3 ${all ? "border-good bg-surface font-semibold text-good" : "border-line bg-surface text-quiet"}`}
    >
      <Mark size={16} aria-hidden className="shrink-0" />
      {all ? "Done." : `${holding} of ${criteria.length} done so far.`}
      <button
        type="button"
        onClick={onLook}
        className="ml-auto inline-flex min-h-11 items-center text-accent underline underline-offset-4"
      >
        {all ? "What to take from it" : "What is asked"}
      </button>
    </p>
  );
}
