import * as v from "valibot";
import { type Question, rightAnswer } from "./question.ts";

/** When the questions were answered: before the guide, after it, or a week and more after that. */
export type Moment = "before" | "after" | "later";

const Attempt = v.object({
  /** ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  moment: v.picklist(["before", "after", "later"]),
  /** The index of the answer by the id of the question; “I don’t know” is left out. */
  answers: v.record(v.string(), v.number()),
});

/** One time the questions were answered. */
export type Attempt = v.InferOutput<typeof Attempt>;

/** Reads what was kept, oldest first. Anything that is not a list of attempts counts as none. */
export function parseAttempts(text: string | undefined): readonly Attempt[] {
  try {
    const read = v.safeParse(v.array(Attempt), JSON.parse(text ?? "[]"));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}

/** How many of these questions were answered rightly. */
export function scoreOf(
  { answers }: Pick<Attempt, "answers">,
  questions: readonly Question[],
): number {
  return questions.filter((question) => answers[question.id] === rightAnswer(question)).length;
}

const WEEK = 7 * 24 * 3600 * 1000;

/** Which time it would be now: the first is before the guide, until its last chapter is done; `now` as of Date.now(). */
export function momentNow(attempts: readonly Attempt[], guideDone: boolean, now: number): Moment {
  const after = attempts.find(({ moment }) => moment === "after");
  if (after !== undefined && now - Date.parse(after.at) >= WEEK) return "later";
  return guideDone || attempts.length > 0 ? "after" : "before";
}

/** The time to offer the questions for, if they are to be offered now: each moment once. */
export function offerNow(
  attempts: readonly Attempt[],
  guideDone: boolean,
  now: number,
): Moment | undefined {
  const moment = momentNow(attempts, guideDone, now);
  const waits = moment === "after" && !guideDone;
  return waits || attempts.some((attempt) => attempt.moment === moment) ? undefined : moment;
}
