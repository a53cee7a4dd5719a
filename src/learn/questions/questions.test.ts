import { describe, expect, it } from "vitest";
import { type Attempt, momentNow, offerNow, parseAttempts, scoreOf } from "./attempts.ts";
import { rightAnswer } from "./question.ts";
import { questions } from "./questions.ts";

const WEEK = 7 * 24 * 3600 * 1000;
const DAY = Date.parse("2026-11-22T12:00:00Z");

function attempt(moment: Attempt["moment"], answers: Attempt["answers"] = {}): Attempt {
  return { at: "2026-11-22T12:00:00.000Z", moment, answers };
}

describe("the questions", () => {
  it("are fifteen, each with one right answer and every answer explained", () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(15);
    for (const { answers } of questions) {
      expect(answers.length).toBe(3);
      expect(answers.filter(({ right }) => right === true).length).toBe(1);
      expect(answers.filter(({ because }) => because.length < 15)).toEqual([]);
    }
  });

  it("have their right answers at different places", () => {
    expect(new Set(questions.map(rightAnswer)).size).toBe(3);
  });

  it("are scored by the right answers; what nobody knew counts for nothing", () => {
    const [first, second] = questions;
    if (first === undefined || second === undefined) throw new Error("There are too few.");
    const answers = { [first.id]: rightAnswer(first), [second.id]: 0 };
    expect(scoreOf(attempt("before", answers), questions)).toBe(1);
    const all = questions.map((question) => [question.id, rightAnswer(question)]);
    expect(scoreOf(attempt("before", Object.fromEntries(all)), questions)).toBe(15);
  });
});

describe("when the questions are offered", () => {
  it("is before the guide, after it, and a week after that", () => {
    expect(offerNow([], false, DAY)).toBe("before");
    expect(offerNow([attempt("before")], false, DAY)).toBeUndefined();
    expect(offerNow([attempt("before")], true, DAY)).toBe("after");
    const both = [attempt("before"), attempt("after")];
    expect(offerNow(both, true, DAY + WEEK - 1)).toBeUndefined();
    expect(offerNow(both, true, DAY + WEEK)).toBe("later");
    expect(offerNow([...both, attempt("later")], true, DAY + 2 * WEEK)).toBeUndefined();
  });

  it("counts an attempt of somebody who knows the guide as one after it", () => {
    expect(momentNow([], true, DAY)).toBe("after");
    expect(offerNow([], true, DAY)).toBe("after");
  });
});

describe("what was kept", () => {
  it("is read, and anything else counts as nothing", () => {
    const kept = [attempt("before", { pkce: 1 })];
    expect(parseAttempts(JSON.stringify(kept))).toEqual(kept);
    expect([parseAttempts(undefined), parseAttempts("{"), parseAttempts('[{"at":1}]')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});
