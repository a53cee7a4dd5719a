import { describe, expect, it } from "vitest";
import { goodEntries, goodWalk, refusedToken, smallFlow } from "../../flow/small-flow.fixture.ts";
import { walkOf } from "../../flow/walk.ts";
import { drawnMessages } from "./drawn-messages.ts";
import { pictured, pictureName } from "./pictured.ts";

const refusals = Array.from({ length: 2000 }, () => refusedToken);
const longWalk = walkOf(smallFlow, [...goodEntries.slice(0, 6), ...refusals]);

describe("a picture that is taken along", () => {
  it("is of the whole of a short walk", () => {
    const shown = drawnMessages(smallFlow, goodWalk(6), false);
    expect(shown).toEqual({ from: 0, to: 10 });
    expect(pictured(smallFlow, goodWalk(6), shown)).toBe(undefined);
    expect(pictureName(smallFlow, goodWalk(6), shown)).toBe("small");
  });

  it("is of the messages around where a long walk stands, and says so", () => {
    const shown = drawnMessages(smallFlow, longWalk, false);
    expect(pictured(smallFlow, longWalk, shown)).toBe("1961 to 2010");
    expect(pictureName(smallFlow, longWalk, shown)).toBe("small-1961-to-2010");
  });

  it("is whole where a long walk has few chapters and is folded", () => {
    expect(pictured(smallFlow, longWalk, drawnMessages(smallFlow, longWalk, true))).toBe(undefined);
  });
});
