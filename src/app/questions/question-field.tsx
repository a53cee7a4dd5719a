import { Link } from "wouter";
import { type Question, rightAnswer } from "../../learn/questions/question.ts";
import { sourceAddress } from "../../learn/source.ts";

interface Props {
  readonly number: number;
  readonly question: Question;
  /** The index of the answer chosen; nothing for “I don’t know”. */
  readonly chosen: number | undefined;
  /** Whether it is too late to choose, and time to explain. */
  readonly judged: boolean;
  onChoose(index: number | undefined): void;
}

/** One question with its answers, and, once it is judged, why each is right or wrong. */
export function QuestionField({ number, question, chosen, judged, onChoose }: Props) {
  const { id, text, answers, spec, readOn } = question;
  return (
    <fieldset
      id={id}
      className="rounded-2xl border border-line bg-surface p-5 sm:p-6"
      disabled={judged}
    >
      <legend className="float-left mb-2 w-full text-lg font-semibold">
        {number}. {text}
      </legend>
      <div className="clear-both space-y-1">
        {answers.map(({ text: answer, because, right }, index) => (
          <div key={answer}>
            <Choice
              name={id}
              text={answer}
              mark={judged ? markOf(right === true, chosen === index) : ""}
              checked={chosen === index}
              onChoose={() => onChoose(index)}
            />
            {judged && (chosen === index || right) && (
              <p className="pb-2 pl-9 text-quiet">{because}</p>
            )}
          </div>
        ))}
        <Choice
          name={id}
          text="I don’t know"
          mark=""
          checked={chosen === undefined}
          onChoose={() => onChoose(undefined)}
        />
      </div>
      {judged && (
        <p className="mt-2 flex flex-wrap gap-x-5">
          <Judged right={rightAnswer(question)} chosen={chosen} />
          <a className={LINK} href={sourceAddress(spec)} rel="noopener">
            {spec}
          </a>
          <Link className={LINK} href={readOn}>
            Read on in the guide
          </Link>
        </p>
      )}
    </fieldset>
  );
}

function Judged({
  right,
  chosen,
}: {
  readonly right: number;
  readonly chosen: number | undefined;
}) {
  if (chosen === right) return <span className="py-2.5 text-good">Right.</span>;
  return <span className="py-2.5 text-bad">{chosen === undefined ? "Not known." : "Not so."}</span>;
}

const LINK = "flex min-h-11 items-center text-accent underline underline-offset-4";

interface ChoiceProps {
  readonly name: string;
  readonly text: string;
  readonly mark: string;
  readonly checked: boolean;
  onChoose(): void;
}

function Choice({ name, text, mark, checked, onChoose }: ChoiceProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 rounded-lg px-1 hover:bg-sunken">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className="size-5 shrink-0 accent-accent"
      />
      <span>
        {text}
        {mark !== "" && (
          <span className={`ml-2 font-semibold ${mark.startsWith("✓") ? "text-good" : "text-bad"}`}>
            {mark}
          </span>
        )}
      </span>
    </label>
  );
}

function markOf(right: boolean, chosen: boolean): string {
  if (right) return chosen ? "✓ right, and your answer" : "✓ right";
  return chosen ? "✗ your answer" : "";
}
