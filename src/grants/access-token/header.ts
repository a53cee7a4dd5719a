import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { withQuery } from "../../oauth/wire.ts";
import { PAGE_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { servedCall } from "../steps/api-call.ts";
import { resourceAnswer } from "../steps/classify.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import type { ClientAuth } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { bareRequest, gettingIt, openPrint, refusals, usingIt } from "./parts.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };

/** How an access token is sent: in the header, and nowhere else (RFC 6750 §2). */
export const headerFlow: Flow = defineFlow({
  id: "access-token",
  title: "Access token",
  summary:
    "The client shows its access token in the Authorization header of every request. Without one the API says what it wants; in the address it does not look.",
  sandbox: { clientSite: "static", allowed: allowedTo(PAGE_CLIENT.id) },
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
  chapters: [gettingIt, { id: "bare", title: "A call without a token" }, usingIt],
  given: heldThen,
  start: "click",
  steps: {
    click: openPrint,
    redeem: {
      ...redeemFacts({ from: "page", channel: "direct", who: "The script", next: "bare" }),
      request: (read) => redeemRequest(auth, read),
    },
    bare: {
      kind: "exchange",
      title: "The script calls the API without the token",
      from: "page",
      to: "api",
      channel: "direct",
      stage: "use",
      spec: "RFC 6750 §3",
      why: "The API answers with a challenge: which scheme it takes, and no error code, since nothing is wrong yet. Clients that understand 401 begin here.",
      chapter: "bare",
      button: "send GET /photos",
      request: bareRequest,
      classify: resourceAnswer,
      outcomes: refusals("refused", "401, and no error code", "api", "show"),
    },
    api: {
      ...servedCall(
        {
          title: "The script calls the API with the token in the header",
          why: "Bearer says: whoever bears it may use it. The API verifies signature, type, issuer, audience, expiry and scope by itself, with the authorization server’s published key.",
          from: "page",
          channel: "direct",
          chapter: "use",
        },
        "show",
      ),
      instead: [{ label: "Put the token into the address", next: "query" }],
    },
    query: {
      kind: "exchange",
      title: "The script puts the token into the address",
      from: "page",
      to: "api",
      channel: "direct",
      stage: "use",
      spec: "RFC 6750 §2.3",
      why: "Addresses end up in logs and histories, so this was only ever for clients that can do nothing else. OAuth 2.1 leaves it out, and this API does not look there.",
      chapter: "use",
      button: "send GET /photos?access_token=…",
      request: (read) => {
        const bare = bareRequest();
        return { ...bare, url: withQuery(bare.url, { access_token: read("access_token") }) };
      },
      classify: resourceAnswer,
      outcomes: refusals("refused", "401: no token was sent", "api", "show"),
    },
    show: pageSteps.show,
  },
});
