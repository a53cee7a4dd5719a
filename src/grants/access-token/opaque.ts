import { defineFlow, type Flow } from "../../flow/define-flow.ts";
import { formRequest } from "../../oauth/wire.ts";
import { AUTH, OPAQUE_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { expiredCall, servedCall } from "../steps/api-call.ts";
import { stringsOf } from "../steps/classify.ts";
import { clientPage } from "../steps/client-pages.ts";
import { parties, places } from "../steps/parties.ts";
import type { ClientAuth } from "../steps/tokens.ts";
import { values } from "../steps/values.ts";
import { gettingIt, openPrint, usingIt } from "./parts.ts";

const auth: ClientAuth = { method: "none", id: OPAQUE_CLIENT.id };

/** An access token that says nothing: the API asks the authorization server about it (RFC 7662). */
export const opaqueFlow: Flow = defineFlow({
  id: "access-token",
  title: "Access token",
  summary:
    "The access token is a random text. The API asks the authorization server what it stands for, each time, and so a revoked token ends at once.",
  sandbox: { clientSite: "static", introspection: true, allowed: allowedTo(OPAQUE_CLIENT.id) },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: parties.page,
    host: parties.host,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.client, places.as, places.api],
  values: { ...valuesThen("page"), refresh_token: values.refresh_token },
  chapters: [
    gettingIt,
    usingIt,
    { id: "revoke", title: "Alice signs out" },
    { id: "after", title: "The revoked token is used" },
  ],
  given: heldThen,
  ends: {
    done: "The token was asked about, revoked, and refused from then on.",
    stop: "The client goes no further: what came back was not what it needs.",
  },
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
        why: "Nothing can be read from it. The API sends it to the authorization server with credentials of its own, and is told whose it is, for what, and until when.",
        from: "page",
        channel: "direct",
        chapter: "use",
        spec: "RFC 7662 §2",
      },
      "revoke",
    ),
    revoke: {
      kind: "exchange",
      title: "The script revokes the access token",
      from: "page",
      to: "as",
      channel: "direct",
      stage: "use",
      spec: "RFC 7009 §2.1",
      why: "A client that signs its user out should say so. With the refresh token it would revoke everything that came of Alice’s consent.",
      chapter: "revoke",
      button: "send POST /revoke",
      request: (read) =>
        formRequest(`${AUTH}/revoke`, { token: read("access_token"), client_id: auth.id }),
      classify: (answer) => {
        const status = answer.response?.status ?? 0;
        if (status === 200) return "revoked";
        if (status < 400 || status > 499) return "";
        const { error } = stringsOf(answer, ["error"]);
        return error === "invalid_client" ? error : "refused";
      },
      outcomes: {
        revoked: { label: "200", next: "after" },
        invalid_client: { label: "401 invalid_client" },
        refused: { label: "refused" },
      },
      instead: [{ label: "Only forget it, as many clients do", next: "after" }],
    },
    after: expiredCall(
      {
        title: "Somebody uses the token after all",
        why: "A copy of it, from a log. The API asks as always, and is told that it is not active; a JWT that the API reads by itself would work until it expires.",
        from: "page",
        channel: "direct",
        chapter: "after",
        spec: "RFC 7662 §2.2",
      },
      "over",
      "over",
    ),
    over: {
      kind: "local",
      title: "The script says goodbye",
      from: "page",
      to: "page",
      channel: "local",
      stage: "use",
      spec: "RFC 7662 §4",
      why: "Asking costs a request for each call, and the API cannot work while the authorization server is down. Some keep the answer for a minute, and then revoking takes a minute.",
      chapter: "after",
      button: "show the page of a signed-out user",
      run: async () => ({
        outcome: "shown",
        page: clientPage("Signed out", "<p>Come back when you want something printed.</p>"),
      }),
      outcomes: { shown: { label: "shown", next: "done" } },
    },
  },
});
