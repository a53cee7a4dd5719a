import { useState } from "react";

/** Hints, one at a press. */
export function Hints({ hints }: { hints: readonly string[] }) {
  const [shown, setShown] = useState(0);
  return (
    <div className="mt-3" aria-live="polite">
      <ol className="m-0! list-decimal space-y-1 pl-6!">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {shown < hints.length && (
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
