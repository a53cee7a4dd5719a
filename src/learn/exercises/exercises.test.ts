import { describe, expect, it } from "vitest";
import { solved, untouched } from "../../testing/hand.ts";
import { isEnd } from "../../flow/define-flow.ts";
import { type Exercise, isMissed, isSolved, type Standing } from "../exercise.ts";
import { exercises } from "./index.ts";
import { repairClient } from "./repair-client.ts";

const ofChapters = Object.entries(exercises).flatMap(([chapter, { task, goal }]) => [
  [chapter, "task", task] as const,
  [chapter, "goal", goal] as const,
]);
const all = [...ofChapters, ["the questions", "client to repair", repairClient] as const];

/** What of an exercise holds and what does not, in its own words. */
function judged({ criteria }: Exercise, standing: Standing) {
  return criteria.map(({ says, holds }) => [says, holds(standing)]);
}

describe.each(all)("%s, its %s", (_, __, exercise) => {
  it("is brought about by its stored solution", async () => {
    const standing = await solved(exercise);
    expect(judged(exercise, standing)).toEqual(exercise.criteria.map(({ says }) => [says, true]));
  });

  it("is not brought about by doing nothing, nor by pressing Next alone", async () => {
    const standings = await untouched(exercise);
    expect(standings.length).toBe(2 * exercise.walks.length);
    expect(standings.filter((standing) => isSolved(exercise, standing))).toEqual([]);
  });

  it("is missed where a walk ends without it, and neither before nor when it is brought about", async () => {
    const standings = await untouched(exercise);
    const ends = standings.map(({ walk }) => isEnd(walk.at));
    expect(standings.map((standing) => isMissed(exercise, standing))).toEqual(ends);
    expect(isMissed(exercise, await solved(exercise))).toBe(false);
  });

  it("has hints, the last of which says what to do", () => {
    expect(exercise.hints.length).toBeGreaterThanOrEqual(2);
  });
});
