import { defineFlow, type Flow } from "../../../flow/define-flow.ts";
import { ALICE, MEDIATING_CLIENT, PRINT } from "../../cast.ts";
import { servedCall } from "../../steps/api-call.ts";
import { stringsOf } from "../../steps/classify.ts";
import { pageSteps } from "../../steps/page-steps.ts";
import { chapters, pkceValues, secretValue, values } from "../../steps/values.ts";
import { askOwnServer } from "../backend/answers.ts";
import { askedIn, guard } from "../backend/guard.ts";
import {
  askingBackend,
  backendParties,
  backendPlaces,
  backendSteps,
  guardFacts,
} from "../backend/steps.ts";
import { backendValues } from "../backend/values.ts";
import { AT, handOver, isRenewal, mediatingRoute, TOKEN_PATH } from "./token.ts";

const steps = backendSteps({
  auth: { method: "client_secret_basic", id: MEDIATING_CLIENT.id },
  at: AT,
  sections: {
    architecture: "RFC 10017 §6.2.1",
    endpoints: "RFC 10017 §6.2.2.1",
    refresh: "RFC 10017 §6.2.2.2",
    grant: "RFC 10017 §6.2.3.1",
    cookie: "RFC 10017 §6.2.3.2",
  },
  next: "token",
});

const call = servedCall(
  {
    title: "The script calls the API with the access token",
    spec: "RFC 10017 §6.2.1",
    why: "No server stands in between. The script holds the token in a variable, and because a page asks, the browser asks the API first (CORS).",
    from: "page",
    channel: "direct",
    chapter: "use",
  },
  "render",
);

/** The grant for a page whose server hands it access tokens: the token-mediating backend of RFC 10017 §6.2. */
export const mediatingFlow: Flow = defineFlow({
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "A page with a server of its own behind it. The server is the client and keeps the refresh token; the page asks it for an access token and calls the API itself.",
  sandbox: { clientSite: "server" },
  parties: backendParties(
    "The client: the server behind the page, its token-mediating backend. It serves the page, too, and never calls the API.",
  ),
  places: backendPlaces,
  values: {
    ...values,
    ...pkceValues,
    client_secret: secretValue,
    ...backendValues,
  },
  chapters,
  given: {
    username: ALICE.username,
    password: ALICE.password,
    client_secret: MEDIATING_CLIENT.secret,
  },
  start: "click",
  steps: {
    ...steps,
    click: {
      ...steps.click,
      why: "The page’s script will get an access token, but not from auth.example: from the server it came from, which is the client.",
    },
    redeem: {
      ...steps.redeem,
      why: "A token-mediating backend MUST be a confidential client. So a script that gets hold of a code can do nothing with it, and the refresh token goes no further than this server.",
    },
    token: {
      ...askingBackend,
      title: "The script asks its own server for an access token",
      spec: "RFC 10017 §6.2.2.1",
      why: "Is somebody signed in? Then the answer holds the token. The browser adds the cookie, the script a header that no other site’s script may send here.",
      button: `send GET ${TOKEN_PATH}`,
      request: () => askOwnServer("GET", `${PRINT}${TOKEN_PATH}`),
    },
    guard: {
      ...guardFacts,
      title: "Print checks who asks for the token",
      spec: "RFC 10017 §6.2.3.3",
      why: "A cookie comes along whoever made the browser send the request. What hands out tokens, and that alone, needs a defence against forged requests.",
      button: "check header, session and route",
      run: async (read, { leftOut }) => {
        const asked = askedIn(read);
        const result = await guard(asked, mediatingRoute, leftOut);
        return result.outcome === "ok" && isRenewal(asked)
          ? { ...result, outcome: "renewal" }
          : result;
      },
      outcomes: {
        ok: { label: "all checks passed", next: "hand_over" },
        renewal: { label: "passed; it asks for a new one", next: "refresh" },
        refused: { label: "no token for it", next: "turn_away" },
      },
    },
    hand_over: {
      kind: "respond",
      title: "Print hands the script its access token",
      from: "client",
      to: "page",
      channel: "direct",
      stage: "use",
      spec: "RFC 10017 §6.2.2.1",
      why: "The access token and nothing else: the refresh token stays in the session. No-store, so that no cache keeps it (RFC 6749 §5.1).",
      chapter: "use",
      button: "answer with the access token",
      response: (read) => handOver(read("access_token")),
      outcomes: {
        sent: {
          label: "200 access_token",
          next: "api",
          read: (answer) => stringsOf(answer, ["access_token"]),
        },
      },
    },
    api: {
      ...call,
      outcomes: {
        ...call.outcomes,
        invalid_token: { label: "401 invalid_token", next: "renew" },
      },
      instead: [{ label: "Ask for another access token first", next: "renew" }],
    },
    renew: {
      ...askingBackend,
      title: "The script asks its own server for another access token",
      spec: "RFC 10017 §6.2.2.2",
      why: "The page has nothing to refresh with. It asks by POST, since this spends something at the server.",
      button: `send POST ${TOKEN_PATH}`,
      request: () => askOwnServer("POST", `${PRINT}${TOKEN_PATH}`),
    },
    refresh: {
      ...steps.refresh,
      why: "The server finds the refresh token by the cookie and authenticates as for the code. This authorization server replaces the refresh token; the page hears nothing of it.",
      outcomes: {
        ...steps.refresh.outcomes,
        ok: { ...steps.refresh.outcomes.ok, next: "hand_over" },
      },
      instead: [{ label: "Hand over the access token it has", next: "hand_over" }],
    },
    render: {
      ...pageSteps.show,
      spec: "RFC 10017 §6.2.4.1",
      why: "A script of an attacker’s in this page can take the access token, or ask for one as this script did. The refresh token it cannot get.",
    },
  },
});
