import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { randomToken } from "../../oauth/random.ts";
import { PRINT, SERVER_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { servedCall } from "../steps/api-call.ts";
import {
  HTTP_ONLY,
  htmlAnswer,
  photosPage,
  redirectAnswer,
  sessionIn,
} from "../steps/client-pages.ts";
import { parties, places } from "../steps/parties.ts";
import type { ClientAuth } from "../steps/tokens.ts";
import { secretValue, values } from "../steps/values.ts";
import { gettingIt, otherScript, tokenAmong, usingIt } from "./parts.ts";

const auth: ClientAuth = { method: "client_secret_basic", id: SERVER_CLIENT.id };

const answering = {
  kind: "respond",
  from: "client",
  to: "browser",
  channel: "front",
  stage: "use",
} as const;

/** The client's server keeps the token; the browser has a cookie that no script can read (RFC 10017 §6.1). */
export const cookieFlow: Flow = defineFlow({
  id: "access-token",
  title: "Access token",
  summary:
    "Print has a server of its own, which keeps the access token and makes the calls. The browser has a session cookie, and scripts cannot read even that.",
  sandbox: { clientSite: "server", allowed: allowedTo(SERVER_CLIENT.id) },
  parties: {
    user: parties.user,
    browser: parties.browser,
    other: otherScript,
    client: parties.client,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.client, places.as, places.api],
  values: {
    ...valuesThen("client"),
    refresh_token: values.refresh_token,
    client_secret: secretValue,
    session: { ...values.session, tracked: true },
    found_session: {
      title: "what was found",
      what: "What the other script found",
      tone: "binding",
      tracked: false,
    },
  },
  chapters: [
    gettingIt,
    { id: "session", title: "Print gives the browser a session" },
    usingIt,
    { id: "look", title: "Another script looks for the token" },
  ],
  given: { ...heldThen, client_secret: SERVER_CLIENT.secret },
  ends: {
    done: "The photos are on the page, and you have seen what its other scripts can read.",
    stop: "The client goes no further: what came back was not what it needs.",
  },
  start: "open",
  steps: {
    open: {
      kind: "visit",
      title: "Alice comes to Print, which she has just allowed it",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "ask",
      spec: "RFC 10017 §6.1",
      why: "Her request waits at Print’s server until that has what it needs.",
      chapter: "tokens",
      userDoes: "opens Print",
      button: "open print.example",
      begin: { by: "opening", url: () => `${PRINT}/` },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "redeem" } },
    },
    redeem: {
      ...redeemFacts({ from: "client", channel: "back", who: "Print", next: "begin" }),
      request: (read) => redeemRequest(auth, read, () => read("client_secret")),
    },
    begin: {
      kind: "local",
      title: "Print begins a session and puts the tokens into it",
      from: "client",
      to: "client",
      channel: "local",
      stage: "redeem",
      spec: "RFC 10017 §6.1.2.3",
      why: "The tokens stay in Print’s database. What goes to the browser is a random text that stands for the session.",
      chapter: "session",
      button: "begin a session",
      run: async () => ({ outcome: "begun", values: { session: randomToken() } }),
      outcomes: { begun: { label: "begun", next: "cookie" } },
    },
    cookie: {
      ...answering,
      title: "Print sets the session cookie",
      spec: "RFC 10017 §6.1.3.2",
      why: "Secure and HttpOnly are a must here, SameSite and a name with a prefix are advised. HttpOnly keeps the cookie from scripts, the browser sends it by itself.",
      chapter: "session",
      button: "answer with a redirect",
      response: (read, leftOut) => redirectAnswer(`${PRINT}/photos`, read("session"), leftOut),
      outcomes: { sent: { label: "303 with Set-Cookie", next: "photos" } },
      instead: [{ label: "Forget HttpOnly", next: "open_cookie" }],
    },
    open_cookie: {
      ...answering,
      title: "Print sets the session cookie, without HttpOnly",
      spec: "RFC 10017 §6.1.3.2",
      why: "Nothing looks different, and everything works.",
      chapter: "session",
      button: "answer with a redirect",
      response: (read) => redirectAnswer(`${PRINT}/photos`, read("session"), new Set([HTTP_ONLY])),
      outcomes: { sent: { label: "303 with Set-Cookie", next: "photos" } },
    },
    photos: {
      kind: "visit",
      title: "The browser asks Print for the photos",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "use",
      spec: "RFC 6265 §4.2",
      why: "The cookie travels with the request, because it belongs to this site.",
      chapter: "use",
      button: "send GET /photos",
      begin: { by: "redirect" },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "api" } },
    },
    api: servedCall(
      {
        title: "Print calls the API with the access token",
        why: "From server to server. Print finds the token by the session, and the browser never has it.",
        from: "client",
        channel: "back",
        chapter: "use",
      },
      "show",
    ),
    show: {
      ...answering,
      title: "Print shows the photos",
      spec: "RFC 10017 §6.1",
      why: "A page with photos, and no token in it.",
      chapter: "use",
      button: "answer with the page",
      response: (read) => htmlAnswer(200, photosPage(read("photos"))),
      outcomes: { sent: { label: "200 page with the photos", next: "look" } },
    },
    look: {
      kind: "local",
      title: "Another script reads cookies and storage",
      from: "other",
      to: "other",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §6.1.4.2",
      why: "There is no token to take. It can still send requests to Print while the page is open, and the browser adds the cookie.",
      chapter: "look",
      button: "look through cookies and storage",
      run: async (read, { browser }) => {
        const session = sessionIn(browser.scriptCanRead?.cookies ?? "");
        if (session !== undefined) {
          return { outcome: "session", values: { found_session: session } };
        }
        return {
          outcome: tokenAmong(browser, read("access_token")) === undefined ? "nothing" : "token",
        };
      },
      outcomes: {
        nothing: { label: "no token, no session", next: "done" },
        session: { label: "the session: as good as the tokens, at Print", next: "done" },
      },
    },
  },
});
