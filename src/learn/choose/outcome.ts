import type { Profile } from "../scenarios/profile.ts";
import { bffProfile, mediatingProfile, pageProfile } from "../scenarios/profiles/browser.ts";
import { deviceProfile, remoteCliProfile } from "../scenarios/profiles/device.ts";
import { agentProfile, cliProfile, mobileProfile } from "../scenarios/profiles/native.ts";
import {
  hostedAgentProfile,
  keyServiceProfile,
  secretServiceProfile,
  signInProfile,
  webProfile,
} from "../scenarios/profiles/server.ts";
import { REJECTED, type Rejected } from "./rejected.ts";

/** What the answers come to. */
export interface Outcome {
  readonly title: string;
  /** What is decided and why; its claims with their sections. */
  readonly decision: string;
  readonly profile: Profile;
  /** Other walks in which a part of it is seen, by grant and variant. */
  readonly seenIn: readonly WalkName[];
  readonly rejected: readonly Rejected[];
  /** What remains and no run of an attack shows; each with its section. */
  readonly beyond: readonly string[];
  /** Id of the scenario that goes deeper. */
  readonly scenario: string;
}

/** A walk by its ids, and what it is named for. */
export interface WalkName {
  readonly grant: string;
  readonly variant: string;
  /** What of it is seen there. */
  readonly what: string;
}

const HIJACK =
  "A hostile script can act through the page while it is open, whoever holds the tokens (RFC 10017 §5.1.4).";
const IMPERSONATION =
  "Another app can use the same client_id, which is no secret: only the redirect URI and the user’s attention tell them apart (RFC 8252 §8.6).";
const CREDENTIAL =
  "Whoever gets into the machine can use the credential from there. No grant changes that.";
const PHISHING =
  "Somebody can send a user a code that belongs to another device, and she allows that one (RFC 8628 §5.4).";
const AGENT =
  "An agent does what it reads. A hostile text can make it misuse whatever its token allows, so the scope is the limit.";

