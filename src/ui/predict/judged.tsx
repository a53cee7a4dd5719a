import { Check, X } from "lucide-react";
import { walkOf } from "../../flow/walk.ts";
import { useWalk } from "../exchange/walk-context.ts";
import { useGuess } from "./guesses.ts";
import { questionFor } from "./question.ts";

/** What was predicted of a message that was sent, and what came true; nothing where nothing was predicted. */
export function Judged({ index }: { readonly index: number }) {
  const { flow, walk } = useWalk();
  const [guess] = useGuess(flow.id, walk, index);
  const taken = walk.taken[index];
  if (guess === undefined || taken === undefined) return null;
  const entries = walk.taken.map(({ entry }) => entry);
  const before = { ...walkOf(flow, entries.slice(0, index)), at: taken.step };
  const { request, edited } = taken.entry;
  const question = questionFor({ flow, walk: before, request, edited });
  const chosen = question?.choices.find(({ id }) => id === guess);
  if (question === undefined || chosen === undefined) return null;
  const { right, because } = question.judge(walkOf(flow, entries.slice(0, index + 1)));
  const came = right.includes(guess);
  const Mark = came ? Check : X;
  return (
    <div className="rounded-xl border border-line p-3 text-[0.9375rem]" data-prediction={came}>
      <p className="text-sm text-quiet">{question.text}</p>
      <p
        className={`mt-1 flex items-center gap-1.5 font-medium ${came ? "text-good" : "text-bad"}`}
      >
        <Mark size={16} aria-hidden />
        You said “{chosen.label}”, {came ? "and so it was." : "and it was not so."}
      </p>
      {because !== undefined && (
        <p className="mt-1">
          {because}
          {came && right.length > 1 && " That was one of several right answers."}
        </p>
      )}
    </div>
  );
}
