import * as v from "valibot";

/** The shape of `matrix.json`. */
export const MatrixFile = v.object({
  version: v.literal(1),
  cells: v.array(
    v.object({
      attack: v.string(),
      grant: v.string(),
      verdict: v.picklist(["succeeds", "stopped", "does not apply"]),
      by: v.exactOptional(v.string()),
      reason: v.exactOptional(v.string()),
      modelled: v.exactOptional(v.string()),
    }),
  ),
});
