import { bffProfile, pageProfile } from "../profiles/browser.ts";
import type { Scenario } from "../scenario.ts";

/** A page that calls an API by itself. */
export const singlePageApp: Scenario = {
  id: "single-page-app",
  title: "Single-page app that calls an API",
  summary:
    "A page without a server of its own is the client: it gets the tokens and calls the API.",
  about: [
    "Only files are served. The page redirects to the authorization server, takes the code from its address, redeems it with a direct request, and calls the API with the access token.",
    "It is the simplest pattern for a page, and the weakest: a script that gets into the page can do all the page can. RFC 10017 §6.3.4.3 does not recommend it for business or sensitive applications, nor for personal data. Where a small server can be had, look at the BFF first.",
  ],
  walks: [
    { grant: "authorization-code", variant: "public-pkce", what: "the sign-in and the API call" },
    {
      grant: "refresh-token",
      variant: "rotating-public",
      what: "how the refresh token is replaced",
    },
    { grant: "refresh-token", variant: "two-tabs", what: "how two tabs refresh once" },
    {
      grant: "access-token",
      variant: "in-the-browser",
      what: "what a script finds in each place a page can keep a token",
    },
  ],
  profile: pageProfile,
  threats: [
    {
      row: "script-in-page/silent-flow",
      why: "The reason this pattern is not recommended: a hostile script signs in silently, with tokens of its own (RFC 10017 §5.1.3).",
    },
    {
      row: "script-in-page/local-storage",
      why: "Many tutorials keep tokens there. Every script of the origin can read it (RFC 10017 §8).",
    },
    {
      row: "script-in-page/memory",
      why: "Memory is better than storage. It does not stop a script that changes what the page’s own code calls.",
    },
    {
      row: "token-leak/third-party-script",
      why: "Statistics scripts report addresses; here only a code can be in one, and it needs the verifier.",
    },
    { row: "csrf", why: "Somebody else’s answer must not sign Alice in as somebody else." },
    { row: "stolen-token/thief", why: "However a token was lost: this is what it is worth." },
  ],
  review: [
    { check: "Tokens are kept in memory, not in localStorage.", spec: "RFC 10017 §8" },
    { check: "PKCE with S256, and a fresh verifier for each request.", spec: "RFC 9700 §2.1.1" },
    {
      check: "`state`, or PKCE on a server known to enforce it, against CSRF.",
      spec: "RFC 10017 §6.3.2.2",
    },
    {
      check: "Refresh tokens rotate and end; rotation does not extend the limit.",
      spec: "RFC 10017 §6.3.2.3",
    },
    {
      check: "The code is taken out of the address as soon as it was read.",
      spec: "RFC 6749 §3.1.2.5",
    },
    { check: "A Content Security Policy says which scripts may run.", spec: "RFC 10017 §5" },
    { check: "No secret is shipped in the page.", spec: "RFC 10017 §6.3.3.1" },
  ],
};

/** A page whose server holds the tokens. */
export const singlePageAppWithBff: Scenario = {
  id: "single-page-app-with-bff",
  title: "Single-page app with a backend for frontend",
  summary:
    "A small server holds the tokens and forwards the page’s requests; the browser holds a cookie.",
  about: [
    "The page asks its own server for everything. That server is the client: it signs people in, keeps the tokens in a session, adds the access token to each request and forwards it to the API.",
    "RFC 10017 §6.1.4.3 strongly recommends it for business applications, sensitive applications and those that handle personal data. It stops the theft of tokens. It does not stop a hostile script from sending requests through the page while it is open (RFC 10017 §5.1.4).",
  ],
  walks: [
    {
      grant: "authorization-code",
      variant: "bff",
      what: "the sign-in, the session and a forwarded request",
    },
    {
      grant: "access-token",
      variant: "behind-a-cookie",
      what: "what a script in the page can see of it",
    },
    { grant: "refresh-token", variant: "confidential", what: "how the server refreshes" },
    {
      grant: "authorization-code",
      variant: "token-mediating",
      what: "what is left of it where requests cannot be forwarded: the page gets access tokens",
    },
    {
      grant: "authorization-code",
      variant: "openid-connect",
      what: "how an ID token is checked, if it signs people in",
    },
  ],
  profile: bffProfile,
  threats: [
    {
      row: "script-in-page/bff-cookie",
      why: "The same hostile script as against a page with tokens: here is nothing for it to read.",
    },
    {
      row: "script-in-page/silent-flow",
      why: "It can still get a code. Without the client’s secret it cannot redeem it (RFC 10017 §6.1.4.2).",
    },
    { row: "code-injection", why: "A secret alone does not stop it; PKCE does (RFC 9700 §2.1.1)." },
    { row: "csrf", why: "At the redirect. The BFF’s own endpoints need a defence besides." },
    {
      row: "stolen-token/thief",
      why: "Tokens are lost on servers too: in logs, in proxies, in dumps.",
    },
  ],
  review: [
    {
      check: "The session cookie is Secure and HttpOnly, and should be SameSite=Strict.",
      spec: "RFC 10017 §6.1.3.2",
    },
    {
      check: "Requests with a cookie have a CSRF defence, such as a header of the page’s own.",
      spec: "RFC 10017 §6.1.3.3",
    },
    {
      check: "The BFF forwards to an allowlist of hosts and paths only.",
      spec: "RFC 10017 §6.1.3.6",
    },
    { check: "It authenticates as a client, and uses PKCE besides.", spec: "RFC 10017 §6.1.3.1" },
    { check: "No endpoint hands a token to the page.", spec: "RFC 10017 §6.1" },
    { check: "The session ends when the refresh token does.", spec: "RFC 10017 §6.1.2.2" },
    { check: "A cookie that holds tokens itself is encrypted.", spec: "RFC 10017 §6.1.3.2" },
  ],
};

