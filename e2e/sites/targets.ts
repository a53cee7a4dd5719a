import type { Target } from "../../src/attacks/target.ts";

/**
 * The columns of the matrix that are run at real sites: those whose client Print is there, as a page or as a server.
 * Ids of targets.
 */
export const realTargets: readonly string[] = [
  "authorization-code/classic",
  "authorization-code/secret-pkce",
  "authorization-code/public-pkce",
  "authorization-code/openid-connect",
  "implicit",
];

/** Why a column is not run at real sites; nothing when it is. */
export function notRunAgainst({ id, client }: Target): string | undefined {
  if (realTargets.includes(id)) return undefined;
  return client.answer === "nothing"
    ? "nothing comes back to its client through a browser, so a browser has nothing to decide"
    : "Print is not built as this client there";
}
