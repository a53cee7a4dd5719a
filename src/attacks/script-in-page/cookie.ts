import type { Flow, LocalStep, Outcome, Step } from "../../flow/define-flow.ts";
import { PRINT } from "../../grants/cast.ts";
import { HTTP_ONLY, sessionCookie, sessionIn, sessionOf } from "../../grants/steps/client-pages.ts";
import type { Defence, Way } from "../attack.ts";
import { extended, led } from "../edit-flow.ts";
import { attackParties } from "../steps/cast.ts";
import { signedInAsAlice } from "../steps/injection.ts";
import { injected } from "./injected.ts";
import { withMallory, withPolicy } from "./page.ts";
import { scriptPolicy } from "./policy.ts";

const READ_COOKIES = "read_cookies";
const OPEN = "open_as_alice";
const LOOK_UP = "look_up";
const CALL = "api_for_mallory";
const SHOW = "show_to_mallory";

export const httpOnly: Defence = {
  id: HTTP_ONLY,
  title: "No script can read the session cookie (HttpOnly)",
  spec: "RFC 10017 §6.1.3.2",
  by: "client",
};

/** RFC 10017 §6.1: the page has a cookie, and the server behind it has the tokens. */
export const cookieWay: Way = {
  id: "bff-cookie",
  title: "Kept on a server, behind a cookie",
  modelled: "The two browsers, and which cookies their scripts can read.",
  defences: [httpOnly, scriptPolicy],
  against: ({ flow }) =>
    flow.sandbox.clientSite === "server"
      ? withStolenCookie(withPolicy(flow))
      : { reason: "Print’s site only serves files: it knows no sessions and sets no cookie." },
  proof: signedInAsAlice,
};

function withStolenCookie(flow: Flow): Flow {
  return extended(
    withMallory(led(flow, "done", READ_COOKIES), {
      [READ_COOKIES]: readCookies,
      [OPEN]: open,
      [LOOK_UP]: lookUp,
      [CALL]: again(flow.steps["api"], SHOW, {
        title: "Print calls the API with the access token of that session",
        why: "To Print this is Alice, in another window. The token never left the server, and Mallory gets what it opens.",
      }),
      [SHOW]: again(flow.steps["show"], "done", {
        title: "Print shows the photos to Mallory",
        to: "attackersBrowser",
        why: "Mallory has no token, but has a session in which one is used.",
      }),
    }),
    { parties: { attackersBrowser: attackParties.attackersBrowser } },
  );
}

const readCookies = injected(
  {
    title: "Mallory’s script reads document.cookie",
    spec: "RFC 10017 §6.1.3.2",
    why: "Scripts may read the cookies of their page, except those that are marked HttpOnly.",
    button: "read document.cookie",
    outcomes: {
      session: { label: "the session cookie", next: OPEN },
      nothing: { label: "no session cookie", next: "stop", stoppedBy: HTTP_ONLY },
    },
  },
  (_, { browser }) => {
    const session = sessionIn(browser.scriptCanRead?.cookies ?? "");
    return session === undefined
      ? { outcome: "nothing" }
      : { outcome: "session", values: { stolen_session: session } };
  },
);

const open: Step = {
  kind: "visit",
  title: "Mallory opens Print with Alice’s session cookie",
  from: "attackersBrowser",
  to: "client",
  channel: "front",
  stage: "use",
  spec: "RFC 6265 §8.4",
  why: "A session cookie is a bearer token too: it works in whichever browser it is put.",
  chapter: "attack",
  button: "send GET /photos with the cookie",
  begin: {
    by: "opening",
    url: () => `${PRINT}/photos`,
    headers: (read) => [["Cookie", sessionCookie(read("stolen_session"))]],
  },
  classify: () => "delivered",
  outcomes: {
    delivered: {
      label: "received",
      next: LOOK_UP,
      read: ({ request }) => ({ returned_session: sessionOf(request) ?? "" }),
    },
  },
};

const lookUp: LocalStep<string, string, string> = {
  kind: "local",
  title: "Print looks up whose session this is",
  from: "client",
  to: "client",
  channel: "local",
  stage: "use",
  spec: "RFC 10017 §6.1.2.3",
  why: "The cookie says which session, and the session holds the tokens. Nothing in the request says which browser it came from.",
  chapter: "attack",
  button: "look up the session",
  run: async (read) => ({
    outcome: read("returned_session") === read("session") ? "alices" : "unknown",
  }),
  outcomes: {
    alices: { label: "Alice’s", next: CALL },
    unknown: { label: "no session", next: "stop" },
  },
};

/** The same step once more, for another browser; what it leads to is `next`, and refusals end the walk. */
function again(
  step: Step | undefined,
  next: string,
  facts: Pick<Step, "title" | "why"> & Partial<Pick<Step, "to">>,
): Step {
  if (step === undefined) throw new Error("There is no such step.");
  const [went] = Object.keys(step.outcomes);
  const outcomes = Object.entries(step.outcomes).map(
    ([name, outcome]): [string, Outcome<string, string>] => [
      name,
      { ...outcome, next: name === went ? next : "stop" },
    ],
  );
  return {
    ...step,
    instead: [],
    chapter: "attack",
    ...facts,
    outcomes: Object.fromEntries(outcomes),
  };
}
