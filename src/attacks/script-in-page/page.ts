import type { Flow, Party, Step } from "../../flow/define-flow.ts";
import { headerOf } from "../../oauth/wire.ts";
import type { AnyGrantWay, NotApplicable } from "../attack.ts";
import { changed, extended, led, promising, withOutcomes } from "../../flow/edit-flow.ts";
import { apiCallOf, tokenRequestOf } from "../parts.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { POLICY_HEADER, SCRIPT_POLICY } from "./policy.ts";

const APP_HAS_NO_PAGE: NotApplicable = {
  reason: "Print is an app of the device: it has no page that a script could get into.",
};

const DEVICE_HAS_NO_PAGE: NotApplicable = {
  reason: "Print is a device: its screen shows a code, and no page that a script could get into.",
};

const NO_BROWSER: NotApplicable = {
  reason:
    "In this walk Print works on its server by itself: no browser takes part, so there is no page that a script could get into.",
};

const ON_SERVER: NotApplicable = {
  reason:
    "The token stays on Print’s server, so the page has none to keep. What it has is a session cookie: see the way that goes for it.",
};

const NO_SESSION: NotApplicable = {
  reason:
    "The token stays on Print’s server, which begins no session here: its pages keep neither token nor cookie.",
};

const IN_WORKER: NotApplicable = {
  reason:
    "In this walk a worker keeps the token and makes the calls, so the page has none to keep: see the way that goes for it.",
};

/** Why no script can get into a page of the client’s, where there is none. */
export function withoutPage({ sandbox, parties }: Flow): NotApplicable | undefined {
  if (sandbox.clientSite === "app") return APP_HAS_NO_PAGE;
  const roles = Object.values(parties).map(({ role }) => role);
  if (roles.includes("page")) return undefined;
  if (sandbox.clientSite === "static") return DEVICE_HAS_NO_PAGE;
  return roles.includes("browser") ? undefined : NO_BROWSER;
}

/** Why the client’s server gives a browser no session, where it does not. */
export function withoutSession({ values }: Flow): NotApplicable | undefined {
  return values["session"] === undefined ? NO_SESSION : undefined;
}

/** For ways that need the token in the page, or in a worker of it. */
export function inPage(make: AnyGrantWay["against"]): AnyGrantWay["against"] {
  return (target, on) => {
    const { flow } = target;
    const none = withoutPage(flow);
    if (none !== undefined) return none;
    if (flow.sandbox.clientSite !== "server") return make(target, on);
    if (callerOf(flow)?.role !== "page") return withoutSession(flow) ?? ON_SERVER;
    return make({ ...target, flow: withPolicy(flow) }, on);
  };
}

/** For ways that need the token where the page’s scripts are, and not in a worker. */
export function onPage(make: AnyGrantWay["against"]): AnyGrantWay["against"] {
  return inPage((target, on) => (calledByWorker(target.flow) ? IN_WORKER : make(target, on)));
}

function calledByWorker(flow: Flow): boolean {
  return callerOf(flow)?.place === "worker";
}

function callerOf(flow: Flow): Party | undefined {
  return flow.parties[apiCallOf(flow)?.step.from ?? ""];
}

/** The id of the call that the API serves. Throws when there is none. */
export function callIn(flow: Flow): string {
  const call = apiCallOf(flow);
  if (call === undefined) throw new RangeError(`In ${flow.id} no API serves a call.`);
  return call.id;
}

/**
 * The flow with a step between the token and the call, in place of whatever the page does there itself; and with
 * what a script does next to the call, before time goes by or the token ends.
 */
export function aroundCall(flow: Flow, before: string, after: string): Flow {
  const call = callIn(flow);
  const asked = tokenRequestOf(flow);
  const onward = led(
    changed(flow, call, (step) => promising(step, after)),
    call,
    before,
  );
  // What a server asked for, it has to hand over first.
  if (asked === undefined || flow.parties[asked.step.from]?.role === "client") return onward;
  return changed(onward, asked.id, (step) => promising(step, before));
}

/** A step a second time, for the attacker: what it promises leads on, and a refusal ends the walk. */
export function onceMore(step: Step, next: string): Step {
  const ending = withOutcomes(step, (outcome) => ({ ...outcome, next: outcome.next ?? "stop" }));
  return { ...promising(ending, next), instead: [], chapter: attackChapter.id };
}

/** The flow with the attacker and these steps. */
export function withMallory(flow: Flow, steps: Flow["steps"]): Flow {
  return extended(flow, {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps,
  });
}

/** The pages of a client with a server, which come with the policy for scripts unless that is left out. */
export function withPolicy(flow: Flow): Flow {
  const steps = Object.entries(flow.steps).map(([id, step]): [string, Step] => [
    id,
    step.kind === "respond" ? guarded(step) : step,
  ]);
  return { ...flow, steps: Object.fromEntries(steps) };
}

function guarded(step: Extract<Step, { kind: "respond" }>): Step {
  return {
    ...step,
    response: (read, leftOut) => {
      const response = step.response(read, leftOut);
      const html = headerOf(response, "Content-Type")?.startsWith("text/html") === true;
      if (leftOut.has(SCRIPT_POLICY) || !html) return response;
      return { ...response, headers: [...response.headers, POLICY_HEADER] };
    },
  };
}