/** A page that leaves the implicit grant. */
export const implicitMigration: Scenario = {
  id: "implicit-migration",
  title: "From implicit to code + PKCE",
  summary:
    "A page from the days of response_type=token is moved, without a day on which nobody can sign in.",
  about: [
    "The page gets its access token in the address. That was the way when browsers could not call another origin. Today they can. What changes is small: it asks for a code, keeps a verifier, and redeems the code with one request.",
    "Move in this order. Register a second client, for code and PKCE, beside the old one. Ship the page that uses it. Watch requests with response_type=token go to zero. Then end the old client, and at last switch token off: the server MUST NOT issue access tokens in the authorization response (RFC 10017 §7.2).",
    "What is gained is counted below, attack by attack. What is not gained: a hostile script in the page is as dangerous as before. That takes a BFF.",
  ],
  walks: [
    {
      grant: "authorization-code",
      variant: "public-pkce",
      what: "after: the same page with a code and PKCE",
    },
    { grant: "implicit", variant: "page", what: "before: the token in the address", whole: true },
    {
      grant: "authorization-code",
      variant: "bff",
      what: "one step further: no tokens in the page",
    },
    {
      grant: "refresh-token",
      variant: "rotating-public",
      what: "what comes instead of silent renewal",
    },
  ],
  profile: {
    ...pageProfile,
    settings: { ...pageProfile.settings, name: "migrated-from-implicit" },
  },
  threats: [
    {
      row: "token-leak/third-party-script",
      why: "The first thing that changes: what stands in the address is worth nothing by itself.",
    },
    {
      row: "token-leak/performance-entry",
      why: "Cleaning the address is not enough: the browser remembers it.",
    },
    {
      row: "token-injection",
      why: "A client cannot tell whom an access token was issued to (RFC 6749 §10.16).",
    },
    {
      row: "code-interception",
      why: "Another app takes the answer: with implicit it has the token.",
    },
    {
      row: "open-redirector",
      why: "Browsers take the fragment along across a redirect (RFC 9700 §4.1.2).",
    },
    {
      row: "script-in-page/silent-flow",
      why: "This does not change. Only a server that holds the tokens changes it.",
    },
  ],
  review: [
    {
      check: "No request with response_type=token is left in the code and in the logs.",
      spec: "RFC 9700 §2.1.2",
    },
    {
      check: "The new client has the response type code only; the old one is gone.",
      spec: "RFC 10017 §7.2",
    },
    {
      check: "PKCE with S256, and the server enforces it for this client.",
      spec: "RFC 10017 §6.3.2.1",
    },
    {
      check: "Silent renewal in a hidden frame has given way to refresh tokens that rotate.",
      spec: "RFC 10017 §6.3.2.3",
    },
    { check: "Redirect URIs are compared exactly; wildcards are gone.", spec: "RFC 9700 §2.1" },
    { check: "Tokens the old page left in localStorage are deleted.", spec: "RFC 10017 §8" },
  ],
};
