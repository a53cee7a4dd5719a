import { expect, it } from "vitest";
import { blocksIn } from "./go.ts";

it("a profile tells which blocks of the sample were executed, and nothing of the file that was added", () => {
  const profile = [
    "mode: atomic",
    "print-photos/main.go:12.34,15.2 2 3",
    "print-photos/main.go:15.16,17.3 1 0",
    "print-photos/at_the_end.go:11.13,14.12 3 0",
    "",
  ];
  expect(blocksIn("sample/go", profile.join("\n"))).toEqual([
    { file: "sample/go/main.go", line: 12, name: "block at 34", executed: true },
    { file: "sample/go/main.go", line: 15, name: "block at 16", executed: false },
  ]);
});
