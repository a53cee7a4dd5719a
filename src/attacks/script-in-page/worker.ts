import type { Flow, LocalStep, Party, Place } from "../../flow/define-flow.ts";
import type { Defence, Way } from "../attack.ts";
import { changed, extended, led, withOutcomes } from "../edit-flow.ts";
import { overheardAt } from "../steps/api-call.ts";
import { usedAtApi, USE, callWithToken } from "../steps/use.ts";
import type { AnsweredTarget } from "../target.ts";
import { injected } from "./injected.ts";
import { CALL, hook } from "./memory.ts";
import { onPage, withMallory } from "./page.ts";
import { scriptPolicy } from "./policy.ts";

const HOOK = "hook";
const HOLD = "hold";
const CALL_BY_WORKER = "api_worker";
const LOOK = "look";

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
  modelled:
    "The script is a step of the walk; it reads what a wrapped fetch of the page would be given. A real worker ends when its page goes elsewhere, so that sign-in has to happen in a second window.",
  defences: [keepsToken, scriptPolicy],
  against: onPage((target) =>
    target.client.answer === "token" ? IN_THE_ADDRESS : withWorker(target),
  ),
  proof: usedAtApi,
};

const IN_THE_ADDRESS = {
  reason:
    "The token comes in the page’s own address, so the page has it before a worker could: see the leak from the address.",
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

function withWorker({ flow }: AnsweredTarget): Flow {
  const moved = led(movedToWorker(overheardAt(flow, "api", CALL)), "api", HOOK);
  const called = changed(flow, "api", (step) => ({
    ...step,
    from: "worker",
    title: "The worker calls the API with the access token",
    why: "The page asked the worker for the photos and gets the photos. The call is made in the worker, where the page’s fetch is not.",
  }));
  const { api } = called.steps;
  if (api === undefined) throw new Error("There is a step that calls the API.");
  return withMallory(
    extended(led(moved, "done", USE), { parties: { worker }, places: [workerPlace] }),
    {
      [HOOK]: hook(HOLD),
      [HOLD]: hold,
      [CALL_BY_WORKER]: withOutcomes({ ...api, instead: [] }, (outcome) =>
        outcome.next === "show" ? { ...outcome, next: LOOK } : outcome,
      ),
      [LOOK]: look,
      [USE]: callWithToken(flow),
    },
  );
}

/** Verifier, code and tokens are the worker's from the beginning. */
function movedToWorker(flow: Flow): Flow {
  const made = changed(flow, "prepare", (step) => ({
    ...step,
    from: "worker",
    to: "worker",
    title: "The page’s worker makes a state, a verifier and its challenge",
    why: "The verifier stays in the worker, so a code is of no use to the page alone.",
  }));
  return changed(made, "redeem", (step) => ({
    ...step,
    from: "worker",
    title: "The worker redeems the code with the verifier",
    why: "The page passed it the code. The answer comes to the worker, and the tokens with it.",
  }));
}

const hold: LocalStep<string, string, string> = {
  kind: "local",
  title: "The worker keeps the token, or hands it out",
  from: "worker",
  to: "worker",
  channel: "local",
  stage: "redeem",
  spec: "RFC 10017 §8.3",
  why: "A worker that hands the access token to the page for its calls protects the refresh token only. One that makes the calls itself hands out nothing.",
  chapter: "use",
  button: "decide where the token goes",
  run: async (_, { leftOut }) => ({ outcome: leftOut.has(keepsToken.id) ? "handed" : "kept" }),
  outcomes: {
    handed: { label: "the page gets the token", next: "api" },
    kept: { label: "the worker makes the calls", next: CALL_BY_WORKER },
  },
};

const look = injected(
  {
    title: "Mallory’s script looks for a token",
    spec: "RFC 10017 §5.1.4",
    why: "Its fetch saw no token pass, and storage holds none. It can still ask the worker for photos while the page is open; and it can get a new token: see the silent flow.",
    button: "look for a token",
    outcomes: {
      token: { label: "the access token", next: USE },
      nothing: { label: "no token", next: "stop", stoppedBy: keepsToken.id },
    },
  },
  (read, { browser }) => {
    const { cookies = "", localStorage = {}, sessionStorage = {} } = browser.scriptCanRead ?? {};
    const stored = [cookies, ...Object.values(localStorage), ...Object.values(sessionStorage)]
      .map((text) => JWT.exec(text)?.[0])
      .find((found) => found !== undefined);
    const token = read.maybe("stolen_token") ?? stored;
    return token === undefined
      ? { outcome: "nothing" }
      : { outcome: "token", values: { stolen_token: token } };
  },
);

/** The form of an access token here (RFC 9068 §2, RFC 7515 §7.1). */
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/;
