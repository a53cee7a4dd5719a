import { refreshRequest } from "../steps/refresh.ts";
import { defineFlow, type Flow, type Read } from "../../flow/define-flow.ts";
import { ALICE, PAGE_CLIENT, PRINT } from "../cast.ts";
import { authenticate } from "../steps/authenticate.ts";
import {
  carriesCode,
  checkCallback,
  codeAnswerIn,
  checkedAnswer,
  CLEAN_ADDRESS,
} from "../steps/callback-checks.ts";
import { pageSteps } from "../steps/page-steps.ts";
import { parties, places } from "../steps/parties.ts";
import {
  type ClientAuth,
  classifyTokens,
  readTokens,
  tokenRefusals,
  tokenRequest,
} from "../steps/tokens.ts";
import { chapters, pkceValues, values } from "../steps/values.ts";
import { authorizeFacts } from "../steps/authorize.ts";
import { authorizationUrl, prepare, readCallback, redeemFields } from "./request.ts";
import { refreshFacts, replayFacts } from "./after-redeeming.ts";

const auth: ClientAuth = { method: "none", id: PAGE_CLIENT.id };
const noSecret = () => "";
const redeemRequest = (read: Read<"code" | "verifier">) =>
  tokenRequest(auth, noSecret, redeemFields(read));

/** The grant as a single-page application walks it: the client is the page's script (RFC 6749 §2.1, RFC 7636). */
export const pageClientFlow: Flow = defineFlow({
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "A script in the page is the client. It can keep no secret; the verifier ties the code to this one request, and authenticates nobody.",
  sandbox: { clientSite: "static" },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: parties.page,
    host: parties.host,
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.address, places.client, places.as, places.api],
  values: { ...values, ...pkceValues },
  chapters,
  given: { username: ALICE.username, password: ALICE.password },
  start: "click",
  steps: {
    click: pageSteps.click,
    prepare: {
      kind: "local",
      title:
        "Alice clicks “Log in with auth.example”; the script makes a state, a verifier and its challenge",
      from: "page",
      to: "page",
      channel: "local",
      stage: "ask",
      spec: "RFC 7636 §4.1",
      why: "The script keeps state and verifier in this tab. Only the hash of the verifier will travel through the address bar.",
      chapter: "ask",
      button: "make state and verifier",
      run: async () => ({ outcome: "made", values: await prepare(true) }),
      outcomes: { made: { label: "made", next: "authorize" } },
    },
    authorize: {
      ...authorizeFacts,
      why: "The script sends the browser to auth.example by changing the page’s address. Everything in that address is seen by the browser.",
      begin: { by: "opening", url: (read) => authorizationUrl(auth, read) },
    },
    ...authenticate,
    callback: {
      kind: "visit",
      title: "The browser brings the answer to Print’s page",
      from: "browser",
      to: "host",
      channel: "front",
      stage: "answer",
      spec: "RFC 6749 §4.1.2",
      why: "The same page loads again, this time with the answer in its address. Print’s host sees what is in it, a code too, and so does every script of the page.",
      chapter: "code",
      button: "follow the redirect",
      begin: { by: "redirect" },
      classify: (answer) => (answer.response?.status === 200 ? "page" : ""),
      outcomes: { page: { label: "200 page and script", next: "check", read: readCallback } },
    },
    check: {
      kind: "local",
      title: "The script checks what came back and cleans the address",
      from: "page",
      to: "page",
      channel: "local",
      stage: "answer",
      spec: "RFC 9207 §2.4",
      why: "The script compares state and issuer with what it kept. It also takes the code out of the address bar and out of this tab’s history.",
      chapter: "code",
      button: "check state and iss",
      run: async (read, { leftOut }) => ({
        ...(await checkCallback(codeAnswerIn(read), [carriesCode], leftOut)),
        ...(leftOut.has(CLEAN_ADDRESS) ? {} : { address: `${PRINT}/` }),
      }),
      outcomes: checkedAnswer("redeem"),
    },
    redeem: {
      kind: "exchange",
      title: "The script redeems the code with the verifier",
      from: "page",
      to: "as",
      channel: "direct",
      stage: "redeem",
      spec: "RFC 7636 §4.5",
      why: "A request of the page’s own script, not a back channel: scripts of this page can see it and its answer. Only whoever made the challenge can redeem the code.",
      chapter: "redeem",
      button: "send POST /token",
      request: redeemRequest,
      classify: classifyTokens,
      outcomes: {
        ok: { label: "200 access_token", next: "api", read: readTokens },
        ...tokenRefusals,
      },
      instead: [{ label: "Give up and tell Alice", next: "reject" }],
    },
    replay: {
      ...replayFacts,
      from: "page",
      channel: "direct",
      request: redeemRequest,
    },
    refresh: {
      ...refreshFacts,
      title: "The script uses its refresh token",
      from: "page",
      channel: "direct",
      spec: "RFC 6749 §6",
      why: "A public client’s refresh token must be bound to its holder or, as here, replaced on every use (RFC 9700 §4.14.2). Once its grant is revoked it gets nothing.",
      request: (read) => refreshRequest(auth, noSecret, read("refresh_token")),
    },
    api: {
      ...pageSteps.api,
      instead: [
        { label: "Send the code a second time", next: "replay" },
        { label: "Use the refresh token first", next: "refresh" },
      ],
    },
    show: pageSteps.show,
    reject: pageSteps.reject,
  },
});
