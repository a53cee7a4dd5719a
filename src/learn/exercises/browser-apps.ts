import { changed } from "../../flow/edit-flow.ts";
import type { Flow } from "../../flow/define-flow.ts";
import { browserFlow } from "../../grants/access-token/browser.ts";
import { cookieFlow } from "../../grants/access-token/cookie.ts";
import { workerFlow } from "../../grants/access-token/worker.ts";
import { bffFlow } from "../../grants/authorization-code/bff/flow.ts";
import type { Exercises } from "../exercise.ts";
import { ended, keptFrom, went } from "./criteria.ts";

/** Access tokens so short-lived that the first has expired when the page asks for its photos. */
const shortLived: Flow = {
  ...bffFlow,
  sandbox: { ...bffFlow.sandbox, authorizationServer: { accessTokenLifetime: 2 } },
};

const COOKIE = "cookie";
const OPEN_COOKIE = "open_cookie";

/** The walk with the careless cookie first and the careful one in its place. */
const careless = changed(
  changed(cookieFlow, "begin", (step) => ({
    ...step,
    outcomes: { begun: { label: "begun", next: OPEN_COOKIE } },
  })),
  OPEN_COOKIE,
  (step) => ({
    ...step,
    title: "Print sets the session cookie",
    why: "Secure, SameSite=Lax, a name with a prefix. Read the header once more before you send it.",
    instead: [{ label: "Set it with HttpOnly as well", next: COOKIE }],
  }),
);

const WHOLE_BROWSER = ["page", "worker"];

export const browserApps: Exercises = {
  task: {
    title: "The session has outlived its token",
    brief:
      "Print has a backend for its frontend. Alice has signed in and the page asks for her photos. The API refuses: the access token that Print’s server holds has expired. Mend it without Alice, and without a token in the page.",
    walks: [{ id: "bff", title: "BFF", flow: shortLived }],
    criteria: [
      went("Print’s server has got another access token", "refresh"),
      ended("The photos are on the page"),
      keptFrom("No script of the page has seen an access token", "access_token", ["page"]),
      keptFrom("Nor a refresh token", "refresh_token", ["page"]),
    ],
    hints: [
      "401 invalid_token: which of the answers to a refusal helps here?",
      "The page’s request waits while the server works. The server has all it needs.",
      "In place of the call that was refused, choose “Use the refresh token first”, and call again.",
    ],
    explanation:
      "The server refreshes in the middle of the page’s request, with its own credentials. The page learns nothing of it, and nothing that a script could take has come near the browser (RFC 10017 §6.1.2.2).",
    solution: {
      walk: "bff",
      play: async (hand) => {
        await hand.to("api");
        await hand.send();
        await hand.instead("refresh");
        await hand.end();
      },
    },
  },
  goal: {
    title: "Nothing worth taking",
    brief:
      "Get Alice’s photos onto the page with a token for photos.read. Whatever runs in her browser may learn neither the access token nor anything that is as good as one. Choose the walk first; then look at each message before you send it.",
    walks: [
      { id: "in-the-browser", title: "Kept in the page", flow: browserFlow },
      { id: "in-a-worker", title: "Kept in a worker", flow: workerFlow },
      { id: "behind-a-cookie", title: "Behind a cookie", flow: careless },
    ],
    criteria: [
      went("The API has answered with the photos", "api"),
      keptFrom("Nothing in the browser has seen the access token", "access_token", WHOLE_BROWSER),
      keptFrom("Nothing in the browser has seen a refresh token", "refresh_token", WHOLE_BROWSER),
      keptFrom("No script has read the session", "session", WHOLE_BROWSER),
    ],
    hints: [
      "A worker is a part of the browser. Which walk keeps the tokens on another machine?",
      "There the browser holds a session, and whoever has that can ask Print for the photos. Who can read it?",
      "Take “Behind a cookie”. Where Print sets the session cookie, choose “Set it with HttpOnly as well”.",
    ],
    explanation:
      "The tokens stayed on the server, and scripts could not read the session (RFC 10017 §6.1.3.2). A hostile script can still send requests while the page is open: HttpOnly stops theft, not that (RFC 10017 §6.1.4.1).",
    solution: {
      walk: "behind-a-cookie",
      play: async (hand) => {
        await hand.to(OPEN_COOKIE);
        await hand.instead(COOKIE);
        await hand.end();
      },
    },
  },
};
