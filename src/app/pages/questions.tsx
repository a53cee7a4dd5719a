import { useRef } from "react";
import { repairClient } from "../../learn/exercises/repair-client.ts";
import { type Draft, scoreOf } from "../../learn/questions/attempts.ts";
import { questions } from "../../learn/questions/questions.ts";
import { buttonClass } from "../../ui/primitives/button.ts";
import { useStored } from "../../ui/primitives/use-stored.ts";
import { headNamed } from "../head.ts";
import { ExerciseBox } from "../lesson/exercise-box.tsx";
import { NoScript } from "../no-script.tsx";
import { MOMENTS } from "../questions/moments.ts";
import { QuestionField } from "../questions/question-field.tsx";
import { Scores } from "../questions/scores.tsx";
import { useAttempts } from "../questions/use-attempts.ts";
import { useDraft } from "../questions/use-draft.ts";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Know what you know",
  "Fifteen questions on common misconceptions of OAuth 2.0, and one client to repair.",
);

type Answers = Draft["answers"];

/** What the reader knows of OAuth: fifteen questions and one client to repair. */
export default function QuestionsPage() {
  useHead(HEAD);
  const { attempts } = useAttempts();
  return (
    <div className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Know what you know</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        Fifteen questions, each about a common misconception. Answer them before the guide, after it
        and a week later. Nothing leaves this browser.
      </p>
      <NoScript>
        Your browser runs no script: you can read the questions, but nothing judges your answers.
      </NoScript>
      <Scores attempts={attempts} />
      <Inventory />
      <h2 className="mt-12 text-2xl font-semibold tracking-tight">Repair this client</h2>
      <Repair />
    </div>
  );
}

/** The questions. It is no form: the Enter key, pressed at an answer, would end it before its time. */
function Inventory() {
  const { moment, offer, add } = useAttempts();
  const [{ answers, judged }, keep] = useDraft(offer !== undefined);
  const top = useRef<HTMLHeadingElement>(null);
  const right = scoreOf({ answers }, questions);
  const show = (draft: Draft) => {
    keep(draft);
    top.current?.focus();
  };
  return (
    <section aria-labelledby="inventory" className="mt-10">
      <h2
        ref={top}
        id="inventory"
        tabIndex={-1}
        className="text-2xl font-semibold tracking-tight outline-none"
      >
        {judged ? `${right} of ${questions.length} are right` : "The questions"}
      </h2>
      {!judged && (
        <p className="mt-1 text-quiet">
          Your answers count as given {MOMENTS[moment]}. They stay if you leave before the end.
        </p>
      )}
      <div className="mt-4 space-y-4">
        {questions.map((question, index) => (
          <QuestionField
            key={question.id}
            number={index + 1}
            question={question}
            chosen={answers[question.id]}
            judged={judged}
            onChoose={(answer) =>
              keep({ answers: withAnswer(answers, question.id, answer), judged })
            }
          />
        ))}
      </div>
      {judged ? (
        <button
          type="button"
          className={`${buttonClass("secondary")} mt-6`}
          onClick={() => show({ answers: {}, judged: false })}
        >
          Answer them once more
        </button>
      ) : (
        <button
          type="button"
          className={`${buttonClass("primary")} mt-6`}
          onClick={() => {
            add(answers);
            show({ answers, judged: true });
          }}
        >
          Show what is right
        </button>
      )}
    </section>
  );
}

function Repair() {
  const [done, keep] = useStored("grantlab.repaired");
  return (
    // Wider than the text, so that all parties of the walk are in sight.
    <div className="xl:-mx-32">
      <ExerciseBox
        name="questions.repair"
        exercise={repairClient}
        solvedBefore={done !== undefined}
        onSolved={() => keep("done")}
      />
    </div>
  );
}

function withAnswer(answers: Answers, id: string, answer: number | undefined): Answers {
  const { [id]: _, ...others } = answers;
  return answer === undefined ? others : { ...others, [id]: answer };
}
