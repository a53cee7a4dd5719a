import { refreshRequest } from "../steps/refresh.ts";
import type { Read, Step } from "../../flow/define-flow.ts";
import { randomToken } from "../../oauth/random.ts";
import { PRINT } from "../cast.ts";
import { authenticate } from "../steps/authenticate.ts";
import { authorizeFacts } from "../steps/authorize.ts";
import { READS_BY_ITSELF, servedCall } from "../steps/api-call.ts";
import {
  carriesCode,
  checkCallback,
  codeAnswerIn,
  checkedAnswer,
} from "../steps/callback-checks.ts";
import {
  GAVE_UP,
  htmlAnswer,
  photosPage,
  problemPage,
  redirectAnswer,
  sessionOf,
} from "../steps/client-pages.ts";
import {
  type ClientAuth,
  classifyTokens,
  readTokens,
  tokenRefusals,
  tokenRequest,
} from "../steps/tokens.ts";
import type { pkceValues, values } from "../steps/values.ts";
import { authorizationUrl, prepare, readCallback, redeemFields } from "./request.ts";
import { refreshFacts, replayFacts } from "./after-redeeming.ts";

/** How the server authenticates itself, and whether it uses PKCE. */
export interface ServerSteps {
  readonly auth: Exclude<ClientAuth, { method: "none" }>;
  readonly pkce: boolean;
}

type Value = keyof typeof values | keyof typeof pkceValues | "client_secret";
type StepId =
  | keyof typeof authenticate
  | "prepare"
  | "redirect"
  | "authorize"
  | "callback"
  | "check"
  | "redeem"
  | "replay"
  | "refresh"
  | "signed_in"
  | "photos"
  | "api"
  | "show"
  | "reject";

