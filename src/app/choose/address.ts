import { type Answered, pathOf } from "../../learn/choose/path.ts";
import { type Answers, isQuestion, type QuestionId } from "../../learn/choose/questions.ts";

/** What an address says of the choice. */
export interface Asked {
  readonly answers: Answers;
  /** The earlier question that is being answered anew. */
  readonly change?: QuestionId;
}

/** Reads the query. Answers to questions that do not come are kept, in case they come again. */
export function askedAt(search: string): Asked {
  const query = new URLSearchParams(search);
  const answers: Answers = Object.fromEntries([...query].filter(([name]) => isQuestion(name)));
  const change = query.get("change") ?? "";
  const known =
    isQuestion(change) && pathOf(answers).answered.some((one) => one.question === change);
  return known ? { answers, change } : { answers };
}

/** The address of the choice with these answers, without the base path. */
export function choiceAddress(answered: readonly Answered[], change?: QuestionId): string {
  const query = [
    ...answered.map(({ question, answer }) => `${question}=${encodeURIComponent(answer)}`),
    ...(change === undefined ? [] : [`change=${change}`]),
  ];
  return query.length === 0 ? "/choose" : `/choose?${query.join("&")}`;
}

/** Where an answer leads: what was answered after it stays, as far as it is still asked. */
export function answeredAddress(answers: Answers, question: QuestionId, answer: string): string {
  return choiceAddress(pathOf({ ...answers, [question]: answer }).answered);
}

/** The address at which the question before is answered anew; nothing at the first. */
export function backAddress(
  answered: readonly Answered[],
  shown: QuestionId | undefined,
): string | undefined {
  const index = answered.findIndex(({ question }) => question === shown);
  const before = answered.at(index === -1 ? -1 : index - 1);
  return index === 0 || before === undefined ? undefined : choiceAddress(answered, before.question);
}
