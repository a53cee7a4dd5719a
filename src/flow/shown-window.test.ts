import { describe, expect, it } from "vitest";
import { countOf, messagesOf, shownMessages } from "./messages.ts";
import { shownWindow } from "./shown-window.ts";
import { goodEntries, goodWalk, refusedToken, smallFlow } from "./small-flow.fixture.ts";
import { toMermaid } from "./to-mermaid.ts";
import { walkOf } from "./walk.ts";

const refusals = Array.from({ length: 2000 }, () => refusedToken);
const longWalk = walkOf(smallFlow, [...goodEntries.slice(0, 6), ...refusals]);
const ends = { folded: false, looking: 2006 };

describe("the stretch that is shown", () => {
  it("is all of a short row", () => {
    expect(shownWindow(0, 0)).toEqual({ from: 0, to: 0 });
    expect(shownWindow(120, 119)).toEqual({ from: 0, to: 120 });
  });

  it("is of a long one the block that is looked at and those around it", () => {
    expect(shownWindow(2010, 0)).toEqual({ from: 0, to: 80 });
    expect(shownWindow(2010, 1000)).toEqual({ from: 960, to: 1080 });
    expect(shownWindow(2010, 2006)).toEqual({ from: 1960, to: 2010 });
  });

  it("holds what is looked at, and never more than 120", () => {
    for (let looking = 0; looking < 2010; looking += 1) {
      const { from, to } = shownWindow(2010, looking);
      expect(from <= looking && looking < to && to - from <= 120).toBe(true);
    }
  });

  it("moves once in forty steps", () => {
    const begins = Array.from({ length: 2000 }, (_, looking) => shownWindow(looking + 5, looking));
    expect(new Set(begins.map(({ from }) => from)).size).toBe(49);
  });

  it("stays within the row whatever is looked at", () => {
    expect(shownWindow(200, -1)).toEqual({ from: 0, to: 80 });
    expect(shownWindow(200, 999)).toEqual({ from: 120, to: 200 });
  });
});

describe("a walk of 2,000 messages", () => {
  it("counts what was sent and what is promised", () => {
    expect(countOf(smallFlow, longWalk)).toBe(2010);
    expect(messagesOf(smallFlow, longWalk)).toHaveLength(2010);
  });

  it("is drawn at its end, with the numbers its messages have", () => {
    const shown = shownMessages(smallFlow, longWalk, ends);
    const { lines, source } = toMermaid(smallFlow, longWalk, { folded: false, shown });
    expect(shown).toEqual({ from: 1960, to: 2010 });
    expect(lines[0]?.text).toEqual(["1961. POST /token (edited)"]);
    expect(lines.at(-2)?.text).toEqual(["2010. GET /photos"]);
    expect(source.length).toBeLessThan(4000);
  });

  it("keeps the shape of its picture when another message is refused, but for its lines", () => {
    const shapeAt = (looking: number) => {
      const shown = shownMessages(smallFlow, longWalk, { folded: false, looking });
      return toMermaid(smallFlow, longWalk, { folded: false, shown }).shape;
    };
    expect(shapeAt(1000)).toBe(shapeAt(1400));
  });

  it("is written down whole where nothing is said of a stretch", () => {
    expect(toMermaid(smallFlow, longWalk, { folded: false }).lines).toHaveLength(4017);
  });

  it("is folded into all its chapters", () => {
    const shown = shownMessages(smallFlow, longWalk, { folded: true, looking: 2006 });
    expect(shown).toEqual({ from: 0, to: 2010 });
    const { lines } = toMermaid(smallFlow, longWalk, { folded: true, shown });
    const whole = toMermaid(smallFlow, goodWalk(6, refusedToken), { folded: true });
    expect(lines.map(({ text }) => text)).toEqual(whole.lines.map(({ text }) => text));
  });

  it("has its chapters numbered as in the whole, where there are too many to show", () => {
    const round = goodEntries.slice(0, 8);
    const rounds = walkOf(smallFlow, Array.from({ length: 250 }, () => round).flat());
    const shown = shownMessages(smallFlow, rounds, { folded: true, looking: 2000 });
    expect(shown).toEqual({ from: 1920, to: 2002 });
    const { lines } = toMermaid(smallFlow, rounds, { folded: true, shown });
    expect(lines.find(({ text }) => text[0]?.startsWith("6. "))?.text).toEqual([
      "6. The client calls the API",
    ]);
  });
});
