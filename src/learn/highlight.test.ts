import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { highlight } from "./highlight.ts";

describe("highlighting", () => {
  it("tells comments, strings, keywords, numbers and calls apart", () => {
    expect(highlight('const a = send("b//c", 12); // why')).toEqual([
      { kind: "keyword", text: "const" },
      { kind: "other", text: " a = " },
      { kind: "name", text: "send" },
      { kind: "other", text: "(" },
      { kind: "string", text: '"b//c"' },
      { kind: "other", text: ", " },
      { kind: "number", text: "12" },
      { kind: "other", text: "); " },
      { kind: "comment", text: "// why" },
    ]);
  });

  it("keeps every letter of any source", () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        expect(
          highlight(source)
            .map(({ text }) => text)
            .join(""),
        ).toBe(source);
      }),
    );
  });
});
