/** Stand for answers that carry no error code. */

/** A page for the user, because there is nowhere a redirect could safely go (RFC 6749 §4.1.2.1). */
export const PAGE = "error-page";

/** 401 with a challenge and no code: the request carried no credentials (RFC 6750 §3.1). */
export const NO_CODE = "no-credentials";

/** A check of the client’s own: nobody answered, the client itself does not go on. */
export const CLIENT = "client-check";

const TITLES: Readonly<Record<string, string>> = {
  [PAGE]: "An error page, and no redirect",
  [NO_CODE]: "401 and no error code",
  [CLIENT]: "The client’s own checks",
};

/** What the page of an error is called: its code, where it has one. */
export function errorTitle(code: string): string {
  return TITLES[code] ?? code;
}
