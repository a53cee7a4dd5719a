import type { Question } from "./question.ts";

/** Fifteen questions, each on something that is often believed and not so. */
export const questions: readonly Question[] = [
  {
    id: "authentication",
    text: "A client got an access token by the authorization code grant. What does it know now?",
    spec: "RFC 6749 §10.16",
    readOn: "/learn/what-oauth-is-for",
    answers: [
      {
        text: "Which user signed in",
        because:
          "The token tells the API what is allowed. It is not addressed to the client, and does not say who is there.",
      },
      {
        text: "That the user is at the computer right now",
        because: "A token can be used when nobody is there; that is what it is for.",
      },
      {
        text: "That it may do something at the API",
        because:
          "That is what was delegated. Who signed in, it learns from an ID token (OpenID Connect).",
        right: true,
      },
    ],
  },
  {
    id: "pkce-who",
    text: "Which clients should use PKCE with the authorization code grant?",
    spec: "RFC 9700 §2.1.1",
    readOn: "/learn/pkce",
    answers: [
      {
        text: "All of them, those with a secret too",
        because:
          "Public clients must, confidential ones should: the secret says who, the verifier says that it is the same request.",
        right: true,
      },
      {
        text: "Mobile and single-page apps only",
        because:
          "That is where it began. It also stops a code from being planted in another session, which a secret does not.",
      },
      {
        text: "Those that have no client secret",
        because: "PKCE does not replace a secret, and a secret does not replace PKCE.",
      },
    ],
  },
  {
    id: "pkce-secret",
    text: "A public client uses PKCE. Is it authenticated now?",
    spec: "RFC 7636 §1",
    readOn: "/learn/pkce",
    answers: [
      {
        text: "Yes, the verifier is its password",
        because:
          "The verifier is made anew for each request, by whoever makes the request. Anybody can make one.",
      },
      {
        text: "No, PKCE ties a code to a request and authenticates nobody",
        because: "Any program can send that client_id with a challenge of its own.",
        right: true,
      },
      {
        text: "Yes, if the method is S256",
        because:
          "S256 hides the verifier from whoever sees the request. It says nothing about who made it.",
      },
    ],
  },
  {
    id: "csrf",
    text: "What has to protect the redirect back to the client against forged answers?",
    spec: "RFC 9700 §2.1",
    readOn: "/learn/authorization-code#secret-and-pkce",
    answers: [
      {
        text: "state, nonce and PKCE together",
        because:
          "One of them suffices. For PKCE, the client has to be sure that the server supports it.",
      },
      {
        text: "One of state, nonce and PKCE",
        because:
          "PKCE only where the client is sure that the server supports it; nonce with OpenID Connect.",
        right: true,
      },
      {
        text: "state, always, whatever else is there",
        because: "A client that is sure of PKCE need not send one. It does no harm either.",
      },
    ],
  },
  {
    id: "implicit",
    text: "What do the specifications say of the implicit grant?",
    spec: "RFC 9700 §2.1.2",
    readOn: "/learn/implicit",
    answers: [
      {
        text: "RFC 9700 forbids it",
        because:
          "It says SHOULD NOT. OAuth 2.1 leaves it out; for browser-based apps RFC 10017 says MUST NOT.",
      },
      {
        text: "It is fine where the token lives for a few minutes only",
        because: "A short life limits a theft; the token has still been in the address.",
      },
      {
        text: "It should not be used; OAuth 2.1 has left it out",
        because: "And for browser-based apps it is a MUST NOT (RFC 10017 §7.2).",
        right: true,
      },
    ],
  },
  {
    id: "fragment",
    text: "A token stands in the fragment of the redirect. Who can get it?",
    spec: "RFC 9700 §4.1.2",
    readOn: "/learn/implicit",
    answers: [
      {
        text: "Scripts of the page, the history, and wherever that address redirects to",
        because: "The browser attaches the fragment again to a redirect that has none of its own.",
        right: true,
      },
      {
        text: "Only the page, since fragments are not sent to servers",
        because:
          "If that address answers with a redirect, browsers take the fragment along. And every script of the page can read it.",
      },
      {
        text: "Every server on the way",
        because: "Servers do not see it in the request. That is not the only way out.",
      },
    ],
  },
  {
    id: "xss",
    text: "A hostile script runs in a single-page app. What stops it from getting a token?",
    spec: "RFC 10017 §5.1.3",
    readOn: "/learn/browser-apps",
    answers: [
      {
        text: "PKCE and rotation",
        because:
          "The script begins a request of its own, verifier and all, and needs no stolen token.",
      },
      {
        text: "Keeping the tokens in memory",
        because:
          "It stops the reading of a storage. The script can still begin a request of its own.",
      },
      {
        text: "Nothing in the browser; with a BFF there is no token to get",
        because:
          "Even then the script can send requests through the BFF, for as long as the page is open.",
        right: true,
      },
    ],
  },
  {
    id: "bff",
    text: "What does a BFF with an HttpOnly cookie change for a hostile script in the page?",
    spec: "RFC 10017 §6.1.4.1",
    readOn: "/learn/browser-apps",
    answers: [
      {
        text: "It cannot steal a token, but can still send requests from the page",
        because: "Theft is prevented, not the misuse while the page is open.",
        right: true,
      },
      {
        text: "It can do nothing any more",
        because: "The browser attaches the cookie to the script’s requests as well.",
      },
      {
        text: "Nothing, for it can read the cookie",
        because: "HttpOnly keeps it from scripts (RFC 6265 §4.1.2.6).",
      },
    ],
  },
  {
    id: "rotation",
    text: "What does the rotation of refresh tokens do about a theft?",
    spec: "RFC 9700 §4.14.2",
    readOn: "/learn/refresh-token",
    answers: [
      {
        text: "It prevents it",
        because:
          "The thief can use the token first. It is noticed when the other one uses it as well.",
      },
      {
        text: "It makes the stolen token useless at once",
        because: "Not before the next use; the copy is as good as the original until then.",
      },
      {
        text: "It detects it, once both have used the same token",
        because:
          "And then ends all of the family. A thief who is the only one to refresh is not noticed.",
        right: true,
      },
    ],
  },
  {
    id: "local-storage",
    text: "Why does a browser app not keep tokens in localStorage?",
    spec: "RFC 10017 §8.5",
    readOn: "/learn/access-token#where-a-browser-keeps-it",
    answers: [
      { text: "Other sites can read it", because: "It belongs to one origin." },
      {
        text: "Every script that ever runs on the origin can read it, also after the tab is closed",
        because: "It outlives the page. Memory or, better, a BFF leaves less to take.",
        right: true,
      },
      { text: "It is too small for a JWT", because: "It holds megabytes." },
    ],
  },
  {
    id: "decode",
    text: "May a client read the claims of its access token?",
    spec: "RFC 9068 §6",
    readOn: "/learn/access-token",
    answers: [
      {
        text: "Yes, if it is a JWT",
        because: "That it is one is between the server and the API, and may change any day.",
      },
      {
        text: "No, to the client the token is opaque",
        because:
          "What the client needs to know stands beside the token in the answer, or in an ID token.",
        right: true,
      },
      {
        text: "Yes, once it has checked the signature",
        because: "The token is not addressed to it: aud is the API.",
      },
    ],
  },
  {
    id: "redirect-errors",
    text: "An authorization request names a redirect URI that is not registered. What should the server do?",
    spec: "RFC 6749 §4.1.2.1",
    readOn: "/errors",
    answers: [
      {
        text: "Redirect there with error=invalid_request",
        because: "It would send its user wherever the author of the link likes.",
      },
      {
        text: "Redirect to the first URI that is registered",
        because:
          "The client did not ask for that, and would get an answer to no question of its own.",
      },
      {
        text: "Show an error to the user, and not redirect",
        because: "The same holds for an unknown client_id.",
        right: true,
      },
    ],
  },
  {
    id: "loopback",
    text: "For which redirect URIs may the port differ from the registered one?",
    spec: "RFC 8252 §7.3",
    readOn: "/learn/authorization-code#the-redirect-uri-is-not-the-registered-one",
    answers: [
      {
        text: "Those of localhost",
        because: "localhost is a name, and need not be this machine. It is not recommended (§8.3).",
      },
      {
        text: "Those of the loopback addresses 127.0.0.1 and [::1]",
        because: "A native app gets whatever port is free.",
        right: true,
      },
      { text: "Those of private-use schemes", because: "They have no port." },
    ],
  },
  {
    id: "revocation",
    text: "A client revokes a token the server does not know. What is the answer?",
    spec: "RFC 7009 §2.2",
    readOn: "/learn/refresh-token",
    answers: [
      {
        text: "200",
        because: "The token does not work, and that is what the client wanted.",
        right: true,
      },
      {
        text: "400 invalid_token",
        because: "The client could do nothing with that. The purpose is reached already.",
      },
      { text: "404", because: "An unknown token is no missing resource." },
    ],
  },
  {
    id: "client-credentials",
    text: "A nightly job prints what customers have ordered; no user is there. How does it get its token?",
    spec: "RFC 6749 §4.4",
    readOn: "/learn/client-credentials",
    answers: [
      {
        text: "Client credentials: it asks in its own name",
        because: "It reaches what is its own. For a user’s data, the user has to have allowed it.",
        right: true,
      },
      {
        text: "The password grant, with a user made for it",
        because: "That user is nobody. The grant is gone, and the password would have to be kept.",
      },
      {
        text: "The authorization code grant, signed in once by an admin",
        because: "Then it acts as that admin, and stops when the admin leaves.",
      },
    ],
  },
];
