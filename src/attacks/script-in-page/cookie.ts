import {
  type Flow,
  type LocalStep,
  promisedWalk,
  type Step,
  stepOf,
  type VisitStep,
} from "../../flow/define-flow.ts";
import { PRINT } from "../../grants/cast.ts";
import {
  HTTP_ONLY,
  sessionIn,
  sessionOf,
  stolenSessionCookie,
} from "../../grants/steps/client-pages.ts";
import type { Defence, NotApplicable, Way } from "../attack.ts";
import { extended, led, withOutcomes } from "../../flow/edit-flow.ts";
import { attackParties } from "../steps/cast.ts";
import { signedInAsAlice } from "../steps/injection.ts";
import { callWithToken, readStolen, USE, usedAtApi } from "../steps/use.ts";
import { injected } from "./injected.ts";
import { onceMore, withMallory, withoutPage, withoutSession, withPolicy } from "./page.ts";
import { scriptPolicy } from "./policy.ts";

const READ_COOKIES = "read_cookies";
const OPEN = "open_as_alice";
const LOOK_UP = "look_up";

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
  anyGrant: true,
  against: ({ flow }) => withoutCookie(flow) ?? withStolenCookie(withPolicy(flow)),
  proof: (walk) => signedInAsAlice(walk) ?? usedAtApi(walk),
};

const ONLY_FILES: NotApplicable = {
  reason: "Print’s site only serves files: it knows no sessions and sets no cookie.",
};

function withoutCookie(flow: Flow): NotApplicable | undefined {
  const none = withoutPage(flow);
  if (none !== undefined) return none;
  return flow.sandbox.clientSite === "static" ? ONLY_FILES : withoutSession(flow);
}

/** Steps of the client's, once more for another browser. */
const forMallory = (id: string) => `${id}_for_mallory`;

function withStolenCookie(flow: Flow): Flow {
  const asked = requestBeforeApi(flow);
  const next = stepOf(flow, asked).outcomes["delivered"]?.next ?? "api";
  const way = promisedWalk(flow, next);
  // Print answers with what the API gave: what its page does after that is no matter.
  const answered = way.slice(0, way.findIndex((id) => stepOf(flow, id).kind === "respond") + 1);
  const what = answered.includes("api") ? PHOTOS : TOKEN;
  const again = answered.map((id, index): [string, Step] => {
    const onward = answered[index + 1];
    const step = onward === undefined ? what.taken(stepOf(flow, id)) : stepOf(flow, id);
    return [forMallory(id), once(step, onward === undefined ? what.next : forMallory(onward))];
  });
  return extended(
    withMallory(led(flow, "done", READ_COOKIES), {
      [READ_COOKIES]: readCookies,
      [OPEN]: {
        ...open(stepOf(flow, asked), next === "api" ? LOOK_UP : forMallory(next)),
        title: `Mallory asks Print for the ${what.name}, with Alice’s session cookie`,
      },
      ...Object.fromEntries(again),
      ...withFirstLook(next),
      ...(what === TOKEN ? { [USE]: callWithToken(flow) } : {}),
    }),
    { parties: { attackersBrowser: attackParties.attackersBrowser } },
  );
}

/** What the client’s server answers whoever has the session. */
interface Answered {
  readonly name: string;
  /** Where it leads. */
  readonly next: string;
  /** The answer, as the attacker takes it. */
  taken(step: Step): Step;
}

const PHOTOS: Answered = { name: "photos", next: "done", taken: (step) => step };

const TOKEN: Answered = {
  name: "access token",
  next: USE,
  taken: (step) => withOutcomes(step, (outcome) => ({ ...outcome, read: readStolen })),
};

/** The request by which the page gets at what the API has: the last to the client's server before the call. */
function requestBeforeApi(flow: Flow): string {
  const walk = promisedWalk(flow);
  const asked = walk
    .slice(0, walk.indexOf("api"))
    .findLast((id) => stepOf(flow, id).outcomes["delivered"] !== undefined);
  if (asked === undefined) throw new RangeError(`In ${flow.id} nobody asks the client's server.`);
  return asked;
}

/** A client that has no step for it looks up the session all the same. */
function withFirstLook(next: string): Flow["steps"] {
  return next === "api" ? { [LOOK_UP]: lookUp } : {};
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

function open(asked: Step, next: string): Omit<VisitStep<string, string, string>, "title"> {
  return {
    kind: "visit",
    from: "attackersBrowser",
    to: "client",
    channel: "front",
    stage: "use",
    spec: "RFC 6265 §8.4",
    why: "A session cookie is a bearer token too: it works in whichever browser it is put.",
    chapter: "attack",
    button: "send the request with the cookie",
    begin: {
      by: "opening",
      url: (read) => (asked.kind === "exchange" ? asked.request(read).url : `${PRINT}/photos`),
      headers: (read) => [
        ...(asked.kind === "exchange" ? asked.request(read).headers : []),
        ["Cookie", stolenSessionCookie(read("stolen_session"))],
      ],
    },
    classify: () => "delivered",
    outcomes: {
      delivered: {
        label: "received",
        next,
        read: (answer) => ({
          ...(asked.kind === "exchange" ? asked.outcomes["delivered"]?.read?.(answer) : {}),
          returned_session: sessionOf(answer.request) ?? "",
        }),
      },
    },
  };
}

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
    alices: { label: "Alice’s", next: forMallory("api") },
    unknown: { label: "no session", next: "stop" },
  },
};

/** The same step once more, for another browser. */
function once(step: Step, next: string): Step {
  return {
    ...onceMore(step, next),
    title: `${step.title}, for Mallory`,
    to: step.kind === "respond" ? "attackersBrowser" : step.to,
  };
}
