import { defineFlow, type Flow, type Read } from "../../flow/define-flow.ts";
import { PAGE_CLIENT, SCOPE } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { expiredCall, servedCall } from "../steps/api-call.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import { DAY, refreshRequest, showingPhotos, untilExpired, waiting } from "../steps/refresh.ts";
import { type ClientAuth, classifyTokens } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { chapters, refreshed } from "./common.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };
const noSecret = () => "";
const BOTH = `${SCOPE} photos.write`;

const asIs = (read: Read<"refresh_token">) => refreshRequest(auth, noSecret, read("refresh_token"));

/** A public client: every use of its refresh token gives another one (RFC 9700 §4.14.2). */
export const rotatingFlow: Flow = defineFlow({
  id: "refresh-token",
  title: "Refresh token",
  summary:
    "The access token of a single-page app expires. It gets a new one without Alice, a new refresh token with it, and repeats the request that was refused.",
  sandbox: { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id, BOTH) },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: parties.page,
    host: parties.host,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.address, places.client, places.as, places.api],
  values: { ...valuesThen("page"), refresh_token: values.refresh_token },
  chapters,
  given: heldThen,
  start: "click",
  steps: {
    click: {
      ...pageSteps.click,
      chapter: "tokens",
      outcomes: { page: { label: "200 page and script", next: "redeem" } },
    },
    redeem: {
      ...redeemFacts({ from: "page", channel: "direct", who: "The script", next: "api" }),
      request: (read) => redeemRequest(auth, read),
    },
    api: servedCall(
      {
        title: "The script calls the API with the access token",
        why: "The script keeps both tokens in memory. The access token is for the API, the refresh token for the authorization server and for nobody else.",
        from: "page",
        channel: "direct",
        chapter: "use",
      },
      "wait",
    ),
    wait: {
      ...waiting(
        {
          title: "Alice looks at her photos; a quarter of an hour goes by",
          why: "An access token lives 15 to 60 minutes, so that a stolen one is soon worth nothing. Alice has not gone anywhere, and should not have to sign in again.",
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
        title: "The script asks for the photos again",
        why: "A client cannot be sure when its token ends: clocks differ, and tokens are revoked. So it asks, and understands the answer.",
        from: "page",
        channel: "direct",
        chapter: "expired",
      },
      "refresh",
      "show",
    ),
    refresh: {
      kind: "exchange",
      title: "The script uses its refresh token",
      from: "page",
      to: "as",
      channel: "direct",
      stage: "redeem",
      spec: "RFC 6749 §6",
      why: "No user, no browser redirect: one request. A public client has no secret, so every use replaces the token, and the old one is spent (RFC 9700 §4.14.2).",
      chapter: "refresh",
      button: "send POST /token",
      request: asIs,
      classify: classifyTokens,
      outcomes: refreshed("retry", "reject"),
      instead: [
        { label: "Ask for less: photos.read alone", next: "less" },
        { label: "Stay away for a month first", next: "month" },
        { label: "Come back after three months", next: "months" },
      ],
    },
    less: {
      kind: "exchange",
      title: "The script asks for an access token that may only read",
      from: "page",
      to: "as",
      channel: "direct",
      stage: "redeem",
      spec: "RFC 6749 §6",
      why: "A refresh may ask for less than Alice allowed, never for more. The refresh token that comes with it keeps the whole scope.",
      chapter: "refresh",
      button: "send POST /token with scope",
      request: (read) => refreshRequest(auth, noSecret, read("refresh_token"), { scope: SCOPE }),
      classify: classifyTokens,
      outcomes: refreshed("retry", "reject"),
    },
    month: waiting(
      {
        title: "Alice does not open Print for a month",
        why: "A refresh token that nobody uses should end by itself. Here it ends after 30 days without a use.",
        party: "page",
        chapter: "refresh",
        button: "let 31 days go by",
        spec: "RFC 9700 §4.14.2",
      },
      () => 31 * DAY,
      "refresh",
    ),
    months: waiting(
      {
        title: "Three months go by",
        why: "However often it is replaced, the family ends 90 days after Alice allowed it. A rotation must not extend a lifetime that was set beforehand.",
        party: "page",
        chapter: "refresh",
        button: "let 91 days go by",
        spec: "RFC 10017 §6.3.2.3",
      },
      () => 91 * DAY,
      "refresh",
    ),
    retry: servedCall(
      {
        title: "The script sends the original request again",
        why: "The same request with the new token, and the answer goes to whoever asked first. Alice has noticed nothing.",
        from: "page",
        channel: "direct",
        chapter: "again",
        button: "send GET /photos again",
      },
      "show",
    ),
    show: { ...pageSteps.show, chapter: "again" },
    reject: {
      ...pageSteps.reject,
      spec: "RFC 6749 §5.2",
      why: "invalid_grant says that this refresh token is over. The client forgets it and sends Alice through the authorization code grant again.",
      chapter: "refresh",
      button: "ask Alice to sign in again",
    },
  },
});
