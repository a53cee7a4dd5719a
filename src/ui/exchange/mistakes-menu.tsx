import { SMALL_BUTTON } from "../primitives/button.ts";
import type { Draft } from "./draft.ts";
import { mistakesIn } from "./mistakes.ts";

interface Props {
  readonly draft: Draft;
  onDraft(draft: Draft): void;
}

/** Mistakes to make with this message, one press each; nothing is sent by the press. */
export function Mistakes({ draft, onDraft }: Props) {
  const mistakes = mistakesIn(draft);
  if (mistakes.length === 0) return null;
  return (
    <details className="mb-3 rounded-xl border border-line">
      <summary className="min-h-11 cursor-pointer rounded-xl px-3 py-2 text-sm leading-7 hover:bg-sunken focus-visible:outline-2 focus-visible:outline-accent">
        Make a mistake, and see what refuses it
      </summary>
      <ul className="flex flex-wrap gap-2 p-3 pt-2">
        {mistakes.map(({ id, title, apply }) => (
          <li key={id}>
            <button type="button" className={SMALL_BUTTON} onClick={() => onDraft(apply(draft))}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
