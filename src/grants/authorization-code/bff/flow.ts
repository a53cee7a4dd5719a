import { defineFlow, type Flow } from "../../../flow/define-flow.ts";
import { jsonObject } from "../../../oauth/json.ts";
import { randomToken } from "../../../oauth/random.ts";
import { ALICE, AUTH, BFF_CLIENT, PRINT } from "../../cast.ts";
import { carriesCode, checkCallback } from "../../steps/callback-checks.ts";
import { pageSteps } from "../../steps/page-steps.ts";
import { parties, places } from "../../steps/parties.ts";
import { problemPage } from "../../steps/client-pages.ts";
import { chapters, pkceValues, secretValue, values } from "../../steps/values.ts";
import { authorizationUrl, prepare, readCallback } from "../request.ts";
import { serverSteps } from "../server-steps.ts";
import {
  askForPhotos,
  beginLogin,
  beginSession,
  jsonAnswer,
  readAsked,
  returnedLogin,
  shell,
} from "./answers.ts";
import { guard } from "./guard.ts";
import { bffValues } from "./values.ts";

const auth = { method: "client_secret_basic", id: BFF_CLIENT.id } as const;
const steps = serverSteps({ auth, pkce: true });

/** The grant for a page whose tokens a server holds: the backend for frontend of RFC 10017 §6.1. */
export const bffFlow: Flow = defineFlow({
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "A page with a server of its own behind it. The server is the client and holds the tokens; all the page has is a cookie that its script cannot read.",
  sandbox: { clientSite: "server" },
  parties: {
    user: parties.user,
    browser: parties.browser,
    page: {
      ...parties.page,
      what: "A script of print.example, running in the browser. It is no OAuth client here.",
    },
    client: {
      ...parties.client,
      what: "The client: the server behind the page, its backend for frontend (BFF). It serves the page, too.",
    },
    as: parties.as,
    api: parties.api,
  },
  places: [places.user, places.page, places.address, places.client, places.as, places.api],
  values: {
    ...values,
    ...pkceValues,
    client_secret: secretValue,
    ...bffValues,
  },
  chapters,
  given: {
    username: ALICE.username,
    password: ALICE.password,
    client_secret: BFF_CLIENT.secret,
  },
  start: "click",
  steps: {
    click: {
      ...steps.click,
      title: "Alice opens Print",
      spec: "RFC 10017 §6.1.1",
      why: "The page’s script will never see a token. What it wants from the API it asks of the server it came from.",
      userDoes: "opens Print",
      button: "open print.example",
      begin: { by: "opening", url: () => `${PRINT}/` },
      outcomes: { delivered: { label: "received", next: "page" } },
    },
    page: {
      kind: "respond",
      title: "Print sends its page and the script",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "ask",
      spec: "RFC 10017 §6.1.1",
      why: "The same files for everybody, from this server or from any other. There is no secret in them.",
      chapter: "click",
      button: "answer with the page",
      response: shell,
      outcomes: { sent: { label: "200 page and script", next: "login" } },
    },
    login: {
      kind: "visit",
      title: "Alice clicks “Log in with auth.example”",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "ask",
      spec: "RFC 10017 §6.1.2.1",
      why: "The page goes to its own server with a navigation, since what follows is redirects. From here on the server does everything a client does.",
      chapter: "click",
      userDoes: "clicks “Log in with auth.example”",
      button: "send GET /bff/login",
      begin: { by: "opening", url: () => `${PRINT}/bff/login` },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "prepare" } },
    },
    prepare: {
      ...steps.prepare,
      run: async () => ({
        outcome: "made",
        values: { login: randomToken(), ...(await prepare(true)) },
      }),
    },
    redirect: {
      ...steps.redirect,
      response: (read) => beginLogin(authorizationUrl(auth, read), read("login")),
    },
    authorize: steps.authorize,
    login_page: steps.login_page,
    sign_in: steps.sign_in,
    consent_page: steps.consent_page,
    consent: steps.consent,
    callback: {
      ...steps.callback,
      why: "The code goes to the server. While the browser brings it, no page of Print’s is open, and so no script of its is running.",
      outcomes: {
        delivered: {
          label: "received",
          next: "check",
          read: (answer) => {
            const login = returnedLogin(answer);
            return {
              ...readCallback(answer),
              ...(login === undefined ? {} : { returned_login: login }),
            };
          },
        },
      },
    },
    check: {
      ...steps.check,
      run: async (read, { leftOut }) => {
        const result = await checkCallback(
          {
            session: { kept: read("login"), shown: read.maybe("returned_login") },
            state: { kept: read("state"), returned: read.maybe("returned_state") },
            issuer: { expected: AUTH, returned: read.maybe("returned_iss") },
            error: read.maybe("returned_error"),
            credential: read.maybe("code"),
          },
          [carriesCode],
          leftOut,
        );
        // The session gets an id of its own, which nobody can have planted before the user signed in.
        return result.outcome === "ok" ? { ...result, values: { session: randomToken() } } : result;
      },
    },
    redeem: {
      ...steps.redeem,
      spec: "RFC 10017 §6.1.3.1",
      why: "A backend for frontend MUST be a confidential client, with a secret or a key of its own. So neither code nor token is of any use to a script of the page.",
    },
    signed_in: {
      ...steps.signed_in,
      title: "Print sets its session cookie and sends the browser to the page",
      spec: "RFC 10017 §6.1.3.2",
      why: "HttpOnly: no script reads it. SameSite=Strict: no other site makes the browser send it. The __Host- prefix: no other host can have set it.",
      response: (read, leftOut) => beginSession(`${PRINT}/`, read("session"), leftOut),
      outcomes: { sent: { label: "303 to the page", next: "home" } },
      instead: [],
    },
    home: {
      kind: "visit",
      title: "The browser asks for the page again",
      from: "browser",
      to: "client",
      channel: "front",
      stage: "use",
      spec: "RFC 10017 §6.1.1",
      why: "The page was gone while Alice was at auth.example. It loads anew, often from the browser’s cache.",
      chapter: "use",
      button: "follow the redirect",
      begin: { by: "redirect" },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "page_again" } },
    },
    page_again: {
      kind: "respond",
      title: "Print sends its page and the script",
      from: "client",
      to: "browser",
      channel: "front",
      stage: "use",
      spec: "RFC 10017 §6.1.1",
      why: "Still the same files. Whether somebody is signed in the script finds out by asking.",
      chapter: "use",
      button: "answer with the page",
      response: shell,
      outcomes: { sent: { label: "200 page and script", next: "photos" } },
    },
    photos: {
      kind: "exchange",
      title: "The script asks its own server for the photos",
      from: "page",
      to: "client",
      channel: "direct",
      stage: "use",
      spec: "RFC 10017 §6.1.3.3",
      why: "The browser adds the cookie; the script could not. The script adds a header, which no other site’s script may send here without being allowed to.",
      chapter: "use",
      button: "send GET /bff/photos",
      request: () => askForPhotos(`${PRINT}/bff/photos`),
      classify: ({ response }) => (response === undefined ? "delivered" : "elsewhere"),
      outcomes: {
        delivered: { label: "received", next: "guard", read: readAsked },
        elsewhere: { label: "answered by another site" },
      },
    },
    guard: {
      kind: "local",
      title: "Print checks who asks, and for what",
      from: "client",
      to: "client",
      channel: "local",
      stage: "use",
      spec: "RFC 10017 §6.1.3.3",
      why: "A cookie comes along whoever made the browser send the request. So the server makes sure that it was its own page, and passes on only what is on its list.",
      chapter: "use",
      button: "check header, session and route",
      run: (read, { leftOut }) =>
        guard(
          {
            askedFor: read("asked_for"),
            ownHeader: read("own_header"),
            shown: read.maybe("returned_session"),
            session: read("session"),
          },
          leftOut,
        ),
      outcomes: {
        ok: { label: "all checks passed", next: "api" },
        refused: { label: "not passed on", next: "turn_away" },
      },
    },
    api: {
      ...steps.api,
      title: "Print passes the request on, with the access token in place of the cookie",
      why: "The cookie stays here; the token comes out of the session. The API sees an ordinary client.",
    },
    refresh: {
      ...steps.refresh,
      spec: "RFC 10017 §6.1.2.2",
      why: "When the access token has expired the server gets another, in the middle of the page’s request. The page need not know.",
      outcomes: {
        ...steps.refresh.outcomes,
        invalid_grant: {
          label: "400 invalid_grant",
          next: "turn_away",
          read: () => ({ problem: "The session has ended: sign in again.", status: "401" }),
        },
      },
    },
    show: {
      kind: "respond",
      title: "Print answers the script with the photos",
      from: "client",
      to: "page",
      channel: "direct",
      stage: "use",
      spec: "RFC 10017 §6.1.1",
      why: "The answer of the API, and nothing else: no token goes to the page.",
      chapter: "use",
      button: "answer with JSON",
      response: (read) => jsonAnswer(200, read("photos")),
      outcomes: { sent: { label: "200 photos", next: "render" } },
    },
    render: {
      ...pageSteps.show,
      spec: "RFC 10017 §6.1.4",
      why: "A script of an attacker’s in this page finds no token to take away. But while the page is open it can ask the server for photos as this script does.",
    },
    turn_away: {
      kind: "respond",
      title: "Print turns the request away",
      from: "client",
      to: "page",
      channel: "direct",
      stage: "use",
      spec: "RFC 10017 §6.1.2.1",
      why: "An answer for the script and no redirect: a script cannot follow one to a login page.",
      chapter: "use",
      button: "answer with an error",
      response: (read) => {
        const problem = read.maybe("problem") ?? "The request was not passed on.";
        return jsonAnswer(Number(read.maybe("status") ?? "500"), JSON.stringify({ problem }));
      },
      outcomes: {
        sent: {
          label: "an error, as JSON",
          next: "tell",
          read: ({ response }) => ({ told: String(jsonObject(response?.body ?? "")?.["problem"]) }),
        },
      },
    },
    tell: {
      ...pageSteps.reject,
      stage: "use",
      spec: "RFC 10017 §6.1.2.1",
      chapter: "use",
      run: async (read) => ({ outcome: "shown", page: problemPage(read("told")) }),
    },
    reject: steps.reject,
  },
});
