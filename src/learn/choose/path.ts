import { getInitialSnapshot, getNextSnapshot, type SnapshotFrom } from "xstate";
import { choiceMachine } from "./machine.ts";
import { isOutcome, type OutcomeId } from "./outcome.ts";
import { type Answers, answerEvent, isQuestion, type QuestionId } from "./questions.ts";

/** A question that was answered. */
export interface Answered {
  readonly question: QuestionId;
  readonly answer: string;
}

/** How far answers lead. */
export interface Path {
  /** The questions on the way, in the order they came; answers to other questions are passed over. */
  readonly answered: readonly Answered[];
  readonly at: At;
}

export type At =
  | { readonly kind: "question"; readonly question: QuestionId }
  | { readonly kind: "outcome"; readonly outcome: OutcomeId };

/** Walks the machine with these answers, until one is missing or everything is decided. */
export function pathOf(answers: Answers): Path {
  const answered: Answered[] = [];
  let snapshot = getInitialSnapshot(choiceMachine);
  for (;;) {
    const at = atOf(snapshot);
    if (at.kind === "outcome") return { answered, at };
    const answer = answers[at.question];
    const event = answer === undefined ? undefined : answerEvent(at.question, answer);
    if (answer === undefined || event === undefined) return { answered, at };
    answered.push({ question: at.question, answer });
    snapshot = getNextSnapshot(choiceMachine, snapshot, event);
  }
}

function atOf({ value }: SnapshotFrom<typeof choiceMachine>): At {
  if (isOutcome(value)) return { kind: "outcome", outcome: value };
  if (isQuestion(value)) return { kind: "question", question: value };
  throw new RangeError(`The choice stands at ${value}, which is neither question nor outcome.`);
}
