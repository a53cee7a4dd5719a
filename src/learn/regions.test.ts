import { describe, expect, it } from "vitest";
import { regionNamed, regionsOf, piecesOf } from "./regions.ts";

const source = [
  "const a = 1;",
  "// #region prepare",
  "const verifier = make();",
  "// #endregion",
  "function run() {",
  "  // #region redeem, refresh",
  "  send();",
  "",
  "    // #region inner",
  "    deep();",
  "    // #endregion",
  "  // #endregion",
  "}",
].join("\n");

describe("the regions of a source file", () => {
  it("gives each region its names, its first line and its text at the left margin", () => {
    expect(regionsOf(source)).toEqual([
      { names: ["prepare"], line: 3, text: "const verifier = make();" },
      { names: ["redeem", "refresh"], line: 7, text: "send();\n\n  deep();" },
      { names: ["inner"], line: 10, text: "deep();" },
    ]);
  });

  it("leaves out the blank lines that Go has beside its marks", () => {
    const go =
      "var a\n\n// #region send\n\n// send sends.\nfunc send() {}\n\n// #endregion\n\nvar b";
    expect(regionsOf(go)).toEqual([
      { names: ["send"], line: 5, text: "// send sends.\nfunc send() {}" },
    ]);
  });

  it("finds a region by any of its names, and nothing for a name no mark carries", () => {
    const regions = regionsOf(source);
    expect(regionNamed(regions, "refresh")?.line).toBe(7);
    expect(regionNamed(regions, "revoke")).toBe(undefined);
  });

  it("refuses a region that is never closed", () => {
    expect(() => regionsOf("// #region redeem\nsend();")).toThrow(
      new RangeError("Region “redeem” is never closed."),
    );
  });

  it("refuses an end without a beginning", () => {
    expect(() => regionsOf("send();\n// #endregion")).toThrow(
      new RangeError("Line 2 closes a region that is not open."),
    );
  });

  it("reads files whose lines end in CRLF", () => {
    expect(regionsOf("// #region a\r\nsend();\r\n// #endregion\r\n")).toEqual([
      { names: ["a"], line: 2, text: "send();" },
    ]);
  });

  it("knows the comments of Python and of shells", () => {
    const python = "def run():\n    # #region a\n    send()\n    # #endregion\n# why";
    expect(regionsOf(python)).toEqual([{ names: ["a"], line: 3, text: "send()" }]);
  });
});

describe("the pieces of a source file", () => {
  it("are all of it but the marks, each with the region it begins", () => {
    expect(piecesOf(source)).toEqual([
      { names: [], inRegion: false, apart: false, text: "const a = 1;" },
      { names: ["prepare"], inRegion: true, apart: false, text: "const verifier = make();" },
      { names: [], inRegion: false, apart: false, text: "function run() {" },
      { names: ["redeem", "refresh"], inRegion: true, apart: false, text: "  send();" },
      { names: ["inner"], inRegion: true, apart: true, text: "    deep();" },
      { names: [], inRegion: false, apart: false, text: "}" },
    ]);
  });

  it("keep one blank line of those that Go has beside its marks", () => {
    const go = "var a\n\n// #region send\n\nfunc send() {}\n\n// #endregion\n\nvar b\n";
    expect(piecesOf(go)).toEqual([
      { names: [], inRegion: false, apart: false, text: "var a" },
      { names: ["send"], inRegion: true, apart: true, text: "func send() {}" },
      { names: [], inRegion: false, apart: true, text: "var b" },
    ]);
  });

  it("take a region that begins with another for one that has both names", () => {
    expect(piecesOf("# #region a\n# #region b\nsend\n# #endregion\n# #endregion\n")).toEqual([
      { names: ["a", "b"], inRegion: true, apart: false, text: "send" },
    ]);
  });

  it("are one for a file without regions", () => {
    expect(piecesOf("a\n\nb\n")).toEqual([
      { names: [], inRegion: false, apart: false, text: "a\n\nb" },
    ]);
  });
});
