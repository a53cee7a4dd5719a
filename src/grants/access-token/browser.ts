import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { PAGE_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { servedCall } from "../steps/api-call.ts";
import { photosPage, problemPage } from "../steps/client-pages.ts";
import { parties, places } from "../steps/parties.ts";
import { type ClientAuth, photosRequest } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { found, keeping, overheard, stored } from "./keeping.ts";
import { gettingIt, openPrint, otherScript, tokenAmong, tokenIn } from "./parts.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };

/** Where a page may keep its access token, and what another script on it finds there (RFC 10017 §8). */
export const browserFlow: Flow = defineFlow({
  id: "access-token",
  title: "Access token",
  summary:
    "A page has to keep its access token somewhere: in memory, in sessionStorage, in localStorage. Another script of the page looks for it, in the storage and in the requests.",
  sandbox: { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id) },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: parties.page,
    other: otherScript,
    host: parties.host,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.client, places.as, places.api],
  values: {
    ...valuesThen("page"),
    refresh_token: values.refresh_token,
    found_token: {
      title: "what was found",
      what: "What the other script found",
      tone: "token",
      tracked: false,
    },
    sent_header: {
      title: "header",
      what: "The Authorization header of the last call",
      tone: "plain",
      tracked: false,
    },
    stored_token: {
      title: "stored token",
      what: "What Print’s script finds after the reload",
      tone: "token",
      tracked: false,
    },
  },
  chapters: [
    gettingIt,
    { id: "keep", title: "Print keeps the token, and another script looks for it" },
    { id: "use", title: "Print calls the API, and the other script listens" },
    { id: "reload", title: "Alice reloads the page" },
  ],
  given: heldThen,
  ends: {
    done: "You have seen what another script of the page can read in each place.",
    stop: "The client goes no further: what came back was not what it needs.",
  },
  start: "click",
  steps: {
    click: openPrint,
    redeem: {
      ...redeemFacts({ from: "page", channel: "direct", who: "The script", next: "memory" }),
      request: (read) => redeemRequest(auth, read),
    },
    memory: {
      ...keeping,
      title: "The script keeps the token in memory",
      spec: "RFC 10017 §8.4",
      why: "A variable in a closure, which no other script can name. It is gone with the page.",
      button: "keep it in memory",
      run: async () => ({ outcome: "kept" }),
      instead: [
        { label: "Keep it in sessionStorage", next: "session" },
        { label: "Keep it in localStorage", next: "local" },
      ],
    },
    session: {
      ...keeping,
      title: "The script keeps the token in sessionStorage",
      spec: "RFC 10017 §8.5",
      why: "It survives a reload, is not shared with other tabs, and ends with this one. Every script of the page can read it.",
      button: "keep it in sessionStorage",
      run: async (read) => stored("sessionStorage", read("access_token")),
    },
    local: {
      ...keeping,
      title: "The script keeps the token in localStorage",
      spec: "RFC 10017 §8.5",
      why: "All tabs share it, and it stays when the browser is closed. So it does for every script of the origin, and for malware that reads profiles from the disk.",
      button: "keep it in localStorage",
      run: async (read) => stored("localStorage", read("access_token")),
    },
    look: {
      kind: "local",
      title: "The other script reads cookies and storage",
      from: "other",
      to: "other",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §5.1.1",
      why: "A few lines that walk through everything a script of this page may read. They need not know how Print works.",
      chapter: "keep",
      button: "look through cookies and storage",
      run: async (read, { browser }) => found(tokenAmong(browser, read("access_token"))),
      outcomes: {
        nothing: { label: "nothing that looks like a token", next: "api" },
        found: { label: "the access token", next: "api" },
      },
    },
    api: {
      ...servedCall(
        {
          title: "Print’s script calls the API with the access token",
          why: "Wherever it is kept, the token has to go into a header, by a function of the browser’s that every script may replace.",
          from: "page",
          channel: "direct",
          chapter: "use",
        },
        "listen",
      ),
      outcomes: overheard("listen"),
    },
    listen: {
      kind: "local",
      title: "The other script had replaced fetch",
      from: "other",
      to: "other",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §8.4",
      why: "Its own fetch notes the headers and passes the call on. A closure hides a variable, not what is done with it.",
      chapter: "use",
      button: "read what passed through fetch",
      run: async (read) => found(tokenIn(read("sent_header"), read("access_token"))),
      outcomes: {
        found: { label: "the access token", next: "reload" },
      },
    },
    reload: {
      kind: "visit",
      title: "Alice reloads the page",
      from: "browser",
      to: "host",
      channel: "front",
      stage: "use",
      spec: "RFC 10017 §8.4",
      why: "The page and its memory are gone. What was stored is still there.",
      chapter: "reload",
      userDoes: "reloads the page",
      button: "reload print.example",
      begin: { by: "opening", url: openPrint.begin.url },
      classify: openPrint.classify,
      outcomes: { page: { label: "200 page and script", next: "find" } },
    },
    find: {
      kind: "local",
      title: "Print’s script looks for its token",
      from: "page",
      to: "page",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §8.4",
      why: "From memory there is nothing left. The page sends Alice through the authorization server again, where she is still signed in.",
      chapter: "reload",
      button: "look for the token",
      run: async (read, { browser }) => {
        const token = tokenAmong(browser, read("access_token"));
        return token === undefined
          ? { outcome: "lost", page: problemPage("Signing you in again…") }
          : { outcome: "kept", values: { stored_token: token } };
      },
      outcomes: {
        lost: { label: "the token is gone", next: "done" },
        kept: { label: "the token is still there", next: "again" },
      },
    },
    again: {
      ...servedCall(
        {
          title: "Print’s script calls the API with the token it found",
          why: "Convenient for Alice, and for whoever else reads the storage.",
          from: "page",
          channel: "direct",
          chapter: "reload",
          button: "send GET /photos again",
        },
        "show",
      ),
      request: (read) => photosRequest(read("stored_token")),
    },
    show: {
      kind: "local",
      title: "The script shows the photos",
      from: "page",
      to: "page",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §8",
      why: "No place in a page is safe from a script of the same page. What helps is a short life, a small scope, and a server that holds the token instead.",
      chapter: "reload",
      button: "show the photos",
      run: async (read) => ({ outcome: "shown", page: photosPage(read("photos")) }),
      outcomes: { shown: { label: "shown", next: "done" } },
    },
  },
});
