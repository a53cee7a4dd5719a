import type { Party } from "../../flow/define-flow.ts";
import type { BrowserView } from "../../flow/trace.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { API } from "../cast.ts";
import { apiRefusals, readPhotos } from "../steps/api-call.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties } from "../steps/parties.ts";

/** The chapters that every walk of this grant has. */
export const gettingIt = { id: "tokens", title: "Print gets its access token" } as const;
export const usingIt = { id: "use", title: "Print calls the API" } as const;

/** Print is opened, and its code is to be redeemed. */
export const openPrint = {
  ...pageSteps.click,
  chapter: gettingIt.id,
  outcomes: { page: { label: "200 page and script", next: "redeem" } },
} as const;

/** A script of somebody else's that runs on the same page, with the same rights. */
export const otherScript = {
  ...parties.page,
  name: "Another script",
  what: "Runs on print.example’s pages beside Print’s own script, and may do all that script may: an advertisement, a library, an injected line.",
} satisfies Party;

/** What can come of a call that the API is to refuse; where it does not, the walk goes on all the same. */
export function refusals<const First extends keyof typeof apiRefusals, const S extends string>(
  first: First,
  label: string,
  next: S,
  served: S | undefined = next,
) {
  const { [first]: _, ...others } = { ...apiRefusals };
  return {
    [first]: { label, next },
    ok: { label: "200 photos", next: served, read: readPhotos },
    ...others,
  };
}

/** A request for the photos without any token. */
export function bareRequest(): WireRequest {
  return { method: "GET", url: `${API}/photos`, headers: [["Accept", "application/json"]] };
}

/** The token, where it is among all that a script can read of cookies and storage. */
export function tokenAmong({ scriptCanRead }: BrowserView, token: string): string | undefined {
  return tokenIn(JSON.stringify(scriptCanRead ?? {}), token);
}

/** The token, where it is in a text. Whatever its form: an opaque one looks like nothing in particular. */
export function tokenIn(text: string, token: string): string | undefined {
  return text.includes(token) ? token : undefined;
}
