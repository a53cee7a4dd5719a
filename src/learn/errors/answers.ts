/** Stand for answers that carry no error code. */

/** A page for the user, because there is nowhere a redirect could safely go (RFC 6749 §4.1.2.1). */
export const PAGE = "error-page";

/** 401 with a challenge and no code: the request carried no credentials (RFC 6750 §3.1). */
export const NO_CODE = "no-credentials";

/** A check of the client’s own: nobody answered, the client itself does not go on. */
export const CLIENT = "client-check";
