import { describe, expect, it } from "vitest";
import { groupedPips, type Pip } from "./pip-groups.ts";

/** Marks of a walk after so many messages, four of which are still to come. */
function pips(done: number, given: Partial<Pip> & { readonly at?: number } = {}): readonly Pip[] {
  const { at, ...more } = given;
  return Array.from({ length: done + 4 }, (_, index) => ({
    key: index + 1,
    state: index < done ? "past" : index === done ? "next" : "future",
    refused: false,
    notYet: false,
    shown: false,
    ...(index === at ? more : {}),
  }));
}

describe("the marks of the progress bar", () => {
  it("are one for each message of a short walk", () => {
    expect(groupedPips(pips(32))).toEqual(pips(32));
  });

  it("share one, twice as many each time, and are never more than 36", () => {
    expect([33, 68, 69, 2000].map((done) => groupedPips(pips(done)).length)).toEqual([
      19, 36, 19, 32,
    ]);
  });

  it("say where the walk stands, whatever was refused beside it", () => {
    const marks = groupedPips(pips(2000, { at: 1999, refused: true }));
    expect(marks.map(({ state }) => state).lastIndexOf("past")).toBe(30);
    expect(marks.at(-1)).toEqual({
      key: 32,
      state: "next",
      refused: false,
      notYet: false,
      shown: false,
    });
  });

  it("say that one of theirs was refused, asked for patience, or is looked at", () => {
    expect(groupedPips(pips(2000, { at: 70, refused: true }))[1]?.refused).toBe(true);
    expect(groupedPips(pips(2000, { at: 70, notYet: true }))[1]?.notYet).toBe(true);
    expect(groupedPips(pips(2000, { at: 70, shown: true }))[1]?.shown).toBe(true);
    expect(groupedPips(pips(2000, { at: 70, shown: true }))[2]?.shown).toBe(false);
  });
});
