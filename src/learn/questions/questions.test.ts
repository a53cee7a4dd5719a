import { describe, expect, it } from "vitest";
import {
  type Attempt,
  comparable,
  momentNow,
  offerNow,
  parseAttempts,
  parseDraft,
  scoreOf,
} from "./attempts.ts";
import { exported } from "./exported.ts";
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

  it("have their right answers at every place equally often, so that no place can be guessed", () => {
    const places = questions.map(rightAnswer);
    expect([0, 1, 2].map((place) => places.filter((one) => one === place).length)).toEqual([
      5, 5, 5,
    ]);
  });

  it("are scored by the right answers; what nobody knew counts for nothing", () => {
    const [first, second] = questions;
    if (first === undefined || second === undefined) throw new Error("There are too few.");
    const wrong = (rightAnswer(second) + 1) % 3;
    const answers = { [first.id]: rightAnswer(first), [second.id]: wrong };
    expect(scoreOf(attempt("before", answers), questions)).toBe(1);
    const all = questions.map((question) => [question.id, rightAnswer(question)]);
    expect(scoreOf(attempt("before", Object.fromEntries(all)), questions)).toBe(15);
  });
});

describe("when the questions are offered", () => {
  it("is before the guide, after it, and a week after that", () => {
    expect(offerNow([], "nothing", DAY)).toBe("before");
    expect(offerNow([attempt("before")], "nothing", DAY)).toBeUndefined();
    expect(offerNow([attempt("before")], "some", DAY)).toBeUndefined();
    expect(offerNow([attempt("before")], "all", DAY)).toBe("after");
    const both = [attempt("before"), attempt("after")];
    expect(offerNow(both, "all", DAY + WEEK - 1)).toBeUndefined();
    expect(offerNow(both, "all", DAY + WEEK)).toBe("later");
    expect(offerNow([...both, attempt("later")], "all", DAY + 2 * WEEK)).toBeUndefined();
  });

  it("is in the middle for those who have not answered yet", () => {
    expect(offerNow([], "some", DAY)).toBe("between");
    expect(offerNow([attempt("between")], "some", DAY)).toBeUndefined();
    expect(offerNow([attempt("between")], "all", DAY)).toBe("after");
  });

  it("counts an attempt by how much was read, not by how many there were", () => {
    expect(momentNow([attempt("before")], "nothing", DAY)).toBe("before");
    expect(momentNow([attempt("before")], "some", DAY + 2 * WEEK)).toBe("between");
    expect(momentNow([], "all", DAY)).toBe("after");
    expect(offerNow([], "all", DAY)).toBe("after");
  });
});

describe("what is held against each other", () => {
  it("is the first attempt of each moment, in the order of the moments", () => {
    const [before, after, later] = [
      attempt("before", { csrf: 1 }),
      attempt("after"),
      attempt("later"),
    ];
    expect(comparable([])).toEqual([]);
    expect(comparable([before, attempt("before"), after, attempt("after"), later])).toEqual([
      before,
      after,
      later,
    ]);
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

  it("holds what stands in the form, too", () => {
    const draft = { answers: { csrf: 1 }, judged: true };
    const empty = { answers: {}, judged: false };
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
    expect([parseDraft(undefined), parseDraft("["), parseDraft('{"answers":[]}')]).toEqual([
      empty,
      empty,
      empty,
    ]);
  });
});

describe("what is taken along", () => {
  it("says in words what was answered and what was right, and nothing else", () => {
    const [first, second] = questions;
    if (first === undefined || second === undefined) throw new Error("There are too few.");
    const taken = exported(
      [attempt("before", { [first.id]: rightAnswer(first) })],
      [first, second],
    );
    expect(JSON.parse(taken)).toEqual({
      version: 1,
      results: [
        {
          at: "2026-11-22T12:00:00.000Z",
          moment: "before",
          right: 1,
          of: 2,
          answers: [
            {
              question: first.text,
              answer: "That it may do something at the API",
              right: true,
            },
            { question: second.text, answer: null, right: false },
          ],
        },
      ],
    });
  });
});
