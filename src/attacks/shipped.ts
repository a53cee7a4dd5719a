import * as v from "valibot";
import type { Matrix } from "./matrix.ts";
import file from "./matrix.json";
import { MatrixFile } from "./matrix-file.ts";

/** The matrix this version came with: what every run came to when it was built. */
export const shipped: Matrix = v.parse(MatrixFile, file);
