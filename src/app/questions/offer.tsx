import { Link } from "wouter";
import type { Moment } from "../../learn/questions/attempts.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { useAttempts } from "./use-attempts.ts";

const TEXTS: Record<Moment, string> = {
  before:
    "Fifteen questions show what you know already. Answer them before you read, and once more after it.",
  between:
    "Fifteen questions show what you know by now. Answer them before you read on, and once more at the end.",
  after: "You have come through the guide. The same fifteen questions show what has changed.",
  later: "A week has passed. The fifteen questions once more show what has stayed.",
};

/** Offers the questions where it is time for them. */
export function QuestionsOffer() {
  const { offer } = useAttempts();
  if (offer === undefined) return null;
  return (
    <aside
      aria-label="Know what you know"
      className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-2xl border border-line bg-accent-tint p-5"
    >
      <p className="max-w-[40rem]">{TEXTS[offer]}</p>
      <Link href="/questions" className={buttonClass("secondary")}>
        Answer them
      </Link>
    </aside>
  );
}
