import type { Flow, LocalStep } from "../../../flow/define-flow.ts";
import { preceded } from "../../../flow/edit-flow.ts";
import { randomToken } from "../../../oauth/random.ts";

/**
 * The flow in which the user begins in a second tab before she comes back from the first: the client keeps that value in one
 * place, and the new one is in it now.
 */
export function overwritten(flow: Flow, value: string): Flow {
  return preceded(flow, "callback", "other_tab", beginningAgain(value));
}

function beginningAgain(value: string): LocalStep<string, string, string> {
  return {
    kind: "local",
    title: "Alice clicks “Log in” in a second tab too",
    from: "client",
    to: "client",
    channel: "local",
    stage: "answer",
    spec: "RFC 9700 §4.7.1",
    why: `Print makes a ${value} for that tab and keeps it where it kept the first one’s. Alice goes on in the first.`,
    chapter: "code",
    button: `keep another ${value}`,
    run: async () => ({ outcome: "overwritten", values: { [value]: randomToken() } }),
    outcomes: { overwritten: { label: "overwritten", next: "callback" } },
  };
}
