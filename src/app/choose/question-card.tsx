import { ArrowLeft, Check } from "lucide-react";
import { Link } from "wouter";
import { type Path } from "../../learn/choose/path.ts";
import { type Answers, type QuestionId, questions } from "../../learn/choose/questions.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { answeredAddress, backAddress } from "./address.ts";

interface Props {
  readonly question: QuestionId;
  readonly answers: Answers;
  readonly path: Path;
}

/** One question; an answer is a link to what comes after it. */
export function QuestionCard({ question, answers, path: { answered } }: Props) {
  const { title, why, options } = questions[question];
  const index = answered.findIndex((one) => one.question === question);
  const given = index === -1 ? undefined : answers[question];
  const back = backAddress(answered, question);
  return (
    <section aria-labelledby="question" data-question={question} className="mt-8">
      <p className="text-sm font-medium text-quiet">
        Question {(index === -1 ? answered.length : index) + 1}
      </p>
      <h2
        id="question"
        tabIndex={-1}
        className="mt-1 text-2xl font-semibold tracking-tight text-balance outline-none"
      >
        {title}
      </h2>
      <p className="mt-2 max-w-[44rem] text-quiet">{why}</p>
      <ul className="mt-5 grid gap-3 sm:grid-cols-2">
        {Object.entries(options).map(([id, option]) => (
          <li key={id}>
            <Link
              href={answeredAddress(answers, question, id)}
              aria-current={given === id ? "true" : undefined}
              className="block h-full rounded-2xl border border-line bg-surface px-5 py-4 hover:border-accent hover:bg-accent-tint aria-[current]:border-accent focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
            >
              <span className="flex items-center gap-2 font-semibold">
                {option.title}
                {given === id && <Check size={16} aria-hidden className="text-accent" />}
              </span>
              <span className="mt-0.5 block text-[0.9375rem] text-quiet">{option.text}</span>
            </Link>
          </li>
        ))}
      </ul>
      {back !== undefined && (
        <Link href={back} className={`${buttonClass("quiet")} mt-4 -ml-4`}>
          <ArrowLeft size={16} aria-hidden />
          Back
        </Link>
      )}
    </section>
  );
}
