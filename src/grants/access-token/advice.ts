import type { GrantAdvice } from "../grant.ts";

const storage = "Tokens in the browser are the subject of RFC 10017 §8.";

/** What the specifications say of each variant, and when to use it. */
export const accessTokenAdvice: GrantAdvice = {
  header: {
    rfc6749:
      "Leaves the way to token types (§7.1). RFC 6750 §2.1: clients SHOULD use the header, resource servers MUST support it.",
    rfc9700:
      "Access tokens SHOULD be bound to a sender (§2.2.1) and restricted in audience and scope (§2.3); in addresses they MUST NOT be passed (§4.3.2).",
    oauth21: "Header or body; the query is left out (§5.1).",
    useWhen: "Always, unless the API asks for a proof of a key beside it (DPoP).",
    dontUseWhen: "Never put a token into an address: it ends up in logs and in histories.",
  },
  refusals: {
    rfc6749:
      "The resource server MUST check expiry and scope (§7). RFC 6750 §3.1 names the errors: invalid_token 401, insufficient_scope 403.",
    rfc9700:
      "Tokens SHOULD be for one resource server, which MUST refuse those that are not meant for it (§2.3).",
    oauth21: "Validation is part of it (§5.2), and so are the errors (§5.3.2).",
    useWhen:
      "A client handles errors: refresh on invalid_token, once; on insufficient_scope ask the user.",
    dontUseWhen: "Refreshing on every 401 or 403 hides the real cause and ends in circles.",
  },
  opaque: {
    rfc6749: "A token is opaque to the client, whatever it is to others (§1.4).",
    rfc9700:
      "Says nothing for or against: introspection (RFC 7662) and JWTs (RFC 9068) are both in use.",
    oauth21: "Names both ways of validation (§5.2).",
    useWhen:
      "Revocation must take effect at once, or nobody outside should read what a token says.",
    dontUseWhen:
      "The API has to go on while the authorization server is down, or cannot afford a request for each call.",
  },
  "in-the-browser": {
    rfc6749: "Says nothing of storage but that tokens be kept confidential (§10.3).",
    rfc9700: `Says nothing of where a browser keeps tokens. ${storage}`,
    oauth21:
      "Leaves it to the document on browser-based applications, which is RFC 10017 now (§9).",
    useWhen:
      "There is no server, and the token opens little: in memory, short-lived, narrow. sessionStorage where a reload must not ask again.",
    dontUseWhen:
      "A stolen token would hurt. And not localStorage: every script and every tab of the origin reads it, for as long as it lies there.",
  },
  "in-a-worker": {
    rfc6749: "Says nothing of storage but that tokens be kept confidential (§10.3).",
    rfc9700: `Says nothing of where a browser keeps tokens. ${storage}`,
    oauth21:
      "Leaves it to the document on browser-based applications, which is RFC 10017 now (§9).",
    useWhen:
      "There is no server, and existing tokens must not leave the browser with a hostile script.",
    dontUseWhen:
      "You expect it to stop a hostile script: that can use the worker, and can sign in silently for tokens of its own (RFC 10017 §5.1.3).",
  },
  "behind-a-cookie": {
    rfc6749: "The web application of §2.1: a confidential client, tokens on its server.",
    rfc9700: `${storage} Its §6.1.4.3 strongly recommends this architecture for business and sensitive applications and for personal data.`,
    oauth21:
      "Leaves it to the document on browser-based applications, which is RFC 10017 now (§9).",
    useWhen: "The page has a server, or can have one.",
    dontUseWhen:
      "You want no server at all. And do not forget CSRF: the browser sends the cookie with every request.",
  },
};
