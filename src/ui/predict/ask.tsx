import { useId } from "react";
import { type Draft, isEdited, requestFrom } from "../exchange/draft.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { SMALL_BUTTON } from "../primitives/button.ts";
import { useStored } from "../primitives/use-stored.ts";
import { useGuess } from "./guesses.ts";
import { type Question, questionFor } from "./question.ts";

interface Props {
  readonly draft: Draft | undefined;
  /** Whether questions are asked until somebody decides otherwise. */
  readonly byDefault: boolean;
}

/** A question about the message that is next, where it is worth one; whoever will not answer just sends it. */
export function Ask({ draft, byDefault }: Props) {
  const [stored, store] = useStored(byDefault ? "grantlab.predict.lessons" : "grantlab.predict");
  const { flow, walk } = useWalk();
  const on = stored === undefined ? byDefault : stored === "on";
  const request = draft && requestFrom(draft);
  const edited = draft !== undefined && isEdited(draft);
  const question = questionFor({ flow, walk, request, edited });
  if (question === undefined) return null;
  if (on) return <Choices question={question} onStop={() => store("off")} />;
  return (
    <p className="mt-4 border-t border-line pt-4">
      <button type="button" className={SMALL_BUTTON} onClick={() => store("on")}>
        Ask me what will happen before I send
      </button>
    </p>
  );
}

function Choices({ question, onStop }: { readonly question: Question; onStop(): void }) {
  const id = useId();
  const { flow, walk } = useWalk();
  const [guess, choose] = useGuess(flow.id, walk, walk.taken.length);
  return (
    <fieldset className="mt-4 rounded-xl border border-line p-3 pt-2">
      <legend className="px-1 text-sm font-semibold">{question.text}</legend>
      <div className="flex flex-wrap gap-x-5">
        {question.choices.map((choice) => (
          <label key={choice.id} className="flex min-h-11 items-center gap-2 text-sm sm:min-h-9">
            <input
              type="radio"
              name={id}
              className="size-4 accent-accent"
              checked={guess === choice.id}
              onChange={() => choose(choice.id)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <p className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-quiet">
        What is right will be read from what happens.
        <button type="button" className={SMALL_BUTTON} onClick={onStop}>
          Stop asking
        </button>
      </p>
    </fieldset>
  );
}
