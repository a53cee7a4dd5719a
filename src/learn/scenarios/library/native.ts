import { deviceProfile } from "../profiles/device.ts";
import { agentProfile, cliProfile, mobileProfile } from "../profiles/native.ts";
import type { Scenario } from "../scenario.ts";

const INTERCEPTED =
  "Another app claims the address and gets the answer: the code is worth nothing without the verifier (RFC 8252 §8.1).";
const OWN_REQUEST =
  "The other app begins by itself, with a verifier of its own. PKCE binds a request; it does not say who makes it (RFC 8252 §8.6).";

/** An app on a phone. */
export const mobileApp: Scenario = {
  id: "mobile-app",
  title: "Native mobile app",
  summary:
    "An app opens the browser of the system, and takes the answer at an address that belongs to it.",
  about: [
    "The app opens the system’s browser, where the user signs in and other apps see nothing. The answer comes back to an https address that the system knows to be the app’s (RFC 8252 §7.2). The app redeems the code and keeps the refresh token in the key store.",
    "The walk shows an app on a computer, whose answer comes back to the loopback address. On a phone it is the same but for that address. A sign-in page inside the app is forbidden: the app could read what is typed into it (RFC 8252 §8.12).",
  ],
  walks: [
    {
      grant: "authorization-code",
      variant: "native-app",
      what: "the sign-in in the system’s browser",
    },
    {
      grant: "refresh-token",
      variant: "rotating-public",
      what: "how the refresh token is replaced",
    },
    {
      grant: "refresh-token",
      variant: "reuse-detected",
      what: "what happens when a copy of it is used",
    },
  ],
  profile: mobileProfile,
  threats: [
    { row: "code-interception", why: INTERCEPTED },
    { row: "code-interception/own-request", why: OWN_REQUEST },
    {
      row: "code-interception/silent-request",
      why: "The same without the user: a server should ask a native client’s user again (RFC 8252 §8.6).",
    },
    { row: "code-injection", why: "A stolen code in somebody else’s sign-in." },
    {
      row: "stolen-token/thief",
      why: "A token bound to a key of the phone’s key store would be worth nothing to the thief.",
    },
  ],
  review: [
    { check: "The system’s browser is used, no web view.", spec: "RFC 8252 §8.12" },
    {
      check:
        "The redirect is a claimed https address; a private-use scheme only where there is none.",
      spec: "RFC 8252 §7.2",
    },
    { check: "PKCE with S256, and the server enforces it.", spec: "RFC 8252 §8.1" },
    { check: "The client is registered as native, and as public.", spec: "RFC 8252 §8.4" },
    { check: "No secret is in the package.", spec: "RFC 8252 §8.5" },
    {
      check: "The server asks the user again, unless it can be sure which app asks.",
      spec: "RFC 8252 §8.6",
    },
    { check: "Signing out revokes the refresh token.", spec: "RFC 7009 §2" },
  ],
};

/** A tool in a terminal. */
export const commandLine: Scenario = {
  id: "command-line",
  title: "Command-line program",
  summary:
    "A tool in a terminal opens the browser and listens on the loopback address; without a browser it shows a code.",
  about: [
    "The program opens a port on 127.0.0.1, then the browser. The answer comes to that port; the program redeems the code and tells the user to go back to the terminal (RFC 8252 §7.3).",
    "Over SSH or in a container no browser can reach that port. There the device grant serves: the program shows a code, and the user enters it elsewhere (RFC 8628 §1). Prefer the first where both are possible: a code can be entered for somebody else’s program (RFC 8628 §5.4).",
  ],
  walks: [
    { grant: "authorization-code", variant: "native-app", what: "with a browser on the machine" },
    { grant: "device-code", variant: "frame", what: "without one", whole: true },
    {
      grant: "refresh-token",
      variant: "rotating-public",
      what: "how the refresh token is replaced",
    },
  ],
  profile: cliProfile,
  threats: [
    { row: "code-interception", why: INTERCEPTED },
    { row: "code-interception/own-request", why: OWN_REQUEST },
    {
      row: "stolen-token/log",
      why: "Terminals, build logs and shell histories keep what was printed.",
    },
    {
      row: "stolen-token/thief",
      why: "A token in a file of the home directory is read by every program of the user.",
    },
  ],
  review: [
    {
      check: "It listens on 127.0.0.1 or [::1], on a free port, and only while it waits.",
      spec: "RFC 8252 §7.3, §8.3",
    },
    { check: "The server allows any port for the loopback address.", spec: "RFC 8252 §7.3" },
    { check: "PKCE with S256.", spec: "RFC 8252 §6" },
    {
      check: "`state` is compared before the code is used.",
      spec: "RFC 8252 §8.9",
    },
    {
      check: "Tokens are never printed, and never accepted as an argument.",
      spec: "RFC 6749 §10.3",
    },
    { check: "The refresh token is in the system’s key store.", spec: "RFC 6749 §10.4" },
  ],
};

