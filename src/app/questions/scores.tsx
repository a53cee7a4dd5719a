import { Download } from "lucide-react";
import { type Attempt, comparable, scoreOf } from "../../learn/questions/attempts.ts";
import { exported } from "../../learn/questions/exported.ts";
import { questions } from "../../learn/questions/questions.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { save } from "../../ui/primitives/save.ts";
import { Compared } from "./compared.tsx";
import { MOMENTS } from "./moments.ts";

/** What was reached each time, question by question, and a way to take it along. */
export function Scores({ attempts }: { attempts: readonly Attempt[] }) {
  if (attempts.length === 0) return null;
  return (
    <section aria-labelledby="scores" className="mt-8">
      <h2 id="scores" className="text-xl font-semibold tracking-tight">
        Your results
      </h2>
      <ul className="mt-2 space-y-1">
        {attempts.map((attempt) => (
          <li key={attempt.at}>
            <time dateTime={attempt.at}>{attempt.at.slice(0, 10)}</time>, {MOMENTS[attempt.moment]}:{" "}
            <strong>
              {scoreOf(attempt, questions)} of {questions.length}
            </strong>
          </li>
        ))}
      </ul>
      <Compared attempts={comparable(attempts)} />
      <button
        type="button"
        className={`${buttonClass("secondary")} mt-4`}
        onClick={() => save("grantlab-questions.json", fileOf(attempts))}
      >
        <Download size={16} aria-hidden />
        Download them as JSON
      </button>
      <p className="mt-2 text-sm text-quiet">They are kept in this browser only.</p>
    </section>
  );
}

function fileOf(attempts: readonly Attempt[]): Blob {
  return new Blob([exported(attempts, questions)], { type: "application/json" });
}
