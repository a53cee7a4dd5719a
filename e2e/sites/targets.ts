import { withoutPage } from "../../src/attacks/script-in-page/page.ts";
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
  "authorization-code/token-mediating",
  "implicit",
];

/** Why a column is not run at real sites; nothing when it is. */
export function notRunAgainst({ id, flow }: Target): string | undefined {
  if (realTargets.includes(id)) return undefined;
  if (flow.sandbox.clientSite === "app") return APP;
  if (withoutPage(flow) !== undefined) return NO_PAGE;
  return flow.sandbox.allowed === undefined ? OTHER : BEGUN;
}

const NO_PAGE =
  "the client has no page in a browser, so for what is tried on it a browser has nothing to decide";
const BEGUN =
  "these walks begin with a code that the lab’s authorization server was given to remember, and Print at the real sites begins with a sign-in; scripts in pages like these are run there in the columns of the authorization code grant";
const APP =
  "the client is an app of the device; which app gets an address no browser decides, and what the app does no browser sees";
const OTHER = "Print is not built there as a client of this kind";