/** A device without a keyboard. */
export const television: Scenario = {
  id: "television",
  title: "TV, printer, photo frame",
  summary:
    "A device without a keyboard shows a code; its user allows it on a phone, while the device polls.",
  about: [
    "The device asks for two codes. It shows one, with an address, and keeps the other. The user opens the address on a phone, signs in, enters the code and allows the device. Meanwhile the device asks every few seconds whether it may have its tokens (RFC 8628 §3.4).",
    "Nothing is redirected, so most attacks on redirects have nothing to do here. The weak point is the person: she can be sent a code that belongs to another device (RFC 8628 §5.4). The page must say what it allows, and to which device.",
  ],
  walks: [
    { grant: "device-code", variant: "frame", what: "both screens, and the polling between" },
    {
      grant: "refresh-token",
      variant: "rotating-public",
      what: "how the refresh token is replaced",
    },
    {
      grant: "refresh-token",
      variant: "reuse-detected",
      what: "what happens when a copy of it is used",
    },
  ],
  profile: deviceProfile,
  threats: [
    { row: "stolen-token/thief", why: "A device that is sold or stolen takes its tokens along." },
    {
      row: "stolen-token/log",
      why: "Devices send crash reports. An access token in one should be worthless by then.",
    },
    {
      row: "stolen-token/counterfeit-api",
      why: "A device that is told which API to use takes its token there.",
    },
  ],
  review: [
    {
      check: "The user code can be read, typed and not be guessed; guesses are limited.",
      spec: "RFC 8628 §5.1, §6.1",
    },
    {
      check:
        "The page says that a device is being allowed, which one, and asks whether it is at hand.",
      spec: "RFC 8628 §5.4",
    },
    {
      check: "The device waits as long as the server says, and longer after slow_down.",
      spec: "RFC 8628 §3.5",
    },
    { check: "Codes end after minutes, and the device then begins anew.", spec: "RFC 8628 §3.2" },
    { check: "Users can see their devices and end each.", spec: "RFC 7009 §2" },
    { check: "No secret is shared by all devices.", spec: "RFC 8628 §5.6" },
  ],
};

/** An agent that calls tools for a person. */
export const aiAgent: Scenario = {
  id: "ai-agent",
  title: "AI agent as an MCP client",
  summary:
    "An agent calls tools for a person, at servers it may see for the first time, with a token for each.",
  about: [
    "An MCP server is an API, and the agent is its client. The agent calls it without a token, learns from the 401 where its authorization server is (RFC 9728), and sends the user there with a code request and PKCE. In both requests it names the server the token is for (RFC 8707 §2). This page follows the MCP authorization specification of 2026-07-28.",
    "The agent and the authorization server often do not know each other. For that case the specification prefers a client ID metadata document: the client_id is an https address where the client’s metadata stand. Dynamic registration (RFC 7591) remains for older servers, and is deprecated there.",
    "The walk shows the agent as the native app it is, and its token request. Discovery and the metadata document are not part of it.",
  ],
  walks: [
    {
      grant: "authorization-code",
      variant: "native-app",
      what: "the sign-in from the user’s machine",
    },
    {
      grant: "access-token",
      variant: "refusals",
      what: "a token for another audience (401), and too small a scope (403)",
    },
    {
      grant: "refresh-token",
      variant: "rotating-public",
      what: "how the refresh token is replaced",
    },
    {
      grant: "client-credentials",
      variant: "private-key-jwt",
      what: "an agent that acts for nobody",
    },
  ],
  profile: agentProfile,
  threats: [
    {
      row: "stolen-token/counterfeit-api",
      why: "Users add MCP servers that anybody may run. A token for one of them must not open another.",
    },
    { row: "code-interception", why: INTERCEPTED },
    { row: "code-interception/own-request", why: OWN_REQUEST },
    {
      row: "loose-redirect",
      why: "Redirect URIs must be compared exactly, those from a metadata document too (MCP 2026-07-28, security considerations).",
    },
    { row: "stolen-token/log", why: "Agents log what they send, and show it to a model." },
  ],
  review: [
    {
      check: "`resource` is in the authorization request and in the token request.",
      spec: "MCP 2026-07-28, authorization; RFC 8707 §2",
    },
    {
      check: "The MCP server refuses tokens for another audience.",
      spec: "MCP 2026-07-28, authorization",
    },
    {
      check: "The MCP server passes no token on; for other APIs it gets its own.",
      spec: "MCP 2026-07-28, security considerations",
    },
    {
      check: "The agent goes no further if the metadata do not name PKCE methods.",
      spec: "MCP 2026-07-28, security considerations",
    },
    {
      check: "`iss` in the answer is compared with the issuer that was asked, in errors too.",
      spec: "RFC 9207 §2.4",
    },
    {
      check: "Each registration is used at the issuer it was made with, and at no other.",
      spec: "MCP 2026-07-28, client registration",
    },
    {
      check: "The first scope is small; more is asked for when a 403 demands it.",
      spec: "MCP 2026-07-28, authorization",
    },
    { check: "Tokens never enter the model’s context.", spec: "RFC 6749 §10.3" },
  ],
};
