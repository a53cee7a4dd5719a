import type { Term } from "./term.ts";

/** Terms from A to I. */
export const firstTerms: readonly Term[] = [
  {
    name: "access token",
    also: ["token", "bearer"],
    meaning:
      "What a client shows to an API to be let in. It says what was allowed, and for how long; to the client it is an opaque string.",
    spec: "RFC 6749 §1.4",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "api" },
  },
  {
    name: "API",
    meaning: "The usual word for what RFC 6749 calls a resource server.",
    spec: "RFC 6749 §1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "api" },
  },
  {
    name: "at_hash",
    meaning:
      "A claim of the ID token: half of the hash of the access token that came with it. It ties the two together.",
    spec: "OpenID Connect Core §3.1.3.6",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "validate" },
  },
  {
    name: "aud",
    also: ["audience"],
    meaning:
      "A claim of a token: for whom it was issued. An API refuses an access token for another API; a client refuses an ID token for another client.",
    spec: "RFC 7519 §4.1.3",
    seen: { grant: "access-token", variant: "refusals", step: "audience" },
  },
  {
    name: "authorization code",
    also: ["code"],
    meaning:
      "What the authorization server sends back through the browser once the user has allowed it. It works once, for a minute or so, and only for the client that asked.",
    spec: "RFC 6749 §1.3.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "callback" },
  },
  {
    name: "authorization endpoint",
    also: ["/authorize"],
    meaning: "Where the browser is sent, so that the user can sign in and consent.",
    spec: "RFC 6749 §3.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "authorize" },
  },
  {
    name: "authorization grant",
    also: ["grant", "grant type", "flow"],
    meaning:
      "What a client gets tokens with: a code, its own credentials, a device code. The word also names the whole way there.",
    spec: "RFC 6749 §1.3",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "redeem" },
  },
  {
    name: "authorization request",
    meaning:
      "The address the client sends the browser to: who asks, for what, and where the answer goes.",
    spec: "RFC 6749 §4.1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "authorize" },
  },
  {
    name: "authorization server",
    also: ["AS", "OpenID provider", "OP", "identity provider", "IdP"],
    meaning:
      "Knows the users and the clients, asks the user, and issues tokens. Here it is auth.example.",
    spec: "RFC 6749 §1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "login_page" },
  },
  {
    name: "authorization_pending",
    meaning:
      "The answer to a device that polls while the user has not decided yet. It is no refusal: the device asks again after the interval.",
    spec: "RFC 8628 §3.5",
    seen: { grant: "device-code", variant: "frame", step: "poll_early" },
  },
  {
    name: "back channel",
    meaning: "A direct request from one server to another. No browser sees it.",
    spec: "RFC 6749 §10.16",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "redeem" },
  },
  {
    name: "backend for frontend",
    also: ["BFF"],
    meaning:
      "A server that holds the tokens for a page. The page has a cookie and asks this server, which asks the API.",
    spec: "RFC 10017 §6.1",
    seen: { grant: "authorization-code", variant: "bff", step: "home" },
  },
  {
    name: "bearer token",
    also: ["Authorization header"],
    meaning:
      "A token that works for whoever holds it, as cash does. One that is bound to a key is no bearer token.",
    spec: "RFC 6750 §1.2",
    seen: { grant: "access-token", variant: "header", step: "api" },
  },
  {
    name: "claim",
    meaning: "A statement in a JWT: who issued it, for whom, about whom, until when.",
    spec: "RFC 7519 §2",
    seen: { grant: "access-token", variant: "header", step: "api" },
  },
  {
    name: "client",
    also: ["app", "relying party", "RP"],
    meaning:
      "The application that wants access; not the browser. Here it is Print, at print.example.",
    spec: "RFC 6749 §1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "prepare" },
  },
  {
    name: "client authentication",
    also: ["client_secret_basic", "client_secret_post"],
    meaning:
      "How a confidential client proves to the authorization server which client it is: with a secret, or with a key.",
    spec: "RFC 6749 §2.3",
    seen: { grant: "client-credentials", variant: "basic", step: "token" },
  },
  {
    name: "client credentials",
    meaning: "The grant without a user: a service asks in its own name, for what is its own.",
    spec: "RFC 6749 §4.4",
    seen: { grant: "client-credentials", variant: "basic", step: "token" },
  },
  {
    name: "client secret",
    also: ["client_secret"],
    meaning:
      "A password of the client’s own, known to its server and the authorization server. What is shipped to browsers or phones is no secret.",
    spec: "RFC 6749 §2.3.1",
    seen: { grant: "client-credentials", variant: "post", step: "token" },
  },
  {
    name: "client_id",
    meaning: "The public name of a client at an authorization server. It proves nothing.",
    spec: "RFC 6749 §2.2",
    seen: { grant: "authorization-code", variant: "public-pkce", step: "authorize" },
  },
  {
    name: "code_challenge",
    also: ["challenge", "S256"],
    meaning:
      "The SHA-256 of the verifier. It travels with the authorization request; the verifier cannot be computed from it.",
    spec: "RFC 7636 §4.2",
    seen: { grant: "authorization-code", variant: "public-pkce", step: "authorize" },
  },
  {
    name: "code_verifier",
    also: ["verifier"],
    meaning: "A random value the client makes for one request, and shows when it redeems the code.",
    spec: "RFC 7636 §4.1",
    seen: { grant: "authorization-code", variant: "public-pkce", step: "redeem" },
  },
  {
    name: "confidential client",
    meaning: "A client that can keep a secret, because it runs on a server.",
    spec: "RFC 6749 §2.1",
    seen: { grant: "authorization-code", variant: "classic", step: "redeem" },
  },
  {
    name: "consent",
    also: ["approve", "allow"],
    meaning: "The user’s decision to allow this client this much.",
    spec: "RFC 6749 §1.1",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "consent" },
  },
  {
    name: "cross-site request forgery",
    also: ["CSRF", "XSRF"],
    meaning:
      "Making somebody’s browser send a request they did not mean. In OAuth: planting an answer in another session.",
    spec: "RFC 6749 §10.12",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "check" },
  },
  {
    name: "device code",
    also: ["device_code"],
    meaning:
      "What a device without a keyboard polls with, while its user allows it on another device.",
    spec: "RFC 8628 §3.2",
    seen: { grant: "device-code", variant: "frame", step: "codes" },
  },
  {
    name: "DPoP",
    also: ["proof of possession", "sender-constrained"],
    meaning:
      "Binds tokens to a key: with every request the client signs a proof. A stolen token alone is then worth nothing.",
    spec: "RFC 9449 §1",
    seen: { grant: "access-token", variant: "header", step: "api" },
  },
  {
    name: "exp",
    also: ["expiry", "expires_in", "lifetime"],
    meaning: "A claim of a token: when it ends. The API reads it by its own clock.",
    spec: "RFC 7519 §4.1.4",
    seen: { grant: "access-token", variant: "refusals", step: "expired" },
  },
  {
    name: "fragment",
    meaning:
      "The part of an address after #. It is not sent to a server, but the page’s scripts can read it, and a redirect takes it along.",
    spec: "RFC 3986 §3.5",
    seen: { grant: "implicit", variant: "page", step: "callback" },
  },
  {
    name: "front channel",
    also: ["redirect"],
    meaning:
      "A message that goes through the browser as an address it opens. The browser, its history and the scripts of the page it opens can read it.",
    spec: "RFC 10017 §7.2",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "callback" },
  },
  {
    name: "ID token",
    also: ["id_token"],
    meaning:
      "A JWT for the client that says who signed in, where, when and how. It is not for APIs.",
    spec: "OpenID Connect Core §2",
    seen: { grant: "authorization-code", variant: "openid-connect", step: "validate" },
  },
  {
    name: "implicit grant",
    also: ["response_type=token"],
    meaning:
      "The grant that answered with the access token itself, in the fragment. It should not be used any more.",
    spec: "RFC 6749 §1.3.2",
    seen: { grant: "implicit", variant: "page", step: "callback" },
  },
  {
    name: "introspection",
    meaning: "Asking the authorization server what a token says and whether it still holds.",
    spec: "RFC 7662 §2",
    seen: { grant: "access-token", variant: "opaque", step: "after" },
  },
  {
    name: "iss",
    also: ["issuer", "mix-up"],
    meaning:
      "The issuer: which authorization server answered, or made this token. A client that knows several servers compares it.",
    spec: "RFC 9207 §2",
    seen: { grant: "authorization-code", variant: "secret-pkce", step: "check" },
  },
];
