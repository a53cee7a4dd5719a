import { describe, expect, it } from "vitest";
import { goodWalk, refusedToken, smallFlow } from "../../flow/small-flow.fixture.ts";
import { toMermaid } from "../../flow/to-mermaid.ts";
import { positionOf, selectionOf, stateOf } from "./positions.ts";

describe("what of a diagram is looked at", () => {
  it("is the message that comes next, and the last one when the walk has ended", () => {
    expect(positionOf(smallFlow, goodWalk(4), undefined)).toBe(4);
    expect(positionOf(smallFlow, goodWalk(10), undefined)).toBe(9);
  });

  it("is the message selected, by its index or, when it is to come, by its step", () => {
    const walk = goodWalk(6, refusedToken);
    expect(positionOf(smallFlow, walk, 2)).toBe(2);
    expect(positionOf(smallFlow, walk, "token")).toBe(7);
    expect(positionOf(smallFlow, walk, "photos")).toBe(8);
  });

  it("stands between what was and what is to come", () => {
    const { lines } = toMermaid(smallFlow, goodWalk(5), { folded: true });
    expect(lines.map((line) => stateOf(line, 3, 5))).toEqual([
      "past",
      "current",
      "current",
      "past",
      "past",
      "future",
      "future",
      "future",
      "future",
      "future",
    ]);
  });

  it("can be selected by pressing a line", () => {
    const { lines } = toMermaid(smallFlow, goodWalk(2), { folded: false });
    expect(lines.slice(1, 5).map(selectionOf)).toEqual([0, 1, "redirect", "authorize"]);
  });
});
