import type { CheckId } from "./causes.ts";

/** What people run into most, in that order; every other cause comes after these, in the order of the checks. */
export const mostCommon: readonly CheckId[] = [
  "token.code-fresh",
  "token.code-unspent",
  "token.redirect-uri",
  "token.pkce",
  "token.refresh-unspent",
  "token.grant-live",
  "token.refresh-idle",
  "token.refresh-fresh",
  "token.code-client",
  "token.refresh-client",
  "token.code-known",
  "token.refresh-known",
  "token.client-authenticated",
  "authorize.redirect-uri",
  "authorize.pkce-present",
  "api.expiry",
  "api.audience",
  "api.scope",
  "client.state",
];

/** A sign by which a cause of `invalid_grant` is known. */
export interface Sign {
  readonly check: CheckId;
  /** What is the case; goes on after “if”. */
  readonly sign: string;
}

/** The causes of `invalid_grant`, by what was sent, the commonest first. */
export const signsOfInvalidGrant: readonly {
  readonly sent: string;
  readonly signs: readonly Sign[];
}[] = [
  {
    sent: "an authorization code",
    signs: [
      { check: "token.code-fresh", sign: "it is older than its lifetime, which is a minute here" },
      { check: "token.code-unspent", sign: "the same code was sent before: a reload, a retry" },
      { check: "token.redirect-uri", sign: "redirect_uri differs from the first request’s" },
      { check: "token.pkce", sign: "code_verifier is another one, or missing" },
      { check: "token.code-client", sign: "another client_id asked for the code" },
      {
        check: "token.code-known",
        sign: "the code was cut, decoded twice, or is another server’s",
      },
    ],
  },
  {
    sent: "a refresh token",
    signs: [
      { check: "token.refresh-unspent", sign: "it was used before, and replaced" },
      { check: "token.grant-live", sign: "the user or the server revoked what was allowed" },
      { check: "token.refresh-idle", sign: "nobody used it for weeks" },
      { check: "token.refresh-fresh", sign: "the sign-in was months ago" },
      { check: "token.refresh-client", sign: "it was issued to another client_id" },
      { check: "token.refresh-key", sign: "it is bound to a key, and the proof shows another" },
      { check: "token.refresh-known", sign: "it was cut, or is another server’s" },
    ],
  },
  {
    sent: "a device code",
    signs: [
      { check: "token.device-unspent", sign: "the tokens have been fetched already" },
      { check: "token.device-client", sign: "another client_id asked for the codes" },
      { check: "token.device-known", sign: "it is the user code, or another server’s" },
    ],
  },
  {
    sent: "a password",
    signs: [
      { check: "token.password", sign: "name and password do not belong together" },
      { check: "token.password-guesses", sign: "there were too many wrong ones" },
    ],
  },
  {
    sent: "a token to be revoked",
    signs: [{ check: "revoke.token-client", sign: "it was issued to another client_id" }],
  },
];

/** When other servers answer `invalid_grant`, too; none of it is a check of the servers here. */
export const invalidGrantElsewhere: readonly {
  /** Goes on after “Providers also say so when”. */
  readonly when: string;
  /** What allows it. */
  readonly spec: string;
}[] = [
  {
    when: "a JWT sent as the grant has expired, or is not valid yet because the clocks differ",
    spec: "RFC 7523 §3.1",
  },
  {
    when: "the aud of that JWT is not this server, its sub is nobody the client may act for, or its signature is wrong",
    spec: "RFC 7523 §3.1",
  },
  {
    when: "the user changed the password, or signed out at the provider",
    spec: "RFC 9700 §4.14.2",
  },
  {
    when: "the user or an administrator has withdrawn the consent",
    spec: "RFC 6749 §5.2",
  },
  {
    when: "the client holds too many refresh tokens for one user, so that the oldest ended",
    spec: "RFC 6749 §5.2",
  },
  {
    when: "the application is registered as one in testing, and its refresh tokens end within days",
    spec: "RFC 6749 §5.2",
  },
];
