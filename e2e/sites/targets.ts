import type { Target } from "../../src/attacks/target.ts";

/**
 * The columns of the matrix that are run at real sites: those whose client Print is there, as a page, as a server, or as a
 * page with a backend.
 * Ids of targets.
 */
export const realTargets: readonly string[] = [
  "authorization-code/classic",
  "authorization-code/secret-pkce",
  "authorization-code/public-pkce",
  "authorization-code/openid-connect",
  "authorization-code/bff",
  "implicit",
];

/** Why a column is not run at real sites; nothing when it is. */
export function notRunAgainst({ id, client, flow }: Target): string | undefined {
  if (realTargets.includes(id)) return undefined;
  if (client.answer === "nothing") return NOTHING;
  return flow.sandbox.clientSite === "app" ? APP : OTHER;
}

const NOTHING =
  "in these walks nothing comes back through a browser, so a browser has nothing to decide";
const APP =
  "the client is an app of the device; which app gets an address no browser decides, and what the app does no browser sees";
const OTHER = "Print is not built there as a client of this kind";
