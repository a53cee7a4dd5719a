import type { Party, Step } from "../../../flow/define-flow.ts";
import { jsonObject } from "../../../oauth/json.ts";
import { randomToken } from "../../../oauth/random.ts";
import { PRINT } from "../../cast.ts";
import type { authenticate } from "../../steps/authenticate.ts";
import { carriesCode, checkCallback, codeAnswerIn } from "../../steps/callback-checks.ts";
import { problemPage } from "../../steps/client-pages.ts";
import { pageSteps } from "../../steps/page-steps.ts";
import { parties, places } from "../../steps/parties.ts";
import type { pkceValues, values } from "../../steps/values.ts";
import { authorizationUrl, prepare, readCallback } from "../request.ts";
import { serverSteps, type ServerSteps } from "../server-steps.ts";
import {
  beginLogin,
  beginSession,
  jsonAnswer,
  readAsked,
  returnedLogin,
  shell,
} from "./answers.ts";
import type { backendValues } from "./values.ts";

/** Where RFC 10017 says it of this pattern. */
interface Sections {
  readonly architecture: string;
  readonly endpoints: string;
  readonly refresh: string;
  readonly grant: string;
  readonly cookie: string;
}

interface Backend<N extends string> {
  readonly auth: ServerSteps["auth"];
  /** Its part of print.example, with a slash at its end. */
  readonly at: string;
  readonly sections: Sections;
  /** What the page’s script does first once somebody is signed in. */
  readonly next: N;
}

type Value =
  | keyof typeof values
  | keyof typeof pkceValues
  | keyof typeof backendValues
  | "client_secret";
type StepId =
  | keyof typeof authenticate
  | "page"
  | "login"
  | "prepare"
  | "redirect"
  | "authorize"
  | "callback"
  | "check"
  | "redeem"
  | "signed_in"
  | "home"
  | "page_again"
  | "guard"
  | "api"
  | "reject"
  | "turn_away"
  | "tell";

/** Who takes part where a page has a server of its own behind it; `what` is that server. */
export function backendParties(what: string) {
  return {
    user: parties.user,
    browser: parties.browser,
    page: {
      ...parties.page,
      what: "A script of print.example, running in the browser. It is no OAuth client here.",
    },
    client: { ...parties.client, what },
    as: parties.as,
    api: parties.api,
  } satisfies Record<string, Party>;
}

/** Where something can come to be known then. */
export const backendPlaces = [
  places.user,
  places.page,
  places.address,
  places.client,
  places.as,
  places.api,
];

/**
 * What a page and the server behind it do until somebody is signed in, and how that server turns requests away:
 * the same for both patterns of RFC 10017 that have one (§6.2.2.1).
 */
export function backendSteps<const N extends string>({ auth, at, sections, next }: Backend<N>) {
  const steps = serverSteps({ auth, pkce: true });
  const askingStage = { channel: "front", stage: "ask", chapter: "click" } as const;
  const usingStage = { channel: "front", stage: "use", chapter: "use" } as const;
  const page = {
    kind: "respond",
    title: "Print sends its page and the script",
    from: "client",
    to: "browser",
    spec: sections.architecture,
    button: "answer with the page",
    response: shell,
  } as const;

  return {
    click: {
      ...steps.click,
      title: "Alice opens Print",
      spec: sections.architecture,
      userDoes: "opens Print",
      button: "open print.example",
      begin: { by: "opening", url: () => `${PRINT}/` },
      outcomes: { delivered: { label: "received", next: "page" } },
    },
    page: {
      ...page,
      ...askingStage,
      why: "The same files for everybody, from this server or from any other. There is no secret in them.",
      outcomes: { sent: { label: "200 page and script", next: "login" } },
    },
    login: {
      ...askingStage,
      kind: "visit",
      title: "Alice clicks “Log in with auth.example”",
      from: "browser",
      to: "client",
      spec: sections.endpoints,
      why: "The page goes to its own server with a navigation, since what follows is redirects. From here on the server does everything a client does.",
      userDoes: "clicks “Log in with auth.example”",
      button: `send GET ${at}login`,
      begin: { by: "opening", url: () => `${PRINT}${at}login` },
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
            ...codeAnswerIn(read),
          },
          [carriesCode],
          leftOut,
        );
        // The session gets an id of its own, which nobody can have planted before the user signed in.
        return result.outcome === "ok" ? { ...result, values: { session: randomToken() } } : result;
      },
    },
    redeem: { ...steps.redeem, spec: sections.grant },
    signed_in: {
      ...steps.signed_in,
      title: "Print sets its session cookie and sends the browser to the page",
      spec: sections.cookie,
      why: "HttpOnly: no script reads it. SameSite=Strict: no other site makes the browser send it. The prefix __Host-Http-: no other host and no script can have set it.",
      response: (read, leftOut) => beginSession(`${PRINT}/`, read("session"), leftOut),
      outcomes: { sent: { label: "303 to the page", next: "home" } },
      instead: [],
    },
    home: {
      ...usingStage,
      kind: "visit",
      title: "The browser asks for the page again",
      from: "browser",
      to: "client",
      spec: sections.architecture,
      why: "The page was gone while Alice was at auth.example. It loads anew, often from the browser’s cache.",
      button: "follow the redirect",
      begin: { by: "redirect" },
      classify: () => "delivered",
      outcomes: { delivered: { label: "received", next: "page_again" } },
    },
    page_again: {
      ...page,
      ...usingStage,
      why: "Still the same files. Whether somebody is signed in the script finds out by asking.",
      outcomes: { sent: { label: "200 page and script", next } },
    },
    refresh: {
      ...steps.refresh,
      spec: sections.refresh,
      outcomes: {
        ...steps.refresh.outcomes,
        invalid_grant: {
          label: "400 invalid_grant",
          next: "turn_away",
          read: () => ({ problem: "The session has ended: sign in again.", status: "401" }),
        },
      },
    },
    turn_away: {
      kind: "respond",
      title: "Print turns the request away",
      from: "client",
      to: "page",
      channel: "direct",
      stage: "use",
      spec: sections.endpoints,
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
      spec: sections.endpoints,
      chapter: "use",
      run: async (read) => ({ outcome: "shown", page: problemPage(read("told")) }),
    },
    reject: steps.reject,
  } satisfies Record<string, Step<StepId | N, Value, "browser" | "page" | "client" | "as" | "api">>;
}

/** A request of the page’s script that waits at its own server, which looks at it first. */
export const askingBackend = {
  kind: "exchange",
  from: "page",
  to: "client",
  channel: "direct",
  stage: "use",
  chapter: "use",
  classify: ({ response }) => (response === undefined ? "delivered" : "elsewhere"),
  outcomes: {
    delivered: { label: "received", next: "guard", read: readAsked },
    elsewhere: { label: "answered by another site" },
  },
} satisfies Partial<
  Extract<
    Step<"guard", keyof typeof backendValues | "returned_session", "page" | "client">,
    { kind: "exchange" }
  >
>;

/** The server’s look at such a request; flows add what they check and where it leads. */
export const guardFacts = {
  kind: "local",
  from: "client",
  to: "client",
  channel: "local",
  stage: "use",
  chapter: "use",
} as const;
