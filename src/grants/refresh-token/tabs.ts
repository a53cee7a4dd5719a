import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { PAGE_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { expiredCall, servedCall } from "../steps/api-call.ts";
import { problemPage } from "../steps/client-pages.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import { refreshRequest, showingPhotos, untilExpired, waiting } from "../steps/refresh.ts";
import { type ClientAuth, classifyTokens } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { refreshed, STALE } from "./common.ts";
import { refusedAgain } from "./reuse-parts.ts";
import { kept, readSecond, secondTab, secondValues, storedIn } from "./tabs-parts.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };
const noSecret = () => "";

const refreshFacts = {
  kind: "exchange",
  to: "as",
  channel: "direct",
  stage: "redeem",
  button: "send POST /token",
  classify: classifyTokens,
} as const;

/** Two tabs of one page find their access token expired, and share one refresh token. */
export const tabsFlow: Flow = defineFlow({
  id: "refresh-token",
  title: "Refresh token",
  summary:
    "Print is open in two tabs, which share one refresh token. If both refresh at once, they look like a thief and a victim; so they take turns.",
  sandbox: { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id) },
  parties: {
    browser: parties.browser,
    page: { ...parties.page, name: "Tab one" },
    second: secondTab,
    host: parties.host,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.client, places.as, places.api],
  values: {
    ...valuesThen("page"),
    refresh_token: values.refresh_token,
    ...secondValues,
  },
  chapters: [
    { id: "tokens", title: "Tab one gets its tokens" },
    { id: "use", title: "Tab one calls the API; then Alice opens tab two" },
    { id: "expired", title: "The access token expires in both tabs" },
    { id: "refresh", title: "One tab refreshes" },
    { id: "again", title: "Both send their original request again" },
  ],
  given: heldThen,
  ends: {
    done: "The photos are on the page, and both tabs can go on.",
    stop: "The server took one client for two parties and ended the family: the user has to begin anew.",
  },
  start: "click",
  steps: {
    click: {
      ...pageSteps.click,
      chapter: "tokens",
      outcomes: { page: { label: "200 page and script", next: "redeem" } },
    },
    redeem: {
      ...redeemFacts({ from: "page", channel: "direct", who: "Tab one", next: "keep" }),
      request: (read) => redeemRequest(auth, read),
    },
    keep: {
      kind: "local",
      title: "Tab one puts the tokens into localStorage",
      from: "page",
      to: "page",
      channel: "local",
      stage: "redeem",
      spec: "RFC 10017 §8.5",
      why: "All tabs of an origin share this storage, so that Alice signs in once. Every script of the origin shares it too.",
      chapter: "tokens",
      button: "keep the tokens",
      run: async (read) => ({ outcome: "kept", keep: kept(read) }),
      outcomes: { kept: { label: "kept", next: "api" } },
    },
    api: servedCall(
      {
        title: "Tab one calls the API",
        why: "It shows Alice’s photos, and she wants to look at two of them side by side.",
        from: "page",
        channel: "direct",
        chapter: "use",
      },
      "open_second",
    ),
    open_second: {
      kind: "local",
      title: "Alice opens a second tab; its script finds the tokens",
      from: "second",
      to: "second",
      channel: "local",
      stage: "redeem",
      spec: "RFC 10017 §8.5",
      why: "Both tabs now hold the same two tokens, each in its own memory.",
      chapter: "use",
      button: "open the second tab",
      run: async (_, { browser }) => ({ outcome: "found", values: storedIn(browser) }),
      outcomes: { found: { label: "the same tokens", next: "wait" } },
    },
    wait: {
      ...waiting(
        {
          title: "A quarter of an hour goes by",
          why: "The access token expires, for both tabs in the same second.",
          party: "page",
          chapter: "expired",
          button: "wait until the access token expires",
          shows: showingPhotos,
        },
        untilExpired,
        "later",
      ),
      instead: [{ label: "Do not wait: call again at once", next: "later" }],
    },
    later: expiredCall(
      {
        title: "Tab one calls the API",
        why: "Its token has expired. It will refresh, and so will the other tab.",
        from: "page",
        channel: "direct",
        chapter: "expired",
      },
      "later_second",
      "show",
    ),
    later_second: {
      ...expiredCall(
        {
          title: "Tab two calls the API, at the same time",
          why: "The same answer. Now two scripts that know nothing of each other hold one refresh token.",
          from: "second",
          channel: "direct",
          chapter: "expired",
        },
        "lock",
        "show",
      ),
      request: readSecond,
    },
    lock: {
      kind: "local",
      title: "Tab one takes the lock, and tab two waits for it",
      from: "page",
      to: "page",
      channel: "local",
      stage: "redeem",
      spec: "RFC 9700 §4.14.2",
      why: "The Web Locks API gives a lock to one tab of an origin at a time. Within one tab, all calls share a single promise of the refresh.",
      chapter: "refresh",
      button: "take the lock",
      run: async () => ({ outcome: "taken" }),
      outcomes: { taken: { label: "taken", next: "refresh" } },
      instead: [{ label: "Both refresh at once, without a lock", next: "race" }],
    },
    refresh: {
      ...refreshFacts,
      title: "Tab one uses the refresh token",
      from: "page",
      spec: "RFC 6749 §6",
      why: "One request for both tabs. The token is spent and replaced.",
      chapter: "refresh",
      request: (read) => refreshRequest(auth, noSecret, read("refresh_token")),
      outcomes: refreshed("store", "reject"),
    },
    store: {
      kind: "local",
      title: "Tab one stores the new tokens and lets go of the lock",
      from: "page",
      to: "page",
      channel: "local",
      stage: "redeem",
      spec: "RFC 6749 §6",
      why: "The client must discard the old refresh token. Stored first, released second: whoever has the lock next finds the new one.",
      chapter: "refresh",
      button: "store the tokens",
      run: async (read) => ({ outcome: "stored", keep: kept(read) }),
      outcomes: { stored: { label: "stored", next: "lock_second" } },
      instead: [{ label: "Tab one is closed before it could store them", next: "lock_second" }],
    },
    lock_second: {
      kind: "local",
      title: "Tab two gets the lock, and reads the storage again",
      from: "second",
      to: "second",
      channel: "local",
      stage: "redeem",
      spec: "RFC 9700 §4.14.2",
      why: "It compares what is stored with what it has. A token newer than its own means that somebody has refreshed already.",
      chapter: "refresh",
      button: "read the storage again",
      run: async (read, { browser }) => {
        const stored = storedIn(browser);
        const newer = stored.second_refresh_token !== read("second_refresh_token");
        return { outcome: newer ? "newer" : "same", values: stored };
      },
      outcomes: {
        newer: { label: "newer tokens: nothing to refresh", next: "retry" },
        same: { label: "the same as before", next: "refresh_second" },
      },
    },
    refresh_second: {
      ...refreshFacts,
      title: "Tab two uses the refresh token it knows",
      from: "second",
      spec: "RFC 9700 §4.14.2",
      why: "It was spent by the tab that is gone, and its successor is lost. To the server that looks like a theft; for Alice it is a sign-in more.",
      chapter: "refresh",
      request: (read) => refreshRequest(auth, noSecret, read("second_refresh_token")),
      outcomes: refusedAgain("reject"),
    },
    race: {
      ...refreshFacts,
      title: "Tab one uses the refresh token",
      from: "page",
      spec: "RFC 6749 §6",
      why: "It is the faster one, and gets new tokens.",
      chapter: "refresh",
      request: (read) => refreshRequest(auth, noSecret, read("refresh_token")),
      outcomes: refreshed("race_second", "reject"),
    },
    race_second: {
      ...refreshFacts,
      title: "Tab two uses the same refresh token a moment later",
      from: "second",
      spec: "RFC 9700 §4.14.2",
      why: "A second use of a spent token. The server cannot tell a careless client from a thief, and revokes the family.",
      chapter: "refresh",
      request: (read) => refreshRequest(auth, noSecret, read("second_refresh_token")),
      outcomes: refusedAgain("race_after"),
    },
    race_after: {
      ...refreshFacts,
      title: "Tab one tries its new refresh token",
      from: "page",
      spec: "RFC 9700 §4.14.2",
      why: "Tab one has won the race, and lost all the same.",
      chapter: "refresh",
      request: (read) => refreshRequest(auth, noSecret, read("refresh_token")),
      outcomes: refusedAgain("reject"),
    },
    retry: servedCall(
      {
        title: "Tab one sends its original request again",
        why: "The request that was refused, with the new access token.",
        from: "page",
        channel: "direct",
        chapter: "again",
        button: "send GET /photos again",
      },
      "retry_second",
    ),
    retry_second: {
      ...servedCall(
        {
          title: "Tab two sends its original request again",
          why: "With the access token that tab one got. Two refused requests, one refresh, two answers.",
          from: "second",
          channel: "direct",
          chapter: "again",
          button: "send GET /photos again",
        },
        "show",
      ),
      request: readSecond,
    },
    show: {
      ...pageSteps.show,
      title: "Both tabs show the photos",
      why: "The lock lives in the browser and costs nothing. Some servers accept a spent token for a few seconds more instead, and a thief has those seconds too.",
      chapter: "again",
    },
    reject: {
      kind: "local",
      title: "Alice has to sign in again, in both tabs",
      from: "page",
      to: "page",
      channel: "local",
      stage: "use",
      spec: "RFC 9700 §4.14.2",
      why: "Nobody stole anything. People who are signed out for no reason stop trusting the page, so take turns.",
      chapter: "refresh",
      button: "ask Alice to sign in again",
      run: async () => ({ outcome: "shown", page: problemPage(STALE) }),
      outcomes: { shown: { label: "shown", next: "stop" } },
    },
  },
});
