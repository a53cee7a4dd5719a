/** Stand for answers that carry no error code. */

/** A page for the user, because there is nowhere a redirect could safely go (RFC 6749 §4.1.2.1). */
export const PAGE = "error-page";

/** 401 with a challenge and no code: the request carried no credentials (RFC 6750 §3.1). */
export const NO_CODE = "no-credentials";

/** A check of the client’s own: nobody answered, the client itself does not go on. */
export const CLIENT = "client-check";

/** Everything there is a page about; `codes.ts` says what each means. Apart from it, for pages that only link. */
export const errorCodes = [
  "invalid_grant",
  "invalid_client",
  "unauthorized_client",
  "invalid_request",
  "invalid_scope",
  "unsupported_grant_type",
  "invalid_target",
  "invalid_dpop_proof",
  "use_dpop_nonce",
  "unsupported_token_type",
  "authorization_pending",
  "slow_down",
  "expired_token",
  "access_denied",
  "unsupported_response_type",
  "login_required",
  "consent_required",
  "interaction_required",
  "account_selection_required",
  "request_not_supported",
  "request_uri_not_supported",
  "server_error",
  "temporarily_unavailable",
  "invalid_token",
  "insufficient_scope",
  NO_CODE,
  PAGE,
  CLIENT,
  "invalid_client_metadata",
  "invalid_redirect_uri",
] as const;

const TITLES: Readonly<Record<string, string>> = {
  [PAGE]: "An error page, and no redirect",
  [NO_CODE]: "401 and no error code",
  [CLIENT]: "The client’s own checks",
};

/** What the page of an error is called: its code, where it has one. */
export function errorTitle(code: string): string {
  return TITLES[code] ?? code;
}
