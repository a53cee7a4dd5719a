import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grammarFor, highlight } from "./highlight.ts";

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

  it("knows the comments and words of Python, Go and shells by the ending of the file", () => {
    expect(highlight("def run():  # why", grammarFor("client.py"))).toEqual([
      { kind: "keyword", text: "def" },
      { kind: "other", text: " " },
      { kind: "name", text: "run" },
      { kind: "other", text: "():  " },
      { kind: "comment", text: "# why" },
    ]);
    expect(highlight("if [ $# = 0 ]", grammarFor("client.sh"))).toEqual([
      { kind: "keyword", text: "if" },
      { kind: "other", text: " [ $# = " },
      { kind: "number", text: "0" },
      { kind: "other", text: " ]" },
    ]);
    expect(highlight("func x // why", grammarFor("main.go"))).toEqual([
      { kind: "keyword", text: "func" },
      { kind: "other", text: " x " },
      { kind: "comment", text: "// why" },
    ]);
    expect(grammarFor("README.md")).toBe(undefined);
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
