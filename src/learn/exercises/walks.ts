import type { Grant } from "../../grants/grant.ts";
import type { ExerciseWalk } from "../exercise.ts";

/** A variant of a grant as the walk of an exercise. Throws `RangeError` when the grant has none of that id. */
export function walkFrom(grant: Grant, variant: string): ExerciseWalk {
  const found = grant.variants.find(({ id }) => id === variant);
  if (found === undefined) throw new RangeError(`${grant.id} has no variant “${variant}”.`);
  return {
    id: `${grant.id}.${variant}`,
    title: `${grant.title}: ${found.title}`,
    flow: found.flow,
  };
}
