import { readIssued } from "../steps/allowed.ts";
import { tokenRefusals } from "../steps/tokens.ts";

/** The story every variant tells. */
export const chapters = [
  { id: "tokens", title: "Print gets its tokens" },
  { id: "use", title: "Print calls the API" },
  { id: "expired", title: "The access token expires" },
  { id: "refresh", title: "Print refreshes" },
  { id: "again", title: "Print sends the original request again" },
] as const;

/** What Print tells Alice when its refresh token is over. */
export const STALE = "Please sign in again: what you allowed has ended.";

/** What can come of a refresh: new tokens, the end of the refresh token, or a refusal that leaves it waiting. */
export function refreshed<const S extends string>(next: S, over: S) {
  return {
    ok: { label: "200 access_token", next, read: readIssued },
    ...tokenRefusals,
    invalid_grant: ended(over),
  };
}

function ended<S extends string>(next: S) {
  return { label: "400 invalid_grant", next, read: () => ({ problem: STALE }) };
}