const rotating: WalkName = {
  grant: "refresh-token",
  variant: "rotating-public",
  what: "how its refresh token is replaced",
};
const kept: WalkName = {
  grant: "refresh-token",
  variant: "confidential",
  what: "how its refresh token is used",
};
const all = {
  "service-key": {
    title: "Client credentials, signed with a key",
    decision:
      "The program asks for its own access token and signs that request (RFC 6749 §4.4, RFC 7523 §2.2). No user is involved, so there is nobody to redirect.",
    profile: keyServiceProfile,
    seenIn: [],
    rejected: [REJECTED.sharedSecret, REJECTED.userGrantForProgram, REJECTED.password],
    beyond: [CREDENTIAL],
    scenario: "service-to-service",
  },
  "service-secret": {
    title: "Client credentials with a secret",
    decision:
      "The program shows id and secret and gets its own access token (RFC 6749 §4.4). No user is involved, so there is nobody to redirect.",
    profile: secretServiceProfile,
    seenIn: [
      {
        grant: "client-credentials",
        variant: "private-key-jwt",
        what: "what a key instead of the secret would change",
      },
    ],
    rejected: [REJECTED.secretInBody, REJECTED.userGrantForProgram, REJECTED.password],
    beyond: [CREDENTIAL],
    scenario: "service-to-service",
  },
  "shipped-program": {
    title: "Authorization code + PKCE, once per installation",
    decision:
      "A program on users’ machines can keep no secret, and client credentials are for confidential clients only (RFC 6749 §4.4). So whoever installs it allows it once, in the browser, and it goes on with its refresh token.",
    profile: cliProfile,
    seenIn: [
      rotating,
      { grant: "device-code", variant: "frame", what: "what to do where there is no browser" },
    ],
    rejected: [REJECTED.credentialsInProgram, REJECTED.password],
    beyond: [IMPERSONATION],
    scenario: "command-line",
  },
  web: {
    title: "Authorization code with a secret and PKCE",
    decision:
      "The server is a confidential client. It redeems the code with its secret and with the verifier; the browser never sees a token (RFC 9700 §2.1.1).",
    profile: webProfile,
    seenIn: [kept],
    rejected: [
      REJECTED.withoutPkce,
      REJECTED.implicit,
      REJECTED.password,
      REJECTED.clientCredentials,
    ],
    beyond: [],
    scenario: "single-page-app-with-bff",
  },
  "web-sign-in": {
    title: "OpenID Connect with the authorization code, a secret and PKCE",
    decision:
      "The ID token says who signed in, to this client and for this request; the server checks it (OpenID Connect Core §3.1.3.7). PKCE stays RECOMMENDED beside the nonce (RFC 9700 §2.1.1).",
    profile: signInProfile,
    seenIn: [kept],
    rejected: [REJECTED.loginByToken, REJECTED.implicit, REJECTED.password],
    beyond: [],
    scenario: "single-page-app-with-bff",
  },
  bff: {
    title: "Authorization code + PKCE by a backend for frontend",
    decision:
      "A small server is the client: it holds the tokens and forwards the page’s requests; the browser holds a cookie. Strongly recommended for business and sensitive applications and personal data (RFC 10017 §6.1.4.3).",
    profile: bffProfile,
    seenIn: [
      {
        grant: "access-token",
        variant: "behind-a-cookie",
        what: "what a script in the page can see",
      },
      kept,
    ],
    rejected: [
      REJECTED.browserOnly,
      REJECTED.mediating,
      REJECTED.implicit,
      REJECTED.localStorage,
      REJECTED.password,
    ],
    beyond: [
      HIJACK,
      "The browser sends the cookie with every request, so a CSRF defence is a MUST (RFC 10017 §6.1.3.3).",
      "A proxy that forwards wherever it is told gives the token away: an allowlist is a MUST (RFC 10017 §6.1.3.6).",
    ],
    scenario: "single-page-app-with-bff",
  },
  mediating: {
    title: "Authorization code + PKCE by a token-mediating backend",
    decision:
      "A small server is the client and keeps the refresh token; the page asks it for access tokens and calls the API itself. Only where a BFF cannot be had (RFC 10017 §6.2.4.4).",
    profile: mediatingProfile,
    seenIn: [
      {
        grant: "access-token",
        variant: "in-the-browser",
        what: "what a script in the page can find, place by place",
      },
      kept,
    ],
    rejected: [
      REJECTED.bffWithServer,
      REJECTED.browserOnly,
      REJECTED.implicit,
      REJECTED.localStorage,
    ],
    beyond: [HIJACK],
    scenario: "single-page-app-with-bff",
  },
  page: {
    title: "Authorization code + PKCE in the page",
    decision:
      "The page is a public client with PKCE, short-lived tokens in memory and a rotating refresh token (RFC 10017 §6.3). Not recommended for business or sensitive applications, nor for personal data (RFC 10017 §6.3.4.3).",
    profile: pageProfile,
    seenIn: [
      rotating,
      {
        grant: "access-token",
        variant: "in-the-browser",
        what: "what a script in the page can find, place by place",
      },
    ],
    rejected: [
      REJECTED.bff,
      REJECTED.implicit,
      REJECTED.secretInPage,
      REJECTED.localStorage,
      REJECTED.serviceWorker,
      REJECTED.password,
    ],
    beyond: [HIJACK],
    scenario: "single-page-app",
  },
  native: {
    title: "Authorization code + PKCE in the system’s browser",
    decision:
      "The app opens the browser of the system and takes the answer at an address of its own. It is a public client with PKCE (RFC 8252 §4.1, §6).",
    profile: mobileProfile,
    seenIn: [rotating],
    rejected: [
      REJECTED.webView,
      REJECTED.password,
      REJECTED.secretInApp,
      REJECTED.implicit,
      REJECTED.deviceInstead,
    ],
    beyond: [IMPERSONATION],
    scenario: "mobile-app",
  },
  cli: {
    title: "Authorization code + PKCE with a loopback address",
    decision:
      "The program opens the browser and listens on the loopback address for the answer; it is a public client with PKCE (RFC 8252 §7.3).",
    profile: cliProfile,
    seenIn: [
      rotating,
      { grant: "device-code", variant: "frame", what: "what to offer where there is no browser" },
    ],
    rejected: [REJECTED.deviceInstead, REJECTED.password, REJECTED.secretInApp],
    beyond: [IMPERSONATION],
    scenario: "command-line",
  },
  "remote-cli": {
    title: "Device authorization",
    decision:
      "The program shows a code; its user enters it in a browser elsewhere and allows it there, while the program polls (RFC 8628 §1).",
    profile: remoteCliProfile,
    seenIn: [rotating],
    rejected: [REJECTED.loopbackElsewhere, REJECTED.password, REJECTED.secretInApp],
    beyond: [PHISHING],
    scenario: "command-line",
  },
  device: {
    title: "Device authorization",
    decision:
      "The device shows a code; its user enters it on a phone and allows the device there, while the device polls (RFC 8628 §1).",
    profile: deviceProfile,
    seenIn: [rotating],
    rejected: [REJECTED.typingOnDevice, REJECTED.password, REJECTED.secretInApp],
    beyond: [PHISHING],
    scenario: "television",
  },
  "desktop-agent": {
    title: "Authorization code + PKCE for one MCP server",
    decision:
      "The agent is a native, public client. It learns from the MCP server which authorization server to ask, and asks for a token for that one server (MCP 2026-07-28, authorization; RFC 8707 §2).",
    profile: agentProfile,
    seenIn: [
      {
        grant: "access-token",
        variant: "refusals",
        what: "a token for another audience, and one whose scope is too small",
      },
      rotating,
    ],
    rejected: [REJECTED.passthrough, REJECTED.broadToken, REJECTED.secretInApp, REJECTED.password],
    beyond: [AGENT, IMPERSONATION],
    scenario: "ai-agent",
  },
  "hosted-agent": {
    title: "Authorization code + PKCE for one MCP server, with a key",
    decision:
      "The agent’s server is a confidential client: it signs its token requests, and keeps each user’s tokens apart. Each token is for one MCP server (MCP 2026-07-28, authorization; RFC 8707 §2).",
    profile: hostedAgentProfile,
    seenIn: [
      {
        grant: "client-credentials",
        variant: "private-key-jwt",
        what: "how a token request is signed",
      },
      {
        grant: "access-token",
        variant: "refusals",
        what: "a token for another audience, and one whose scope is too small",
      },
    ],
    rejected: [
      REJECTED.passthrough,
      REJECTED.broadToken,
      REJECTED.sharedSecret,
      REJECTED.clientCredentials,
    ],
    beyond: [
      AGENT,
      "It talks to more than one authorization server, so one of them may try to get another’s codes: `iss` must be checked (RFC 9207 §2.4).",
    ],
    scenario: "ai-agent",
  },
} satisfies Record<string, Outcome>;

/** The id of an outcome. */
export type OutcomeId = keyof typeof all;

/** Everything the choice can come to; ids are those of the machine’s final states. */
export const outcomes: Readonly<Record<OutcomeId, Outcome>> = all;

/** Whether there is an outcome of that id. */
export function isOutcome(id: string): id is OutcomeId {
  return Object.hasOwn(all, id);
}
