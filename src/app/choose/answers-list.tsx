import { Link } from "wouter";
import type { Answered } from "../../learn/choose/path.ts";
import { questions } from "../../learn/choose/questions.ts";
import { choiceAddress } from "./address.ts";

/** What was answered so far; each can be answered anew. */
export function AnswersList({ answered }: { readonly answered: readonly Answered[] }) {
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="answers" className="mt-10">
      <h2 id="answers" className="text-lg font-semibold">
        Your answers
      </h2>
      <ol className="mt-2 divide-y divide-line rounded-2xl border border-line bg-surface">
        {answered.map(({ question, answer }) => {
          const { title, options } = questions[question];
          return (
            <li key={question} className="flex items-center gap-x-4 px-4 py-2 sm:px-5">
              <p className="min-w-0 flex-1 py-1">
                <span className="block text-sm text-quiet">{title}</span>
                {options[answer]?.title}
              </p>
              <Link
                href={choiceAddress(answered, question)}
                className="flex min-h-11 items-center text-accent underline underline-offset-4"
              >
                Change<span className="sr-only">: {title}</span>
              </Link>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
