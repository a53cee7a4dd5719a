import { expect, it } from "vitest";
import { gaps, type Piece } from "./pieces.ts";

const piece = (line: number, executed: boolean, name = "line", file = "client.py"): Piece => ({
  file,
  line,
  name,
  executed,
});

it("a piece that no run has executed is a gap", () => {
  expect(gaps([piece(3, true), piece(7, false)])).toEqual([{ file: "client.py", line: 7 }]);
});

it("what one run leaves out another may execute, before or after", () => {
  expect(gaps([piece(3, false), piece(3, true), piece(4, true), piece(4, false)])).toEqual([]);
});

it("an executed piece says nothing about others of its line, which is told once", () => {
  const line = [piece(3, true, "a"), piece(3, false, "b"), piece(3, false, "c")];
  expect(gaps(line)).toEqual([{ file: "client.py", line: 3 }]);
});

it("lines of the same number in two files are two, and are told in order", () => {
  const pieces = [piece(9, false, "line", "b.py"), piece(10, false), piece(9, false)];
  expect(gaps(pieces)).toEqual([
    { file: "b.py", line: 9 },
    { file: "client.py", line: 9 },
    { file: "client.py", line: 10 },
  ]);
});
