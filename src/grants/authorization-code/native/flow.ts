import { refreshRequest } from "../../steps/refresh.ts";
import { defineFlow, type Flow, type Read } from "../../../flow/define-flow.ts";
import { ALICE, CALLBACK, NATIVE_CALLBACK, NATIVE_CLIENT } from "../../cast.ts";
import { authenticate } from "../../steps/authenticate.ts";
import { authorizeFacts } from "../../steps/authorize.ts";
import { READS_BY_ITSELF, servedCall } from "../../steps/api-call.ts";
import {
  carriesCode,
  checkCallback,
  codeAnswerIn,
  checkedAnswer,
} from "../../steps/callback-checks.ts";
import {
  clientPage,
  GAVE_UP,
  htmlAnswer,
  photosPage,
  problemPage,
} from "../../steps/client-pages.ts";
import { parties, places } from "../../steps/parties.ts";
import {
  type ClientAuth,
  classifyTokens,
  readTokens,
  tokenRefusals,
  tokenRequest,
} from "../../steps/tokens.ts";
import { chapters, pkceValues, values } from "../../steps/values.ts";
import { authorizationUrl, readCallback, redeemFields } from "../request.ts";
import { app, appPlace } from "./cast.ts";
import { isLoopback, listenAddress, preparing } from "./redirect.ts";
import { refreshFacts } from "../after-redeeming.ts";

const auth: ClientAuth = { method: "none", id: NATIVE_CLIENT.id };
const noSecret = () => "";
const redeemRequest = (read: Read<"code" | "verifier" | "redirect_uri">) =>
  tokenRequest(auth, noSecret, redeemFields(read, read("redirect_uri")));

