import type { Flow, LocalStep, Party, Place, Read } from "../../flow/define-flow.ts";
import type { Defence, Way } from "../attack.ts";
import { changed, extended, promising, withOutcomes, type Words } from "../../flow/edit-flow.ts";
import { usedAtApi, USE, callWithToken } from "../steps/use.ts";
import { tokenRequestOf } from "../parts.ts";
import type { Target } from "../target.ts";
import { injected } from "./injected.ts";
import { hook } from "./memory.ts";
import { aroundCall, callIn, inPage, withMallory } from "./page.ts";
import { scriptPolicy } from "./policy.ts";

const HOOK = "script_hook";
const HAND = "worker_hands_token";
const ANSWER = "worker_answers";
const LOOK = "script_search";

export const keepsToken: Defence = {
  id: "client.worker-keeps-token",
  title: "The worker hands out no token",
  spec: "RFC 10017 §8.3",
  by: "client",
};

/** RFC 10017 §8.3: a worker has memory that the page's scripts cannot read. */
export const workerWay: Way = {
  id: "worker",
  title: "Kept in a worker",
  keptIn: "memory of a worker",
  modelled:
    "The script is a step of the walk; it reads what a wrapped fetch of the page would be given, and what a worker would post. A real worker ends when its page goes elsewhere, so that sign-in has to happen in a second window.",
  defences: [keepsToken, scriptPolicy],
  anyGrant: true,
  against: inPage((target, on) => {
    if (target.client.answer === "token") return IN_THE_ADDRESS;
    if (target.flow.sandbox.clientSite === "server") return FOR_THE_ASKING;
    return withWorker(target, on?.has(keepsToken.id) === true);
  }),
  proof: usedAtApi,
};

const IN_THE_ADDRESS = {
  reason:
    "The token comes in the page’s own address, so the page has it before a worker could: see the leak from the address.",
};

const FOR_THE_ASKING = {
  reason:
    "Print’s server gives the access token to every script of its page that asks. A worker that keeps one keeps nothing from them (RFC 10017 §6.2.4.3): see the way that asks.",
};

const worker: Party = {
  name: "Worker",
  role: "page",
  what: "A worker of print.example’s page: a script with memory of its own, which only messages reach.",
  host: "print.example",
  place: "worker",
};

const workerPlace: Place = {
  id: "worker",
  title: "Worker",
  what: "Print’s worker, whose memory no script of the page can read",
};

function withWorker({ flow }: Target, keeps: boolean): Flow {
  const call = callIn(flow);
  const hooked = aroundCall(movedToWorker(flow), HOOK, LOOK);
  const known = flow.places.some(({ id }) => id === workerPlace.id);
  const moved = extended(hooked, { parties: { worker }, places: known ? [] : [workerPlace] });
  return withMallory(keeps ? callingItself(moved, call) : handingOut(moved, call), {
    [HOOK]: hook(keeps ? call : HAND, {
      title: "Mallory’s script puts itself before fetch and the worker’s messages",
      why: "Any script of the page can replace fetch, and can listen to what the worker posts. Every request of the page and every message passes through Mallory’s function now.",
    }),
    [LOOK]: look,
    [USE]: callWithToken(flow),
  });
}

/** The worker makes the call, and posts what came back. */
function callingItself(flow: Flow, call: string): Flow {
  const called = changed(flow, call, (step) =>
    promising(
      {
        ...step,
        from: "worker",
        instead: [],
        title: "The worker calls the API with the access token",
        why: "The page asked the worker for the photos. The call is made in the worker, where the page’s fetch is not.",
      },
      ANSWER,
    ),
  );
  return extended(called, {
    steps: {
      [ANSWER]: post({
        title: "The worker posts the photos to the page",
        why: "The page gets what it asked for, and has no need of the token.",
        button: "post the photos",
        next: LOOK,
        message: (read) => ({ photos: read("photos") }),
      }),
    },
  });
}

/** The worker posts the token, and the page makes the call. */
function handingOut(flow: Flow, call: string): Flow {
  const passing = changed(flow, call, (step) => ({
    ...withOutcomes(step, (outcome) => ({
      ...outcome,
      read: (answer) => ({
        ...outcome.read?.(answer),
        sent_by_page: JSON.stringify(answer.request.headers),
      }),
    })),
    ...(step.from === "page" ? {} : CALLED_BY_PAGE),
  }));
  return extended(passing, {
    steps: {
      [HAND]: post({
        title: "The worker posts the token to the page",
        why: "The page wants to make its calls itself. A worker that hands it the access token for that protects the refresh token only.",
        button: "post the token",
        next: call,
        message: (read) => ({ access_token: read("access_token") }),
      }),
    },
  });
}

/** Where the walk’s own worker made the call. */
const CALLED_BY_PAGE = {
  from: "page",
  title: "The page calls the API with the token it was handed",
  why: "The header is written in the page now, by a fetch that any script of the page may replace.",
} satisfies Words & { readonly from: string };

/** Verifier, code and tokens are the worker's from the beginning. */
function movedToWorker(flow: Flow): Flow {
  const asked = tokenRequestOf(flow)?.id;
  const made = flow.steps["prepare"] === undefined ? flow : preparedInWorker(flow);
  if (asked === undefined) return made;
  return changed(made, asked, (step) => ({
    ...step,
    from: "worker",
    title: "The worker redeems the code with the verifier",
    why: "The page passed it the code. The answer comes to the worker, and the tokens with it.",
  }));
}

function preparedInWorker(flow: Flow): Flow {
  return changed(flow, "prepare", (step) => ({
    ...step,
    from: "worker",
    to: "worker",
    title: "The page’s worker makes a state, a verifier and its challenge",
    why: "The verifier stays in the worker, so a code is of no use to the page alone.",
  }));
}

interface Post {
  readonly title: string;
  readonly why: string;
  readonly button: string;
  readonly next: string;
  message(read: Read<string>): object;
}

/** A message of the worker's, which every script of its page can listen to (HTML §10.2). */
function post({ next, message, ...words }: Post): LocalStep<string, string, string> {
  return {
    ...words,
    kind: "local",
    from: "worker",
    to: "page",
    channel: "local",
    stage: "use",
    spec: "RFC 10017 §8.3",
    chapter: "use",
    run: async (read) => ({
      outcome: "posted",
      values: { posted_to_page: JSON.stringify(message(read)) },
    }),
    outcomes: { posted: { label: "posted", next } },
  };
}

const look = injected(
  {
    title: "Mallory’s script searches all it can see for a token",
    spec: "RFC 10017 §5.1.4",
    why: "What the page sent, what the worker posted, and all storage. Where there is no token it can still ask the worker for photos while the page is open; and it can get a new token: see the silent flow.",
    button: "search for a token",
    outcomes: {
      token: { label: "the access token", next: USE },
      nothing: { label: "no token", next: "stop", stoppedBy: keepsToken.id },
    },
  },
  (read, { browser }) => {
    const { cookies = "", localStorage = {}, sessionStorage = {} } = browser.scriptCanRead ?? {};
    const seen = [
      read.maybe("sent_by_page") ?? "",
      read.maybe("posted_to_page") ?? "",
      cookies,
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
    ];
    // What it would know by its form or by trying it; an opaque token has no form.
    const token = read("access_token");
    return seen.some((text) => text.includes(token))
      ? { outcome: "token", values: { stolen_token: token } }
      : { outcome: "nothing" };
  },
);
