/** The `client_assertion_type` of JWTs (RFC 7523 §2.2). */
export const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** How long an assertion may be valid when it arrives, in seconds (RFC 7523 §3, item 4). */
export const ASSERTION_LIFETIME = 300;

/** How far a client's clock may be ahead, in seconds. */
const AHEAD = 10;

/** For how long an assertion can be used at all, and its use has to be remembered, in seconds. */
export const ASSERTION_WINDOW = ASSERTION_LIFETIME + AHEAD;

/** Whether an assertion with these claims may be used now, epoch seconds (RFC 7523 §3, items 4 to 6). */
export function isTimely(claims: Readonly<Record<string, unknown>>, now: number): boolean {
  const { exp, nbf, iat } = claims;
  if (typeof exp !== "number" || exp <= now || exp > now + ASSERTION_WINDOW) return false;
  return [nbf, iat].every(
    (time) => time === undefined || (typeof time === "number" && time <= now + AHEAD),
  );
}
