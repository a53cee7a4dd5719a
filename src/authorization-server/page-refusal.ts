/** A refusal that is shown to the user and can redirect nowhere (RFC 6749 §4.1.2.1). */
export interface PageRefusal {
  readonly to: "user";
  readonly reason:
    | "malformed"
    | "too_large"
    | "client_unknown"
    | "redirect_uri_unregistered"
    | "interaction_unknown"
    | "other_browser"
    | "not_signed_in"
    | "another_user"
    | "nobody_waits"
    | "decision_unclear";
}

/** A refusal that the user is shown, and nobody else. */
export function refusePage(reason: PageRefusal["reason"]): PageRefusal {
  return { to: "user", reason };
}
