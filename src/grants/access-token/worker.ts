import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { PAGE_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { servedCall } from "../steps/api-call.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import type { ClientAuth } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { gettingIt, openPrint, otherScript, tokenAmong, tokenIn, usingIt } from "./parts.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };

const looking = {
  kind: "local",
  from: "other",
  to: "other",
  channel: "local",
  stage: "use",
} as const;

/** A worker holds the token and makes the calls; the page gets photos (RFC 10017 §8.3). */
export const workerFlow: Flow = defineFlow({
  id: "access-token",
  title: "Access token",
  summary:
    "A web worker redeems the code, keeps the token in its own memory and makes the calls. Another script of the page finds no token, and asks the worker for photos.",
  sandbox: { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id) },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: parties.page,
    other: otherScript,
    worker: {
      ...parties.page,
      name: "Worker",
      what: "A web worker of print.example: a script with a memory of its own, which talks to the page in messages.",
      place: "worker",
    },
    host: parties.host,
    as: parties.as,
    api: parties.api,
  },
  places: [
    places.user,
    places.page,
    { id: "worker", title: "Worker", what: "the worker’s own memory" },
    places.client,
    places.as,
    places.api,
  ],
  values: {
    ...valuesThen("worker"),
    refresh_token: values.refresh_token,
    handed: {
      title: "handed out",
      what: "The token, in a message of the worker’s to the page",
      tone: "token",
      tracked: false,
    },
    message: {
      title: "message",
      what: "What the worker told the page",
      tone: "plain",
      tracked: false,
    },
  },
  chapters: [
    gettingIt,
    { id: "look", title: "Another script looks for the token" },
    usingIt,
    { id: "ask", title: "The other script asks the worker" },
  ],
  given: heldThen,
  ends: {
    done: "The photos are on the page, and you have seen what its other scripts can read.",
    stop: "The client goes no further: what came back was not what it needs.",
  },
  start: "click",
  steps: {
    click: openPrint,
    redeem: {
      ...redeemFacts({ from: "worker", channel: "direct", who: "The worker", next: "look" }),
      request: (read) => redeemRequest(auth, read),
    },
    look: {
      ...looking,
      title: "The other script reads cookies and storage",
      spec: "RFC 10017 §8.3",
      why: "The token is in the worker’s memory, and no script of the page can reach into that. It must never have been in the page, either.",
      chapter: "look",
      button: "look through cookies and storage",
      run: async (read, { browser }) => ({
        outcome: tokenAmong(browser, read("access_token")) === undefined ? "nothing" : "found",
      }),
      outcomes: {
        nothing: { label: "no token", next: "api" },
        found: { label: "the access token, in the page", next: "api" },
      },
      instead: [{ label: "Have the worker hand the token to the page", next: "hand" }],
    },
    hand: {
      kind: "local",
      title: "The worker hands the token to the page, which stores it",
      from: "worker",
      to: "page",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §8.3",
      why: "Then the page could make its calls itself. The token is in a message and in sessionStorage now, and the worker protects it no more.",
      chapter: "look",
      button: "send the token to the page",
      run: async (read) => ({
        outcome: "handed",
        values: { handed: read("access_token") },
        keep: { area: "sessionStorage", key: "access_token", value: read("access_token") },
      }),
      outcomes: { handed: { label: "the token", next: "look" } },
    },
    api: servedCall(
      {
        title: "The worker calls the API for the page",
        why: "The page asks in a message: the photos, please. The header is written in the worker, with the worker’s own fetch.",
        from: "worker",
        channel: "direct",
        chapter: "use",
      },
      "tell",
    ),
    tell: {
      kind: "local",
      title: "The worker sends the photos to the page",
      from: "worker",
      to: "page",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §8.3",
      why: "A message with the answer of the API, and not with the token. A worker that handed the token out would protect nothing.",
      chapter: "use",
      button: "send a message to the page",
      run: async (read) => ({ outcome: "sent", values: { message: read("photos") } }),
      outcomes: { sent: { label: "the photos", next: "listen" } },
    },
    listen: {
      ...looking,
      title: "The other script listens to the messages",
      spec: "RFC 10017 §8.3",
      why: "Every script of the page can hear what the worker says. In a message with photos there is no token to hear.",
      chapter: "use",
      button: "read what passed between worker and page",
      run: async (read) => ({
        outcome:
          tokenIn(`${read("message")} ${read.maybe("handed") ?? ""}`, read("access_token")) ===
          undefined
            ? "nothing"
            : "found",
      }),
      outcomes: {
        nothing: { label: "photos, and no token", next: "ask" },
        found: { label: "the access token", next: "ask" },
      },
    },
    ask: servedCall(
      {
        title: "The other script asks the worker for photos",
        why: "The worker cannot tell who on the page is asking, so it calls the API. The token is safe, and what it is for is not.",
        from: "worker",
        channel: "direct",
        chapter: "ask",
        spec: "RFC 10017 §5.1.4",
        button: "have the worker send GET /photos",
      },
      "show",
    ),
    show: {
      ...pageSteps.show,
      chapter: "ask",
      why: "A thief must be on the page, and while it is open. Nor does a worker keep the other script from signing in once more, silently, for tokens of its own.",
    },
  },
});
