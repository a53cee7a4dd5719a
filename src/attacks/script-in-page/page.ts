import type { Flow, Step } from "../../flow/define-flow.ts";
import { headerOf } from "../../oauth/wire.ts";
import { extended } from "../edit-flow.ts";
import type { AnswerWay, NotApplicable } from "../attack.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { POLICY_HEADER, SCRIPT_POLICY } from "./policy.ts";

export const APP_HAS_NO_PAGE: NotApplicable = {
  reason: "Print is an app of the device: it has no page that a script could get into.",
};

const ON_SERVER: NotApplicable = {
  reason:
    "The token stays on Print’s server, so the page has none to keep. What it has is a session cookie: see the way that goes for it.",
};

/** For ways that need the token in the page. */
export function onPage(make: AnswerWay["against"]): AnswerWay["against"] {
  return (target, on) => {
    switch (target.flow.sandbox.clientSite) {
      case "static":
        return make(target, on);
      case "server":
        return ON_SERVER;
      case "app":
        return APP_HAS_NO_PAGE;
    }
  };
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
