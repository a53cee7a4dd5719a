import { describe, expect, it } from "vitest";
import { parseProgress, standing, withReached } from "./progress.ts";

describe("reading progress", () => {
  it("reads what was kept", () => {
    expect(parseProgress('{"authorization-code":["The walk"]}')).toEqual({
      "authorization-code": ["The walk"],
    });
  });

  it("takes anything else for no progress", () => {
    expect(parseProgress(undefined)).toEqual({});
    expect(parseProgress("{")).toEqual({});
    expect(parseProgress("[1]")).toEqual({});
    expect(parseProgress("null")).toEqual({});
    expect(parseProgress('{"a":[1,"The walk"],"b":3}')).toEqual({ a: ["The walk"], b: [] });
  });

  it("adds a section once", () => {
    const first = withReached({}, "a", "The walk");
    expect(first).toEqual({ a: ["The walk"] });
    expect(withReached(first, "a", "The walk")).toBe(first);
    expect(withReached(first, "a", "Recap")).toEqual({ a: ["The walk", "Recap"] });
  });

  it("counts the sections the chapter still has and names the first unread one", () => {
    const progress = { a: ["The walk", "A section since removed"] };
    expect(standing(progress, "a", ["The walk", "Recap"])).toEqual({ reached: 1, next: "Recap" });
    expect(standing(progress, "b", ["Intro"])).toEqual({ reached: 0, next: "Intro" });
    expect(standing(progress, "a", ["The walk"])).toEqual({ reached: 1, next: undefined });
  });
});
