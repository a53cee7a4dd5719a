import { useState } from "react";

interface Props {
  readonly hints: readonly string[];
  /** Whether what they help with is done, so that no more of them are offered. */
  readonly solved: boolean;
}

/** Hints, one at a press. */
export function Hints({ hints, solved }: Props) {
  const [shown, setShown] = useState(0);
  return (
    <div className="mt-3" aria-live="polite">
      <ol className="m-0! list-decimal space-y-1 pl-6!">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {!solved && shown < hints.length && (
        <button
          type="button"
          className="min-h-11 text-accent underline underline-offset-4"
          onClick={() => setShown(shown + 1)}
        >
          {shown === 0 ? "Give me a hint" : `Another hint (${shown} of ${hints.length} shown)`}
        </button>
      )}
    </div>
  );
}
