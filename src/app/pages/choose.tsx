import { Link, useSearch } from "wouter";
import { pathOf } from "../../learn/choose/path.ts";
import { askedAt, choiceAddress } from "../choose/address.ts";
import { AnswersList } from "../choose/answers-list.tsx";
import { QuestionCard } from "../choose/question-card.tsx";
import { recordOf } from "../choose/record.ts";
import { RecordView } from "../choose/record-view.tsx";
import { useFocusOnChange } from "../choose/use-focus-on-change.ts";
import { headNamed } from "../head.ts";
import { NoScript } from "../no-script.tsx";
import { Heading } from "../shell/heading.tsx";
import { useHead } from "../shell/use-head.ts";

const HEAD = headNamed(
  "Choose a grant",
  "A few questions about your application lead to the grant it needs, with a decision record to take along.",
);

/** The way to the right grant. The answers are in the address. */
export default function ChoosePage() {
  useHead(HEAD);
  const { answers, change } = askedAt(useSearch());
  const path = pathOf(answers);
  const { answered, at } = path;
  const address = choiceAddress(answered);
  const asked = change ?? (at.kind === "question" ? at.question : undefined);
  const box = useFocusOnChange(asked ?? address);
  return (
    <div ref={box} className="mx-auto w-full max-w-[60rem] px-4 py-8 sm:px-6 sm:py-12">
      <Heading>Choose a grant</Heading>
      <p className="mt-4 max-w-[44rem] text-lg text-quiet">
        A few questions about your application. They end in a decision record for your design
        document, and in the walk that shows it.
      </p>
      <NoScript>
        Your browser runs no script, so the questions do not go on.{" "}
        <Link href="/learn/choosing-a-grant" className="text-accent underline underline-offset-4">
          Chapter 3
        </Link>{" "}
        has them as text.
      </NoScript>
      {asked !== undefined && <QuestionCard question={asked} answers={answers} path={path} />}
      {asked === undefined && at.kind === "outcome" && (
        <RecordView record={recordOf(at.outcome, answered)} address={address} />
      )}
      <AnswersList answered={answered} />
      {answered.length > 0 && (
        <p className="mt-4">
          <Link
            href="/choose"
            className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
          >
            Begin again
          </Link>
        </p>
      )}
    </div>
  );
}
