import {
  type Answer,
  type ExchangeStep,
  type Flow,
  type PartyRole,
  promisedWalk,
  reader,
  type Step,
  stepOf,
} from "../flow/define-flow.ts";
import { tokenOf } from "../grants/steps/proofs.ts";

/** A request of a walk, by the id of its step. */
export interface Part {
  readonly id: string;
  readonly step: ExchangeStep<string, string, string>;
}

/** The first call that an API serves as the walk promises; nothing where none does. */
export function apiCallOf(flow: Flow): Part | undefined {
  return requestsTo(flow, "resource-server").find(
    ({ step }) => step.classify(GRANTED) === promisedOutcome(step)[0],
  );
}

/** The request whose answer gives the client the token of that call; nothing where it came through a browser. */
export function tokenRequestOf(flow: Flow): Part | undefined {
  const call = apiCallOf(flow);
  const before = promisedWalk(flow).slice(0, call && promisedWalk(flow).indexOf(call.id));
  return requestsTo(flow, "authorization-server").findLast(
    ({ id, step }) => before.includes(id) && givesToken(step),
  );
}

/**
 * The steps by which the page gets the token from its own server, from the page's request to the answer; none where
 * that server hands out none.
 */
export function handOverIn(flow: Flow): readonly string[] {
  const walk = promisedWalk(flow);
  const isFromPage = (id: string) =>
    flow.parties[exchangeIn(flow, id)?.step.from ?? ""]?.role === "page";
  const answer = walk.findIndex((id) => {
    const step = stepOf(flow, id);
    return step.kind === "respond" && flow.parties[step.to]?.role === "page" && givesToken(step);
  });
  const asked = walk.slice(0, answer + 1).findLastIndex(isFromPage);
  return answer < 0 ? [] : walk.slice(asked, answer + 1);
}

/** The requests that carry the token until an API serves one, that one last. */
export function carriersOf(flow: Flow): readonly Part[] {
  const walk = promisedWalk(flow);
  const [asked, call] = [tokenRequestOf(flow), apiCallOf(flow)];
  if (asked === undefined || call === undefined) return [];
  return walk
    .slice(walk.indexOf(asked.id) + 1, walk.indexOf(call.id) + 1)
    .map((id) => exchangeIn(flow, id))
    .filter((part) => part !== undefined)
    .filter(({ step }) => tokenOf(step.request(reader(askedWith(flow)))) === GRANT);
}

/** The step of that id, where it is a request. Throws when there is no such step. */
export function exchangeIn(flow: Flow, id: string): Part | undefined {
  const step = stepOf(flow, id);
  return step.kind === "exchange" ? { id, step } : undefined;
}

function requestsTo(flow: Flow, role: PartyRole): readonly Part[] {
  return promisedWalk(flow)
    .map((id) => exchangeIn(flow, id))
    .filter((part) => part !== undefined)
    .filter(({ step }) => flow.parties[step.to]?.role === role);
}

/** Values for a request to be asked what it carries: every token is that of `GRANTED`. */
function askedWith({ values }: Flow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, { tone }]) => [name, tone === "token" ? GRANT : "asked"]),
  );
}

const GRANT = "granted";

/** A step is asked what it makes of this answer, so that no walk has to say which of its steps is which. */
const GRANTED: Answer = {
  request: { method: "POST", url: "https://auth.example/token", headers: [] },
  response: {
    status: 200,
    headers: [["Content-Type", "application/json"]],
    body: JSON.stringify({ access_token: GRANT, token_type: "Bearer" }),
  },
};

function givesToken(step: Step): boolean {
  const [, outcome] = promisedOutcome(step);
  return Object.values(outcome?.read?.(GRANTED) ?? {}).includes(GRANT);
}

function promisedOutcome({ outcomes }: Step) {
  return Object.entries(outcomes)[0] ?? ["", undefined];
}
