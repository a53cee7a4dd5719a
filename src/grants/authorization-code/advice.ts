import type { GrantAdvice } from "../grant.ts";

/** What the specifications say of each variant, and when to use it. */
export const authorizationCodeAdvice: GrantAdvice = {
  classic: {
    rfc6749: "Defined, and optimized for confidential clients (§4.1).",
    rfc9700:
      "Code injection MUST be prevented; a secret alone does not. PKCE is RECOMMENDED for it (§2.1.1).",
    oauth21:
      "Not without PKCE, except where an OpenID Connect nonce does its work (§4.1.1, §7.5.1). The draft contradicts itself: by §4.1.3 the token request for a code without a challenge MUST be rejected.",
    useWhen: "The authorization server knows no PKCE and cannot be changed.",
    dontUseWhen: "The authorization server knows PKCE: adding it costs three parameters.",
  },
  "secret-pkce": {
    rfc6749: "Defined (§4.1); PKCE was added by RFC 7636.",
    rfc9700: "RECOMMENDED for confidential clients (§2.1.1).",
    oauth21: "The way it is done there (§4.1).",
    useWhen:
      "The client has a server of its own, for a single-page app too: that server holds the tokens.",
    dontUseWhen:
      "The secret would be shipped to users: in a page, a mobile app or a program they download.",
  },
  "public-pkce": {
    rfc6749: "Defined for public clients too (§4.1); PKCE was added by RFC 7636.",
    rfc9700: "PKCE is a MUST for public clients (§2.1.1).",
    oauth21: "The way it is done there for clients without a secret (§4.1).",
    useWhen: "The client can keep no secret: a single-page, mobile or command-line app.",
    dontUseWhen:
      "A script in the page must never be able to take the tokens: then give the page a server that holds them.",
  },
  "native-app": {
    rfc6749: "A public client (§2.1); RFC 8252 says how it is done on a device.",
    rfc9700:
      "PKCE is a MUST for public clients (§2.1.1), and the browser of the system is what RFC 8252 §8.12 wants.",
    oauth21: "The way it is done there for native applications (§8).",
    useWhen: "The client is an app that people install, and a browser is at hand.",
    dontUseWhen: "There is no browser on the device, as on a television: use the device grant.",
  },
  bff: {
    rfc6749: "A confidential client like any other (§2.1, §4.1).",
    rfc9700:
      "As for every confidential client: PKCE is RECOMMENDED (§2.1.1). RFC 10017 §6.1 is about it.",
    oauth21: "The way it is done there (§4.1).",
    useWhen:
      "The application is a page, and what it does is worth stealing tokens for. RFC 10017 §6 names it first.",
    dontUseWhen: "There is no server to run, or the page’s requests must not pass through one.",
  },
  "token-mediating": {
    rfc6749: "A confidential client like any other (§2.1, §4.1).",
    rfc9700:
      "As for every confidential client: PKCE is RECOMMENDED (§2.1.1). RFC 10017 §6.2 is about it.",
    oauth21: "The way it is done there (§4.1).",
    useWhen:
      "The page has a server, but its requests to the API cannot pass through one. RFC 10017 §6.2.4.4 strongly recommends to see first whether a BFF is possible.",
    dontUseWhen:
      "A BFF is possible, or a stolen access token would be too much: every script of the page can get it.",
  },
  "openid-connect": {
    rfc6749: "Not part of it: authenticating users to clients is out of its scope (§10.16).",
    rfc9700:
      "For confidential clients the nonce MAY be used against code injection; PKCE is RECOMMENDED all the same (§2.1.1).",
    oauth21:
      "PKCE may be left out only by a confidential client that checks the nonce (§4.1.1, §7.5.1).",
    useWhen: "The application wants to know who its user is: signing in.",
    dontUseWhen:
      "It only needs what an API keeps. Then who the user is concerns it no more than the password does.",
  },
};
