/** Something that was not chosen. */
export interface Rejected {
  readonly title: string;
  /** With the sections that speak against it. */
  readonly why: string;
}

/** What was not chosen, by what it is called here. */
export const REJECTED = {
  implicit: {
    title: "Implicit",
    why: "The access token comes back in the address, where scripts and other apps can read it. SHOULD NOT be used (RFC 9700 §2.1.2); MUST NOT in browsers (RFC 10017 §7.2); left out of OAuth 2.1 (draft, §10.1).",
  },
  password: {
    title: "Resource owner password",
    why: "The client gets to see the password, and second factors and passkeys do not fit in. MUST NOT be used (RFC 9700 §2.4).",
  },
  clientCredentials: {
    title: "Client credentials",
    why: "The token would speak for the client alone: no user was asked. It is for what is the client’s own, or arranged before (RFC 6749 §4.4).",
  },
  withoutPkce: {
    title: "A secret without PKCE",
    why: "A stolen code can be injected into another session of the same client, which then redeems it itself. PKCE is RECOMMENDED against it (RFC 9700 §2.1.1, §4.5).",
  },
  loginByToken: {
    title: "Taking an access token as a sign-in",
    why: "It says nothing about who is there, nor which client it was for: another client’s token would do (RFC 6749 §10.16).",
  },
  browserOnly: {
    title: "Tokens in the page",
    why: "A hostile script can take them, and can sign in silently for more. Not recommended for business or sensitive applications, nor for personal data (RFC 10017 §6.3.4.3).",
  },
  mediating: {
    title: "A token-mediating backend",
    why: "The page still holds access tokens. To be considered only where a BFF is not possible (RFC 10017 §6.2.4.4).",
  },
  bff: {
    title: "A backend for frontend",
    why: "Ruled out by what was answered. It is the safest of the three patterns for a page; look at it again when a server can be had (RFC 10017 §6.1.4.3).",
  },
  bffWithServer: {
    title: "A backend for frontend",
    why: "The server it takes exists already. Strongly recommended to see first whether it is possible, and to hand out tokens only where it is not (RFC 10017 §6.2.4.4). Note here what keeps the server from forwarding the page’s requests.",
  },
  localStorage: {
    title: "Tokens in localStorage",
    why: "Every script of the origin can read it, in every tab, for as long as it lies there (RFC 10017 §8).",
  },
  serviceWorker: {
    title: "A service worker as the client",
    why: "A hostile script can unregister it and then sign in without it. Not recommended (RFC 10017 §7.4).",
  },
  secretInPage: {
    title: "A client secret in the page",
    why: "Everybody who opens the page can read it. A server MUST NOT demand one (RFC 10017 §6.3.3.1).",
  },
  secretInApp: {
    title: "A client secret in what is shipped",
    why: "Whoever has a copy can read it, so it proves nothing (RFC 8252 §8.5).",
  },
  webView: {
    title: "A sign-in page inside the app",
    why: "The app could read the password and the cookies. Native apps MUST NOT use embedded user-agents (RFC 8252 §8.12).",
  },
  deviceInstead: {
    title: "Device authorization",
    why: "Not meant for devices with a browser (RFC 8628 §1). And a code can be entered for a device that somebody else holds (RFC 8628 §5.4).",
  },
  loopbackElsewhere: {
    title: "Authorization code with a loopback address",
    why: "The browser is on another machine, whose loopback address is not this one’s (RFC 8252 §7.3).",
  },
  typingOnDevice: {
    title: "Signing in on the device itself",
    why: "Without a browser there is no page of the authorization server, and nobody wants to type a password with a remote control (RFC 8628 §1).",
  },
  credentialsInProgram: {
    title: "Client credentials in the program",
    why: "All copies would share one secret, which each owner can read. The grant is for confidential clients only (RFC 6749 §4.4).",
  },
  userGrantForProgram: {
    title: "Authorization code with a made-up user",
    why: "An account that nobody owns has a password that many know. Where no user is involved, the client has credentials of its own (RFC 6749 §4.4).",
  },
  sharedSecret: {
    title: "A client secret",
    why: "Both sides have to keep it, and it travels with every token request. Asymmetric authentication is RECOMMENDED (RFC 9700 §2.5).",
  },
  secretInBody: {
    title: "The secret in the body",
    why: "NOT RECOMMENDED, where the client can use the header (RFC 6749 §2.3.1).",
  },
  passthrough: {
    title: "Handing the agent’s token on to other APIs",
    why: "An MCP server MUST NOT pass on the token it received: it gets one of its own for each API (MCP 2026-07-28, security considerations).",
  },
  broadToken: {
    title: "One token for everything the agent may ever do",
    why: "A token SHOULD be for one resource server and for what is needed now (RFC 9700 §2.3). More scope is asked for when the server demands it.",
  },
} satisfies Record<string, Rejected>;
