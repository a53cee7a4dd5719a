import { type Attempt, scoreOf } from "./attempts.ts";
import { type Question, rightAnswer } from "./question.ts";

/** The attempts as JSON that says by itself what was answered: in words, and whether it was right. */
export function exported(attempts: readonly Attempt[], questions: readonly Question[]): string {
  const results = attempts.map((attempt) => ({
    at: attempt.at,
    moment: attempt.moment,
    right: scoreOf(attempt, questions),
    of: questions.length,
    answers: questions.map((question) => answered(question, attempt.answers[question.id])),
  }));
  return `${JSON.stringify({ version: 1, results }, undefined, 2)}\n`;
}

function answered(question: Question, chosen: number | undefined) {
  const answer = chosen === undefined ? undefined : question.answers[chosen];
  return {
    question: question.text,
    answer: answer?.text ?? null,
    right: chosen === rightAnswer(question),
  };
}
