import * as v from "valibot";
import { type Question, rightAnswer } from "./question.ts";

const MOMENTS = ["before", "between", "after", "later"] as const;

/** When the questions were answered: before the guide, in the middle of it, after it, or a week and more after that. */
export type Moment = (typeof MOMENTS)[number];

/** How much of the guide a reader has read. */
export type Read = "nothing" | "some" | "all";

/** Answers by the id of the question, each as its index; “I don’t know” is left out. */
const Answers = v.record(v.string(), v.number());

const Attempt = v.object({
  /** ISO 8601, UTC. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  moment: v.picklist(MOMENTS),
  answers: Answers,
});

/** One time the questions were answered. */
export type Attempt = v.InferOutput<typeof Attempt>;

const Draft = v.object({ answers: Answers, judged: v.boolean() });

/** What stands in the form: answers on the way, or those that were judged last. */
export type Draft = v.InferOutput<typeof Draft>;

/** Reads what was kept, oldest first. Anything that is not a list of attempts counts as none. */
export function parseAttempts(text: string | undefined): readonly Attempt[] {
  return parsed(v.array(Attempt), text) ?? [];
}

/** Reads what stood in the form. Anything else counts as an empty one. */
export function parseDraft(text: string | undefined): Draft {
  return parsed(Draft, text) ?? { answers: {}, judged: false };
}

function parsed<Schema extends v.GenericSchema>(schema: Schema, text: string | undefined) {
  try {
    const read = v.safeParse(schema, JSON.parse(text ?? "null"));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

/** How many of these questions were answered rightly. */
export function scoreOf(
  { answers }: Pick<Attempt, "answers">,
  questions: readonly Question[],
): number {
  return questions.filter((question) => answers[question.id] === rightAnswer(question)).length;
}

/** The attempts to be held against each other: the first of each moment, for later ones have seen what is right. */
export function comparable(attempts: readonly Attempt[]): readonly Attempt[] {
  return MOMENTS.flatMap((moment) => attempts.find((attempt) => attempt.moment === moment) ?? []);
}

const WEEK = 7 * 24 * 3600 * 1000;

/** Which time it would be now; `now` as of Date.now(). */
export function momentNow(attempts: readonly Attempt[], read: Read, now: number): Moment {
  const after = attempts.find(({ moment }) => moment === "after");
  if (after !== undefined && now - Date.parse(after.at) >= WEEK) return "later";
  return ({ nothing: "before", some: "between", all: "after" } as const)[read];
}

/** The time to offer the questions for, if they are to be offered now: each moment once, the middle only instead of the first. */
export function offerNow(
  attempts: readonly Attempt[],
  read: Read,
  now: number,
): Moment | undefined {
  const moment = momentNow(attempts, read, now);
  const waits = moment === "between" && attempts.length > 0;
  return waits || attempts.some((attempt) => attempt.moment === moment) ? undefined : moment;
}
