import { defineFlow, type Flow, type Read } from "../../flow/define-flow.ts";
import { ALBUM_CLIENT } from "../cast.ts";
import { allowedTo, heldThen, redeemFacts, redeemRequest, valuesThen } from "../steps/allowed.ts";
import { expiredCall, servedCall } from "../steps/api-call.ts";
import { parties, places } from "../steps/parties.ts";
import { DAY, refreshRequest, untilExpired, waiting } from "../steps/refresh.ts";
import { type ClientAuth, classifyTokens, tokenRefusals } from "../steps/tokens.ts";
import { secretValue, values } from "../steps/values.ts";
import { chapters, refreshed } from "./common.ts";
import { mallory, malloryPlace } from "./thief.ts";

const auth: ClientAuth = { method: "client_secret_basic", id: ALBUM_CLIENT.id };

const refresh = (read: Read<"refresh_token" | "client_secret">) =>
  refreshRequest(auth, () => read("client_secret"), read("refresh_token"));

/** A confidential client, to which its refresh token is bound: it may keep it (RFC 6749 §6, RFC 9700 §4.14.2). */
export const confidentialFlow: Flow = defineFlow({
  id: "refresh-token",
  title: "Refresh token",
  summary:
    "A service renews Alice’s photo book every month, while she sleeps. Its refresh token lies on its server and works only with the client’s secret, so it need not change.",
  sandbox: { clientSite: "server", allowed: allowedTo(ALBUM_CLIENT.id) },
  parties: {
    client: {
      ...parties.client,
      what: "The client: a service that makes a photo book every month. No browser is open when it works.",
    },
    as: parties.as,
    api: parties.api,
    thief: mallory,
  },
  places: [places.client, places.as, places.api, malloryPlace],
  values: {
    ...valuesThen("client"),
    refresh_token: values.refresh_token,
    client_secret: secretValue,
  },
  chapters: [
    ...chapters,
    { id: "theft", title: "A copy of the refresh token gets out" },
    { id: "month", title: "A month later" },
  ],
  given: { ...heldThen, client_secret: ALBUM_CLIENT.secret },
  start: "redeem",
  steps: {
    redeem: {
      ...redeemFacts({ from: "client", channel: "back", who: "Print", next: "api" }),
      request: (read) => redeemRequest(auth, read, () => read("client_secret")),
    },
    api: servedCall(
      {
        title: "Print calls the API with the access token",
        why: "The first photo book. Print’s server keeps the refresh token in its database, encrypted, and the access token as long as it lives.",
        from: "client",
        channel: "back",
        chapter: "use",
      },
      "wait",
    ),
    wait: {
      ...waiting(
        {
          title: "A quarter of an hour goes by",
          why: "The access token expires, as it should. Nobody is there who could sign in.",
          party: "client",
          chapter: "expired",
          button: "wait until the access token expires",
        },
        untilExpired,
        "later",
      ),
      instead: [{ label: "Do not wait: call again at once", next: "later" }],
    },
    later: expiredCall(
      {
        title: "Print asks for the photos again",
        why: "The API refuses with 401 invalid_token. That is the sign to refresh: once, and not for any other error.",
        from: "client",
        channel: "back",
        chapter: "expired",
      },
      "refresh",
      "book",
    ),
    refresh: {
      kind: "exchange",
      title: "Print uses its refresh token, with its secret",
      from: "client",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 6749 §6",
      why: "A confidential client must authenticate here, so the refresh token is bound to it. The answer has no new one: this client keeps what it has.",
      chapter: "refresh",
      button: "send POST /token",
      request: refresh,
      classify: classifyTokens,
      outcomes: refreshed("retry", "reject"),
    },
    retry: servedCall(
      {
        title: "Print sends the original request again",
        why: "The request that was refused, with the new access token. A client that did this more than once would only ask in circles.",
        from: "client",
        channel: "back",
        chapter: "again",
        button: "send GET /photos again",
      },
      "theft",
    ),
    theft: {
      kind: "exchange",
      title: "Mallory tries a copy of the refresh token",
      from: "thief",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 9700 §4.14.2",
      why: "A backup of Print’s database was left lying about. Without the client’s secret the token in it is worth nothing, and nothing has to be revoked.",
      chapter: "theft",
      button: "send POST /token as Mallory",
      request: (read) =>
        refreshRequest({ method: "none", id: auth.id }, () => "", read("refresh_token")),
      classify: classifyTokens,
      outcomes: {
        invalid_client: { label: "401 invalid_client", next: "month" },
        ok: { label: "200 access_token: the secret got out as well", next: "month" },
        invalid_grant: tokenRefusals.invalid_grant,
        invalid_request: tokenRefusals.invalid_request,
        unsupported_grant_type: tokenRefusals.unsupported_grant_type,
        refused: tokenRefusals.refused,
      },
    },
    month: {
      ...waiting(
        {
          title: "Four weeks go by until the next photo book",
          why: "Each use starts the 30 days anew in which the refresh token may lie idle. Its end, 90 days after Alice’s consent, does not move.",
          party: "client",
          chapter: "month",
          button: "let 28 days go by",
          spec: "RFC 9700 §4.14.2",
        },
        () => 28 * DAY,
        "refresh_again",
      ),
      instead: [{ label: "Skip a month", next: "two_months" }],
    },
    two_months: waiting(
      {
        title: "Print makes no book this month",
        why: "A client that has not come back for a month loses its refresh token. Whoever runs the server decides how long that is.",
        party: "client",
        chapter: "month",
        button: "let 56 days go by",
        spec: "RFC 9700 §4.14.2",
      },
      () => 56 * DAY,
      "refresh_again",
    ),
    refresh_again: {
      kind: "exchange",
      title: "Print uses the same refresh token again",
      from: "client",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 6749 §6",
      why: "The very token of the first day. To end it, Alice withdraws what she allowed, or the authorization server revokes it.",
      chapter: "month",
      button: "send POST /token",
      request: refresh,
      classify: classifyTokens,
      outcomes: refreshed("book", "reject"),
    },
    book: {
      kind: "local",
      title: "Print makes the photo book",
      from: "client",
      to: "client",
      channel: "local",
      stage: "use",
      spec: "RFC 6749 §1.5",
      why: "Alice signed in once. Everything since then was between servers.",
      chapter: "month",
      button: "make the photo book",
      run: async () => ({ outcome: "made" }),
      outcomes: { made: { label: "made", next: "done" } },
    },
    reject: {
      kind: "local",
      title: "Print writes to Alice",
      from: "client",
      to: "client",
      channel: "local",
      stage: "use",
      spec: "RFC 6749 §5.2",
      why: "invalid_grant says that this refresh token is over. Only Alice can allow it anew, so Print asks her to sign in.",
      chapter: "month",
      button: "ask Alice to sign in again",
      run: async () => ({ outcome: "written" }),
      outcomes: { written: { label: "written", next: "stop" } },
    },
  },
});