/** The grant as an app on the user's device walks it (RFC 8252): the browser of the system, and an address the app can take the answer at. */
export const nativeAppFlow: Flow = defineFlow({
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "An app on Alice’s computer opens the browser, so that the password is typed where the app cannot see it. The answer comes back to an address of this machine.",
  sandbox: { clientSite: "app" },
  parties: {
    user: parties.user,
    app,
    browser: { ...parties.browser, name: "System browser" },
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, appPlace, places.address, places.as, places.api],
  values: {
    ...values,
    ...pkceValues,
    redirect_uri: {
      title: "redirect URI",
      what: "Where the app takes the answer (RFC 8252 §7)",
      tone: "plain",
      tracked: false,
    },
  },
  chapters,
  given: { username: ALICE.username, password: ALICE.password },
  start: "click",
  steps: {
    click: {
      kind: "local",
      title: "Alice clicks “Log in with auth.example” in the app",
      from: "app",
      to: "app",
      channel: "local",
      stage: "ask",
      spec: "RFC 8252 §4.1",
      why: "The app could show a window of its own and ask for the password there. RFC 8252 §8.12 forbids it: whoever shows the window can read what is typed into it.",
      chapter: "click",
      userDoes: "clicks “Log in with auth.example”",
      button: "click “Log in”",
      run: async () => ({
        outcome: "clicked",
        page: clientPage("Print", "<p>Continue in your browser. Print will be waiting.</p>"),
      }),
      outcomes: { clicked: { label: "clicked", next: "prepare" } },
    },
    prepare: {
      ...preparing({
        title: "The app begins to listen, and makes a state, a verifier and its challenge",
        spec: "RFC 8252 §7.3",
        why: "It listens on loopback, at whatever port is free: other machines cannot connect to it. That is why any port of a registered loopback address will do.",
        button: "listen, and make state and verifier",
        redirectUri: listenAddress,
      }),
      instead: [
        { label: "Use the app’s own scheme", next: "prepare_scheme" },
        { label: "Use an https address the app has claimed", next: "prepare_claimed" },
      ],
    },
    prepare_scheme: preparing({
      title: "The app takes its own scheme, and makes a state, a verifier and its challenge",
      spec: "RFC 8252 §7.1",
      why: "A reversed domain name, registered with the operating system. Nobody stops another app from registering the same: PKCE makes what it would get worthless.",
      button: "make state and verifier",
      redirectUri: () => NATIVE_CALLBACK,
    }),
    prepare_claimed: preparing({
      title: "The app takes its https address, and makes a state, a verifier and its challenge",
      spec: "RFC 8252 §7.2",
      why: "The operating system has asked print.example which app may have its addresses. So the authorization server, too, can be sure which app gets the answer: to be preferred where the system offers it.",
      button: "make state and verifier",
      redirectUri: () => CALLBACK,
    }),
    authorize: {
      ...authorizeFacts,
      why: "The app asks the system to open its browser, where Alice may have signed in before. The app cannot look inside.",
      begin: {
        by: "opening",
        url: (read) => authorizationUrl({ id: auth.id, redirectUri: read("redirect_uri") }, read),
      },
    },
    ...authenticate,
    callback: {
      kind: "visit",
      title: "The browser brings the answer to the app",
      from: "browser",
      to: "app",
      channel: "front",
      stage: "answer",
      spec: "RFC 8252 §7",
      why: "A redirect like any other; only that nobody but this machine is asked. Another program of this machine may have seen it, so what it holds must be worth nothing by itself.",
      chapter: "code",
      button: "follow the redirect",
      begin: { by: "redirect" },
      classify: ({ request }) => (isLoopback(request.url) ? "listening" : "handed"),
      outcomes: {
        listening: { label: "received at loopback", next: "close", read: readCallback },
        handed: { label: "the system opens the app", next: "check", read: readCallback },
      },
    },
    close: {
      kind: "respond",
      title: "The app tells the browser that all is done there",
      from: "app",
      to: "browser",
      channel: "front",
      stage: "answer",
      spec: "RFC 8252 §8.3",
      why: "A plain page, and the app stops listening: the port is open only while an answer is awaited. The page is the same whatever came.",
      chapter: "code",
      button: "answer with a page",
      response: () =>
        htmlAnswer(
          200,
          clientPage("Back to Print", "<p>You can close this window. Print has what it needs.</p>"),
        ),
      outcomes: { sent: { label: "200 page", next: "check" } },
    },
    check: {
      kind: "local",
      title: "The app checks what came back",
      from: "app",
      to: "app",
      channel: "local",
      stage: "answer",
      spec: "RFC 8252 §8.9",
      why: "Any page can send the browser to this address. The app takes only an answer to its own question, from the server it asked.",
      chapter: "code",
      button: "check state and iss",
      run: (read, { leftOut }) => checkCallback(codeAnswerIn(read), [carriesCode], leftOut),
      outcomes: checkedAnswer("redeem"),
    },
    redeem: {
      kind: "exchange",
      title: "The app redeems the code with the verifier",
      from: "app",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "RFC 8252 §8.1",
      why: "Past the browser. A secret in the app would be none, since everybody has the app; the verifier is new each time and never left it.",
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
    refresh: {
      ...refreshFacts,
      title: "The app uses its refresh token",
      from: "app",
      channel: "back",
      spec: "RFC 9700 §4.14.2",
      why: "An app is opened again after weeks. It keeps the refresh token in the keystore of the system, and gets another one on every use.",
      request: (read) => refreshRequest(auth, noSecret, read("refresh_token")),
    },
    api: {
      ...servedCall(
        {
          title: "The app calls the API with the access token",
          why: READS_BY_ITSELF,
          from: "app",
          channel: "back",
          chapter: "use",
        },
        "show",
      ),
      instead: [{ label: "Use the refresh token first", next: "refresh" }],
    },
    show: {
      kind: "local",
      title: "The app shows the photos",
      from: "app",
      to: "app",
      channel: "local",
      stage: "use",
      spec: "RFC 6749 §1.2",
      why: "The app has Alice’s photos and never had the password. What is left on this computer is the refresh token.",
      chapter: "use",
      button: "show the photos",
      run: async (read) => ({ outcome: "shown", page: photosPage(read("photos")) }),
      outcomes: { shown: { label: "shown", next: "done" } },
    },
    reject: {
      kind: "local",
      title: "The app says why it goes no further",
      from: "app",
      to: "app",
      channel: "local",
      stage: "answer",
      spec: "RFC 6749 §4.1.2.1",
      why: "The client stops here and says so. To try again it has to begin anew.",
      chapter: "code",
      button: "show what went wrong",
      run: async (read) => ({
        outcome: "shown",
        page: problemPage(read.maybe("problem") ?? GAVE_UP),
      }),
      outcomes: { shown: { label: "shown", next: "stop" } },
    },
  },
});
