import type { Flow } from "../../flow/define-flow.ts";
import { changed, extended } from "../edit-flow.ts";
import type { AnswerWay } from "../attack.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { POLICY_HEADER, SCRIPT_POLICY } from "./policy.ts";

/** For ways that need the token in the page. */
export function onPage(make: AnswerWay["against"]): AnswerWay["against"] {
  return (target, on) =>
    target.flow.sandbox.clientSite === "static"
      ? make(target, on)
      : {
          reason:
            "The token stays on Print’s server, so the page has none to keep. What it has is a session cookie: see the way that goes for it.",
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

/** The page of a client with a server, which sends the policy for scripts unless that is left out. */
export function withPolicy(flow: Flow): Flow {
  return changed(flow, "show", (step) => {
    if (step.kind !== "respond") return step;
    return {
      ...step,
      response: (read, leftOut) => {
        const response = step.response(read, leftOut);
        if (leftOut.has(SCRIPT_POLICY)) return response;
        return { ...response, headers: [...response.headers, POLICY_HEADER] };
      },
    };
  });
}
