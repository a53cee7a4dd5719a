import type { Term } from "./term.ts";

/** Terms from J to Z. */
export const laterTerms: readonly Term[] = [
  {
    name: "JWK Set",
    also: ["JWKS", "jwks_uri"],
    meaning:
      "The public keys of an authorization server, by which anybody can check its signatures.",
    spec: "RFC 7517 §5",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "keys" },
  },
  {
    name: "JWT",
    also: ["JSON Web Token"],
    meaning:
      "Claims as a JSON object, signed or encrypted; here always signed. Everybody can read it; trust what it says only once its signature is checked.",
    spec: "RFC 7519 §1",
    seen: { grant: "access-token", variant: "header", step: "api" },
  },
  {
    name: "loopback redirect",
    also: ["localhost", "127.0.0.1"],
    meaning:
      "A redirect URI on the user’s own machine, 127.0.0.1 or [::1], for native apps. Only its port may differ from what is registered.",
    spec: "RFC 8252 §7.3",
    seen: { grant: "authorization-code", variant: "native-app", step: "callback" },
  },
  {
    name: "metadata",
    also: ["discovery", ".well-known"],
    meaning: "What an authorization server says of itself: its endpoints, and what it supports.",
    spec: "RFC 8414 §2",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "keys" },
  },
  {
    name: "native app",
    also: ["mobile", "desktop"],
    meaning:
      "An application on the user’s device. It uses the system’s browser, and is as a rule a public client.",
    spec: "RFC 8252 §1",
    seen: { grant: "authorization-code", variant: "native-app", step: "authorize" },
  },
  {
    name: "nonce",
    meaning: "A random value the client sends with the request and finds again in the ID token.",
    spec: "OpenID Connect Core §3.1.2.1",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "validate" },
  },
  {
    name: "opaque token",
    also: ["reference token"],
    meaning: "A token that says nothing by itself; the API asks the authorization server about it.",
    spec: "RFC 6749 §1.4",
    seen: { grant: "access-token", variant: "opaque", step: "api" },
  },
  {
    name: "OpenID Connect",
    also: ["OIDC", "login", "sign in"],
    meaning: "Sign-in on top of OAuth: the ID token, UserInfo, and rules to check them.",
    spec: "OpenID Connect Core §1",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "validate" },
  },
  {
    name: "PKCE",
    also: ["pixy"],
    meaning:
      "Proof Key for Code Exchange: whoever redeems a code must be the one that asked for it. For every client.",
    spec: "RFC 7636 §1",
    seen: { grant: "authorization-code", variant: "public-pkce", step: "redeem" },
  },
  {
    name: "private_key_jwt",
    also: ["client assertion"],
    meaning: "Client authentication with a signed statement. The key never leaves the client.",
    spec: "RFC 7523 §2.2",
    seen: { grant: "client-credentials", variant: "private-key-jwt", step: "token" },
  },
  {
    name: "prompt",
    also: ["prompt=none", "silent flow"],
    meaning:
      "Asks the authorization server to make the user sign in again, to consent again, or to show nothing at all.",
    spec: "OpenID Connect Core §3.1.2.1",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "authorize" },
  },
  {
    name: "public client",
    meaning: "A client that can keep no secret, because it runs on its users’ devices.",
    spec: "RFC 6749 §2.1",
    seen: { grant: "authorization-code", variant: "public-pkce", step: "redeem" },
  },
  {
    name: "redirect URI",
    also: ["redirect_uri", "callback URL"],
    meaning:
      "Where the authorization server sends the browser back to. It is registered, and compared character by character.",
    spec: "RFC 9700 §2.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "authorize" },
  },
  {
    name: "refresh token",
    also: ["refresh_token", "offline_access"],
    meaning: "Gets new access tokens without the user. It goes to the authorization server only.",
    spec: "RFC 6749 §1.5",
    seen: { grant: "refresh-token", variant: "rotating-public", step: "refresh" },
  },
  {
    name: "resource owner",
    also: ["user", "end user"],
    meaning: "Who can allow access to something: most often a user. Here it is Alice.",
    spec: "RFC 6749 §1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "consent" },
  },
  {
    name: "resource owner password credentials",
    also: ["password grant", "ROPC"],
    meaning:
      "The grant in which the client asks for the user’s password itself. It is gone from OAuth 2.1.",
    spec: "RFC 9700 §2.4",
    seen: { grant: "password", variant: "legacy", step: "token" },
  },
  {
    name: "resource server",
    also: ["API"],
    meaning:
      "Holds what is to be reached, and answers whoever shows a good access token. Here it is api.example.",
    spec: "RFC 6749 §1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "api" },
  },
  {
    name: "response_type",
    meaning:
      "Says what the authorization endpoint is to answer with: code, or, in former times, token.",
    spec: "RFC 6749 §3.1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "authorize" },
  },
  {
    name: "revocation",
    also: ["revoke", "sign out", "logout"],
    meaning: "Telling the authorization server that a token is not needed any more.",
    spec: "RFC 7009 §2",
    seen: { grant: "access-token", variant: "opaque", step: "revoke" },
  },
  {
    name: "rotation",
    also: ["reuse detection", "token family"],
    meaning:
      "Each use of a refresh token gives a new one and ends the old. A second use of the old one is noticed, and ends the whole family.",
    spec: "RFC 9700 §4.14.2",
    seen: { grant: "refresh-token", variant: "reuse-detected", step: "print_again" },
  },
  {
    name: "scope",
    meaning:
      "What the access is for, as names with spaces between. The user may allow less than was asked.",
    spec: "RFC 6749 §3.3",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "consent" },
  },
  {
    name: "session",
    also: ["cookie"],
    meaning:
      "What a site remembers of a browser, by a cookie. That of the authorization server is another than that of the client.",
    spec: "RFC 6265 §1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "signed_in" },
  },
  {
    name: "slow_down",
    meaning: "The answer to a device that polls too often: from now on it waits five seconds more.",
    spec: "RFC 8628 §3.5",
    seen: { grant: "device-code", variant: "frame", step: "poll_early" },
  },
  {
    name: "state",
    meaning:
      "A value the client ties to the browser that asked; it must come back with the answer.",
    spec: "RFC 6749 §10.12",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "check" },
  },
  {
    name: "sub",
    also: ["subject"],
    meaning: "A claim of a token: about whom it is. Unique at its issuer only.",
    spec: "RFC 7519 §4.1.2",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "match" },
  },
  {
    name: "token endpoint",
    also: ["/token"],
    meaning: "Where a client gets tokens, in a direct request.",
    spec: "RFC 6749 §3.2",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "redeem" },
  },
  {
    name: "token-mediating backend",
    meaning:
      "A server that gets the tokens for a page and hands it the access token. The refresh token it keeps.",
    spec: "RFC 10017 §6.2",
    seen: { grant: "authorization-code", variant: "token-mediating", step: "hand_over" },
  },
  {
    name: "user code",
    also: ["user_code"],
    meaning: "The short code a device shows, for its user to enter elsewhere.",
    spec: "RFC 8628 §3.2",
    seen: { grant: "device-code", variant: "frame", step: "show_code" },
  },
  {
    name: "UserInfo endpoint",
    also: ["/userinfo"],
    meaning:
      "Where a client asks about the user who signed in. The sub of the answer must be that of the ID token.",
    spec: "OpenID Connect Core §5.3",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "userinfo" },
  },
  {
    name: "WWW-Authenticate",
    also: ["invalid_token", "challenge"],
    meaning: "The header in which an API says why it refused, and what it wants.",
    spec: "RFC 6750 §3",
    seen: { grant: "access-token", variant: "header", step: "bare" },
  },
];
