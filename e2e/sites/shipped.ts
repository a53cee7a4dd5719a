import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Cell } from "../../src/attacks/matrix.ts";
import { MatrixFile } from "../../src/attacks/matrix-file.ts";

const file = new URL("../../src/attacks/matrix.json", import.meta.url);

/** The cells of the matrix that this version ships. */
export const shippedCells: readonly Cell[] = v.parse(
  MatrixFile,
  JSON.parse(readFileSync(file, "utf8")),
).cells;
