import { describe, expect, it } from "vitest";
import { nextToRead, parseProgress, standing, withReached } from "./progress.ts";

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

  it("keeps the chapter read last at the end", () => {
    const progress = withReached({ a: ["The walk"], b: ["The walk"] }, "a", "Recap");
    expect(Object.keys(progress)).toEqual(["b", "a"]);
  });

  it("goes on in the chapter read last, then after it, then before it, until all is read", () => {
    const chapters = ["a", "b", "c"].map((id) => ({ id, sections: ["The walk", "Recap"] }));
    const goesOn = (...read: readonly string[]) => {
      const progress = read.reduce(
        (now, chapter) => {
          const walked = withReached(now, chapter, "The walk");
          return withReached(walked, chapter, "Recap");
        },
        withReached({}, "b", "The walk"),
      );
      const next = nextToRead(progress, chapters);
      return next && `${next.chapter.id}: ${next.section}`;
    };
    expect(nextToRead({}, chapters)).toEqual({ chapter: chapters[0], section: "The walk" });
    expect(goesOn()).toBe("b: Recap");
    expect(goesOn("b")).toBe("c: The walk");
    expect(goesOn("b", "c")).toBe("a: The walk");
    expect(goesOn("b", "c", "a")).toBe(undefined);
  });
});