/** What a web application with a server of its own does (RFC 6749 §4.1), step by step; variants put others in place of some. */
export function serverSteps({ auth, pkce }: ServerSteps) {
  const redeemRequest = (read: Read<"code" | "verifier" | "client_secret">) =>
    tokenRequest(auth, () => read("client_secret"), redeemFields(read));

  return {
    click: {
      kind: "visit",
      title: "Alice clicks “Log in with auth.example”",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "ask",
      spec: "RFC 6749 §4.1",
      why: "Print wants Alice’s photos, which api.example keeps. The button says “Log in”, but what follows lets an app use Alice’s data: it proves to nobody who Alice is.",
      chapter: "click",
      userDoes: "clicks “Log in with auth.example”",
      button: "send GET /login",
      begin: { by: "opening", url: () => `${PRINT}/login` },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "prepare" } },
    },
    prepare: {
      kind: "local",
      title: pkce ? "Print makes a state, a verifier and its challenge" : "Print makes a state",
      from: "client",
      to: "client",
      channel: "local",
      stage: "ask",
      spec: pkce ? "RFC 7636 §4.1" : "RFC 6749 §10.12",
      why: pkce
        ? "The verifier stays on Print’s server, in Alice’s session; only its hash will travel. Whoever sees the hash cannot compute the verifier."
        : "The state is kept in Alice’s session. The answer must bring it back, so that nobody can slip Print an answer to a question it never asked.",
      chapter: "ask",
      button: pkce ? "make state and verifier" : "make a state",
      run: async () => ({
        outcome: "made",
        values: { session: randomToken(), ...(await prepare(pkce)) },
      }),
      outcomes: { made: { label: "made", next: "redirect" } },
    },
    redirect: {
      kind: "respond",
      title: "Print sends the browser to the authorization server",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "ask",
      spec: "RFC 6749 §4.1.1",
      why: "A redirect, so that Alice talks to auth.example directly. Everything in this address is seen by the browser.",
      chapter: "ask",
      button: "answer with a redirect",
      response: (read, leftOut) =>
        redirectAnswer(authorizationUrl(auth, read), read("session"), leftOut),
      outcomes: { sent: { label: "303 to /authorize", next: "authorize" } },
    },
    authorize: {
      ...authorizeFacts,
      why: "The browser follows the redirect. auth.example checks the client and its redirect URI first, and redirects nowhere before both are right.",
      begin: { by: "redirect" },
    },
    ...authenticate,
    callback: {
      kind: "visit",
      title: "The browser brings the answer to Print",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "answer",
      spec: "RFC 6749 §4.1.2",
      why: "The answer passes through the address bar, where others may see it. That is why it holds no token, at most a code, and redeeming a code takes what only Print’s server has.",
      chapter: "code",
      button: "follow the redirect",
      begin: { by: "redirect" },
      classify: () => "delivered",
      outcomes: {
        delivered: {
          label: "received",
          next: "check",
          read: (answer) => {
            const session = sessionOf(answer.request);
            return {
              ...readCallback(answer),
              ...(session === undefined ? {} : { returned_session: session }),
            };
          },
        },
      },
    },
    check: {
      kind: "local",
      title: "Print checks what came back",
      from: "client",
      to: "client",
      channel: "local",
      stage: "answer",
      spec: "RFC 9207 §2.4",
      why: "Anyone can make a browser open this address. Before Print uses the code it makes sure that this is an answer to its own question, from the server it asked.",
      chapter: "code",
      button: "check state and iss",
      run: (read, { leftOut }) =>
        checkCallback(
          {
            session: { kept: read("session"), shown: read.maybe("returned_session") },
            ...codeAnswerIn(read),
          },
          [carriesCode],
          leftOut,
        ),
      outcomes: checkedAnswer("redeem"),
    },
    redeem: {
      kind: "exchange",
      title: "Print redeems the code",
      from: "client",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: pkce ? "RFC 7636 §4.5" : "RFC 6749 §4.1.3",
      why: pkce
        ? "From server to server, past the browser. The secret says which client this is; the verifier says that it is the one that asked."
        : "From server to server, past the browser. The secret says which client this is, so whoever stole the code cannot redeem it themselves.",
      chapter: "redeem",
      button: "send POST /token",
      request: redeemRequest,
      classify: classifyTokens,
      outcomes: {
        ok: { label: "200 access_token", next: "signed_in", read: readTokens },
        ...tokenRefusals,
      },
      instead: [{ label: "Give up and tell Alice", next: "reject" }],
    },
    replay: {
      ...replayFacts,
      from: "client",
      channel: "back",
      request: redeemRequest,
    },
    refresh: {
      ...refreshFacts,
      title: "Print uses its refresh token",
      from: "client",
      channel: "back",
      spec: "RFC 6749 §6",
      why: "A refresh token gets a new access token without Alice, and this server replaces it on every use. Once its grant is revoked it gets nothing.",
      request: (read) => refreshRequest(auth, () => read("client_secret"), read("refresh_token")),
    },
    signed_in: {
      kind: "respond",
      title: "Print sends the browser on to a clean address",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "use",
      spec: "RFC 6749 §3.1.2.5",
      why: "The tokens stay on the server; all the browser has is its session cookie. The redirect takes the code out of the address bar.",
      chapter: "use",
      button: "answer with a redirect",
      response: (read, leftOut) => redirectAnswer(`${PRINT}/photos`, read("session"), leftOut),
      outcomes: { sent: { label: "303 to /photos", next: "photos" } },
      instead: [{ label: "Send the code a second time", next: "replay" }],
    },
    photos: {
      kind: "visit",
      title: "The browser asks Print for the photos",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "use",
      spec: "RFC 6265 §4.2",
      why: "Only Print’s own cookie travels here. The browser has never seen a token.",
      chapter: "use",
      button: "send GET /photos",
      begin: { by: "redirect" },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "api" } },
    },
    api: {
      ...servedCall(
        {
          title: "Print calls the API with the access token",
          why: READS_BY_ITSELF,
          from: "client",
          channel: "back",
          chapter: "use",
          button: "send GET /photos to the API",
        },
        "show",
      ),
      instead: [{ label: "Use the refresh token first", next: "refresh" }],
    },
    show: {
      kind: "respond",
      title: "Print shows the photos",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "use",
      spec: "RFC 6749 §1.2",
      why: "Print has Alice’s photos. It never had the password, and Alice can withdraw what was allowed.",
      chapter: "use",
      button: "answer with the page",
      response: (read) => htmlAnswer(200, photosPage(read("photos"))),
      outcomes: { sent: { label: "200 page with the photos", next: "done" } },
    },
    reject: {
      kind: "respond",
      title: "Print says why it goes no further",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "answer",
      spec: "RFC 6749 §4.1.2.1",
      why: "The client stops here and says so. To try again it has to begin anew.",
      chapter: "code",
      button: "answer with an error page",
      response: (read) => htmlAnswer(400, problemPage(read.maybe("problem") ?? GAVE_UP)),
      outcomes: { sent: { label: "400 page", next: "stop" } },
    },
  } satisfies Record<string, Step<StepId, Value, "browser" | "client" | "as" | "api">>;
}
