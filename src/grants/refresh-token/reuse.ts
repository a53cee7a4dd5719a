import { defineFlow, type Flow, type Read } from "../../flow/define-flow.ts";
import { API_CLIENT, PAGE_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { apiRefusals, expiredCall, servedCall } from "../steps/api-call.ts";
import { resourceAnswer } from "../steps/classify.ts";
import { problemPage } from "../steps/client-pages.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import { refreshRequest, showingPhotos, untilExpired, waiting } from "../steps/refresh.ts";
import {
  type ClientAuth,
  classifyTokens,
  introspectionRequest,
  photosRequest,
  tokenRefusals,
} from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { chapters, STALE } from "./common.ts";
import { introspectionAnswer, refusedAgain, REFRESH_KEY } from "./reuse-parts.ts";
import { mallory, malloryPlace, readByMallory, readByPrint, theftValues } from "./thief.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };
const noSecret = () => "";

const asPrint = (read: Read<"refresh_token">) =>
  refreshRequest(auth, noSecret, read("refresh_token"));
const asMallory = (read: Read<"mallorys_refresh_token">) =>
  refreshRequest(auth, noSecret, read("mallorys_refresh_token"));

/** Two parties use one refresh token: whoever comes second ends it for both (RFC 9700 §4.14.2). */
export const reuseFlow: Flow = defineFlow({
  id: "refresh-token",
  title: "Refresh token",
  summary:
    "Mallory has copied the refresh token of a single-page app. Sooner or later both use it, and the authorization server ends everything that came of it.",
  sandbox: { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id) },
  parties: {
    browser: parties.browser,
    page: parties.page,
    host: parties.host,
    as: parties.as,
    api: parties.api,
    thief: mallory,
  },
  places: [places.user, places.page, places.client, places.as, places.api, malloryPlace],
  values: {
    ...valuesThen("page"),
    refresh_token: values.refresh_token,
    ...theftValues,
  },
  chapters: [
    ...chapters.slice(0, 2),
    { id: "theft", title: "Mallory copies the refresh token" },
    { id: "first", title: "The access token expires, and Mallory refreshes" },
    { id: "expired", title: "Print’s access token has expired too" },
    { id: "refresh", title: "The same refresh token comes again" },
    { id: "left", title: "What is left" },
  ],
  given: { ...heldThen, api_secret: API_CLIENT.secret },
  ends: {
    done: "The family has ended: neither Print nor Mallory can refresh any more, and only the user can begin anew.",
    stop: "The client goes no further: what came back was not what it needs.",
  },
  start: "click",
  steps: {
    click: {
      ...pageSteps.click,
      chapter: "tokens",
      outcomes: { page: { label: "200 page and script", next: "redeem" } },
    },
    redeem: {
      ...redeemFacts({ from: "page", channel: "direct", who: "The script", next: "keep" }),
      request: (read) => redeemRequest(auth, read),
    },
    keep: {
      kind: "local",
      title: "The script keeps the refresh token in localStorage",
      from: "page",
      to: "page",
      channel: "local",
      stage: "redeem",
      spec: "RFC 10017 §8.5",
      why: "So that it is still there tomorrow. Every script that runs on this origin can read it too.",
      chapter: "tokens",
      button: "keep the refresh token",
      run: async (read) => ({
        outcome: "kept",
        keep: { area: "localStorage", key: REFRESH_KEY, value: read("refresh_token") },
      }),
      outcomes: { kept: { label: "kept", next: "api" } },
      instead: [{ label: "Keep it in memory alone", next: "api" }],
    },
    api: servedCall(
      {
        title: "The script calls the API with the access token",
        why: "An ordinary day at Print.",
        from: "page",
        channel: "direct",
        chapter: "use",
      },
      "theft",
    ),
    theft: {
      kind: "local",
      title: "A script of Mallory’s reads the storage",
      from: "thief",
      to: "thief",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §5.1.1",
      why: "One bad dependency, loaded once, is enough. It takes a copy and is gone; nothing at Print looks different.",
      chapter: "theft",
      button: "copy the refresh token",
      run: async (_, { browser }) => {
        const found = browser.scriptCanRead?.localStorage[REFRESH_KEY];
        return found === undefined
          ? { outcome: "nothing" }
          : { outcome: "copied", values: { mallorys_refresh_token: found } };
      },
      outcomes: {
        copied: { label: "the refresh token", next: "wait" },
        nothing: { label: "nothing is in the storage", next: "stop" },
      },
    },
    wait: {
      ...waiting(
        {
          title: "A quarter of an hour goes by",
          why: "Print’s access token expires. Whoever holds the refresh token can get another.",
          party: "page",
          chapter: "first",
          button: "wait until the access token expires",
          shows: showingPhotos,
        },
        untilExpired,
        "thief_refresh",
      ),
      instead: [{ label: "Alice comes back before that", next: "later" }],
    },
    thief_refresh: {
      kind: "exchange",
      title: "Mallory uses the copy",
      from: "thief",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 9700 §4.14",
      why: "The client is public: its name is all it has to say, and Mallory can say it too. The answer has a new refresh token, which only Mallory knows.",
      chapter: "first",
      button: "send POST /token as Mallory",
      request: asMallory,
      classify: classifyTokens,
      outcomes: {
        ok: { label: "200 access_token", next: "thief_api", read: readByMallory },
        ...tokenRefusals,
      },
      instead: [{ label: "Print comes first", next: "later" }],
    },
    thief_api: {
      kind: "exchange",
      title: "Mallory calls the API",
      from: "thief",
      to: "api",
      channel: "back",
      stage: "use",
      spec: "RFC 6750 §5.1",
      why: "A token like any other. The API cannot tell that it is not Print who asks.",
      chapter: "first",
      button: "send GET /photos as Mallory",
      request: (read) => photosRequest(read("last_access_token")),
      classify: resourceAnswer,
      outcomes: { ok: { label: "200 Alice’s photos", next: "later" }, ...apiRefusals },
      instead: [{ label: "Ask what the authorization server says of it", next: "introspect" }],
    },
    later: expiredCall(
      {
        title: "Alice comes back, and the script calls the API",
        why: "Its own access token has expired, as always.",
        from: "page",
        channel: "direct",
        chapter: "expired",
      },
      "refresh",
      "thief_refresh",
    ),
    refresh: {
      kind: "exchange",
      title: "The script uses its refresh token",
      from: "page",
      to: "as",
      channel: "direct",
      stage: "redeem",
      spec: "RFC 9700 §4.14.2",
      why: "Where this token has been used before, two parties hold it. The server cannot know which one is honest, so it ends the whole family.",
      chapter: "refresh",
      button: "send POST /token",
      request: asPrint,
      classify: classifyTokens,
      outcomes: {
        invalid_grant: { label: "400 invalid_grant", next: "thief_again" },
        ok: { label: "200 access_token", next: "thief_late", read: readByPrint },
        invalid_client: tokenRefusals.invalid_client,
        invalid_request: tokenRefusals.invalid_request,
        unsupported_grant_type: tokenRefusals.unsupported_grant_type,
        refused: tokenRefusals.refused,
      },
    },
    thief_again: {
      kind: "exchange",
      title: "Mallory uses the new refresh token",
      from: "thief",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 9700 §4.14.2",
      why: "It was never used, and is worth nothing: what Alice allowed was revoked, and all that came of it.",
      chapter: "refresh",
      button: "send POST /token as Mallory",
      request: asMallory,
      classify: classifyTokens,
      outcomes: refusedAgain("thief_still"),
    },
    thief_late: {
      kind: "exchange",
      title: "Mallory uses the copy, too late",
      from: "thief",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 9700 §4.14.2",
      why: "Print has used this token, so it was replaced. That it comes again shows that somebody else has it.",
      chapter: "refresh",
      button: "send POST /token as Mallory",
      request: asMallory,
      classify: classifyTokens,
      outcomes: refusedAgain("print_again"),
    },
    print_again: {
      kind: "exchange",
      title: "The script uses its new refresh token",
      from: "page",
      to: "as",
      channel: "direct",
      stage: "redeem",
      spec: "RFC 9700 §4.14.2",
      why: "The honest client pays as well: it has done nothing wrong, and its refresh token is revoked with the rest.",
      chapter: "refresh",
      button: "send POST /token",
      request: asPrint,
      classify: classifyTokens,
      outcomes: refusedAgain("print_still"),
    },
    thief_still: {
      kind: "exchange",
      title: "Mallory calls the API again",
      from: "thief",
      to: "api",
      channel: "back",
      stage: "use",
      spec: "RFC 9068 §4",
      why: "The API reads the token by itself, and nothing in it says that it was revoked. Until it expires, revoking changes nothing here.",
      chapter: "left",
      button: "send GET /photos as Mallory",
      request: (read) => photosRequest(read("last_access_token")),
      classify: resourceAnswer,
      outcomes: { ok: { label: "200 Alice’s photos", next: "introspect" }, ...apiRefusals },
    },
    print_still: {
      kind: "exchange",
      title: "The script calls the API with its last access token",
      from: "page",
      to: "api",
      channel: "direct",
      stage: "use",
      spec: "RFC 9068 §4",
      why: "The API reads the token by itself, and nothing in it says that it was revoked. It works until it expires.",
      chapter: "left",
      button: "send GET /photos",
      request: (read) => photosRequest(read("last_access_token")),
      classify: resourceAnswer,
      outcomes: { ok: { label: "200 photos", next: "introspect" }, ...apiRefusals },
    },
    introspect: {
      kind: "exchange",
      title: "The API asks about that token",
      from: "api",
      to: "as",
      channel: "back",
      stage: "use",
      spec: "RFC 7662 §2.2",
      why: "An API that asks learns of a revocation at once. It costs a request for each call, so many APIs ask only where it matters.",
      chapter: "left",
      button: "send POST /introspect",
      request: (read) =>
        introspectionRequest(API_CLIENT.id, read("api_secret"), read("last_access_token")),
      classify: introspectionAnswer,
      outcomes: {
        inactive: { label: "200 active: false", next: "over" },
        active: { label: "200 active: true", next: "later" },
        invalid_client: { label: "401 invalid_client" },
        refused: { label: "refused" },
      },
    },
    over: {
      kind: "local",
      title: "The script asks Alice to sign in again",
      from: "page",
      to: "page",
      channel: "local",
      stage: "use",
      spec: "RFC 9700 §4.14.2",
      why: "Rotation does not prevent the theft: it notices it, and only once both have used the token. A thief who keeps Print from refreshing is not noticed.",
      chapter: "left",
      button: "ask Alice to sign in again",
      run: async () => ({ outcome: "shown", page: problemPage(STALE) }),
      outcomes: { shown: { label: "shown", next: "done" } },
    },
  },
});
