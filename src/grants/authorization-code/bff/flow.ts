import { defineFlow, type Flow } from "../../../flow/define-flow.ts";
import { ALICE, BFF_CLIENT, PRINT } from "../../cast.ts";
import { pageSteps } from "../../steps/page-steps.ts";
import { chapters, pkceValues, secretValue, values } from "../../steps/values.ts";
import { askOwnServer, jsonAnswer } from "../backend/answers.ts";
import { askedIn, guard, onTheList } from "../backend/guard.ts";
import {
  askingBackend,
  backendParties,
  backendPlaces,
  backendSteps,
  guardFacts,
} from "../backend/steps.ts";
import { backendValues } from "../backend/values.ts";
import { serverSteps } from "../server-steps.ts";

const auth = { method: "client_secret_basic", id: BFF_CLIENT.id } as const;
const steps = backendSteps({
  auth,
  at: "/bff/",
  sections: {
    architecture: "RFC 10017 §6.1.1",
    endpoints: "RFC 10017 §6.1.2.1",
    refresh: "RFC 10017 §6.1.2.2",
    grant: "RFC 10017 §6.1.3.1",
    cookie: "RFC 10017 §6.1.3.2",
  },
  next: "photos",
});

/** What a backend for frontend passes on, and nothing else: whoever asks it for more is turned away. */
export const bffRoute = onTheList(["GET /bff/photos"], {
  spec: "RFC 10017 §6.1.3.6",
  why: "A server that passed on whatever it is asked would send the access token wherever somebody wants it.",
});

/** The grant for a page whose tokens a server holds: the backend for frontend of RFC 10017 §6.1. */
export const bffFlow: Flow = defineFlow({
  id: "authorization-code",
  title: "Authorization code",
  summary:
    "A page with a server of its own behind it. The server is the client and holds the tokens; all the page has is a cookie that its script cannot read.",
  sandbox: { clientSite: "server" },
  parties: backendParties(
    "The client: the server behind the page, its backend for frontend (BFF). It serves the page, too.",
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
    client_secret: BFF_CLIENT.secret,
  },
  start: "click",
  steps: {
    ...steps,
    click: {
      ...steps.click,
      why: "The page’s script will never see a token. What it wants from the API it asks of the server it came from.",
    },
    redeem: {
      ...steps.redeem,
      why: "A backend for frontend MUST be a confidential client, with a secret or a key of its own. So neither code nor token is of any use to a script of the page.",
    },
    photos: {
      ...askingBackend,
      title: "The script asks its own server for the photos",
      spec: "RFC 10017 §6.1.3.3",
      why: "The browser adds the cookie; the script could not. The script adds a header, which no other site’s script may send here without being allowed to.",
      button: "send GET /bff/photos",
      request: () => askOwnServer("GET", `${PRINT}/bff/photos`),
    },
    guard: {
      ...guardFacts,
      title: "Print checks who asks, and for what",
      spec: "RFC 10017 §6.1.3.3",
      why: "A cookie comes along whoever made the browser send the request. So the server makes sure that it was its own page, and passes on only what is on its list.",
      button: "check header, session and route",
      run: (read, { leftOut }) => guard(askedIn(read), bffRoute, leftOut),
      outcomes: {
        ok: { label: "all checks passed", next: "api" },
        refused: { label: "not passed on", next: "turn_away" },
      },
    },
    api: {
      ...serverSteps({ auth, pkce: true }).api,
      title: "Print passes the request on, with the access token in place of the cookie",
      why: "The cookie stays here; the token comes out of the session. The API sees an ordinary client.",
    },
    refresh: {
      ...steps.refresh,
      why: "When the access token has expired the server gets another, in the middle of the page’s request. The page need not know.",
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
  },
});
