import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { ARCHIVE, PAGE_CLIENT } from "../cast.ts";
import {
  allowedTo,
  heldThen,
  redeemFacts,
  redeemRequest,
  readIssued,
  valuesThen,
} from "../steps/allowed.ts";
import { expiredCall, servedCall } from "../steps/api-call.ts";
import { resourceAnswer } from "../steps/classify.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import { refreshRequest, showingPhotos, untilExpired, waiting } from "../steps/refresh.ts";
import { type ClientAuth, classifyTokens, photosRequest, tokenRefusals } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { gettingIt, openPrint, refusals, usingIt } from "./parts.ts";
import { withMoreScope } from "./tampering.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };

const call = {
  kind: "exchange",
  from: "page",
  channel: "direct",
  stage: "use",
  classify: resourceAnswer,
} as const;

/** What an API refuses, and what a client is to make of each refusal (RFC 6750 §3.1). */
export const refusalsFlow: Flow = defineFlow({
  id: "access-token",
  title: "Access token",
  summary:
    "Changed, used for more than was allowed, taken to another API, and too old: four refusals. Only for the last one does refreshing help.",
  sandbox: { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id) },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: parties.page,
    host: parties.host,
    as: parties.as,
    api: parties.api,
    archive: {
      name: "archive.example",
      role: "resource-server",
      what: "Another API, which trusts the same authorization server.",
      host: "archive.example",
      place: "archive",
    },
  },
  places: [
    places.user,
    places.page,
    places.client,
    places.as,
    places.api,
    { id: "archive", title: "Other API", what: "archive.example" },
  ],
  values: { ...valuesThen("page"), refresh_token: values.refresh_token },
  chapters: [
    gettingIt,
    usingIt,
    { id: "tampered", title: "The token is changed" },
    { id: "scope", title: "The token does not allow it" },
    { id: "audience", title: "The token is taken to another API" },
    { id: "expired", title: "The token expires" },
    { id: "again", title: "Print refreshes, and asks again" },
  ],
  given: heldThen,
  start: "click",
  steps: {
    click: openPrint,
    redeem: {
      ...redeemFacts({ from: "page", channel: "direct", who: "The script", next: "api" }),
      request: (read) => redeemRequest(auth, read),
    },
    api: servedCall(
      {
        title: "The script calls the API with the access token",
        why: "It may read photos, at this API, for a quarter of an hour.",
        from: "page",
        channel: "direct",
        chapter: "use",
      },
      "tampered",
    ),
    tampered: {
      ...call,
      title: "Somebody writes “photos.write” into the token",
      to: "api",
      spec: "RFC 9068 §4",
      why: "Anyone can read a JWT and write another. The signature was made over the old text, so it does not fit the new one.",
      chapter: "tampered",
      button: "send GET /photos with the changed token",
      request: (read) => photosRequest(withMoreScope(read("access_token"))),
      outcomes: refusals("invalid_token", "401 invalid_token", "scope"),
    },
    scope: {
      ...call,
      title: "The script tries to add a photo",
      to: "api",
      spec: "RFC 6750 §3.1",
      why: "The token is good, and says photos.read. 403, not 401: a new token of the same kind would change nothing, Alice has to allow more.",
      chapter: "scope",
      button: "send POST /photos",
      request: (read) => writing(photosRequest(read("access_token"))),
      outcomes: refusals("insufficient_scope", "403 insufficient_scope", "audience"),
    },
    audience: {
      ...call,
      title: "The script sends the token to another API",
      to: "archive",
      spec: "RFC 9068 §4",
      why: "The token says whom it is for. An API that did not look would serve every token of this server, and could itself use at api.example what it was sent.",
      chapter: "audience",
      button: "send GET https://archive.example/photos",
      request: (read) => ({
        ...photosRequest(read("access_token")),
        url: `${ARCHIVE}/photos`,
      }),
      outcomes: refusals("invalid_token", "401 invalid_token", "wait"),
    },
    wait: {
      ...waiting(
        {
          title: "A quarter of an hour goes by",
          why: "15 to 60 minutes is usual. The shorter, the sooner a stolen token is worth nothing, and the more often a client refreshes.",
          party: "page",
          chapter: "expired",
          button: "wait until the access token expires",
          shows: showingPhotos,
          spec: "RFC 6750 §5.3",
        },
        untilExpired,
        "expired",
      ),
      instead: [{ label: "Do not wait: call again at once", next: "expired" }],
    },
    expired: expiredCall(
      {
        title: "The script calls the API again",
        why: "The same error code as for a changed token. A client need not tell them apart: it refreshes once, and gives up if the next token is refused as well.",
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
      why: "One try. How it goes on when this is refused is the walk of the refresh token.",
      chapter: "again",
      button: "send POST /token",
      request: (read) => refreshRequest(auth, () => "", read("refresh_token")),
      classify: classifyTokens,
      outcomes: {
        ok: { label: "200 access_token", next: "retry", read: readIssued },
        ...tokenRefusals,
      },
    },
    retry: servedCall(
      {
        title: "The script sends its request again",
        why: "Only this refusal could be mended without Alice.",
        from: "page",
        channel: "direct",
        chapter: "again",
        button: "send GET /photos again",
      },
      "show",
    ),
    show: { ...pageSteps.show, chapter: "again" },
  },
});

function writing(request: WireRequest): WireRequest {
  return {
    ...request,
    method: "POST",
    headers: [...request.headers, ["Content-Type", "application/json"]],
    body: JSON.stringify({ title: "A photo of Print’s" }),
  };
}
