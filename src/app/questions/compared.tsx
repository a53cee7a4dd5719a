import type { Attempt } from "../../learn/questions/attempts.ts";
import { type Question, rightAnswer } from "../../learn/questions/question.ts";
import { questions } from "../../learn/questions/questions.ts";
import { MOMENTS } from "./moments.ts";

/** What was right each time, side by side; nothing where there was one time only. */
export function Compared({ attempts }: { readonly attempts: readonly Attempt[] }) {
  if (attempts.length < 2) return null;
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-medium text-accent underline underline-offset-4">
        Compare them, question by question
      </summary>
      <Table attempts={attempts} />
    </details>
  );
}

function Table({ attempts }: { readonly attempts: readonly Attempt[] }) {
  return (
    <table className="w-full border-collapse text-[0.9375rem]">
      <caption className="sr-only">The first time of each, question by question</caption>
      <thead>
        <tr className="border-b border-line align-bottom">
          <th scope="col" className="py-2 pr-2 text-left font-semibold">
            Question
          </th>
          {attempts.map(({ at, moment }) => (
            <th key={at} scope="col" className="w-[18%] px-1 py-2 text-left font-semibold">
              {MOMENTS[moment]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {questions.map((question, index) => (
          <tr key={question.id} className="border-b border-line align-top">
            <th scope="row" className="py-2 pr-2 text-left font-normal">
              {index + 1}. {question.text}
            </th>
            {attempts.map(({ at, answers }) => (
              <td key={at} className="px-1 py-2">
                <Result question={question} chosen={answers[question.id]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ResultProps {
  readonly question: Question;
  readonly chosen: number | undefined;
}

function Result({ question, chosen }: ResultProps) {
  if (chosen === undefined) return <span className="text-quiet">not known</span>;
  return chosen === rightAnswer(question) ? (
    <span className="text-good">✓ right</span>
  ) : (
    <span className="text-bad">✗ wrong</span>
  );
}
