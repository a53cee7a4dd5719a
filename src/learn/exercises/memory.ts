import type { Criterion } from "../exercise.ts";

/** Everything that came of what the user allowed works no more; for that reason, where one is given. */
export function revoked(says: string, reason?: string): Criterion {
  return {
    says,
    holds: ({ memory }) =>
      memory.remembered.some(
        (one) =>
          one.kind === "grant" &&
          one.state === "revoked" &&
          (reason === undefined || one.reason === reason),
      ),
  };
}
