import type { LocalResult, LocalStep, Read, Surroundings } from "../../flow/define-flow.ts";
import { SCRIPT_POLICY, runsInline } from "./policy.ts";

type Facts = Pick<
  LocalStep<string, string, string>,
  "title" | "why" | "button" | "spec" | "outcomes"
> & { readonly chapter?: string };

/** A script of the attacker's in the client's page; a browser asks the page's policy before it runs one. */
export function injected(
  facts: Facts,
  run: (
    read: Read<string>,
    around: Surroundings,
  ) => LocalResult<string> | Promise<LocalResult<string>>,
): LocalStep<string, string, string> {
  return {
    kind: "local",
    from: "attacker",
    to: "attacker",
    channel: "local",
    stage: "use",
    chapter: "attack",
    ...facts,
    run: async (read, around) =>
      runsInline(around.browser.contentSecurityPolicy) ? run(read, around) : { outcome: "blocked" },
    outcomes: {
      ...facts.outcomes,
      blocked: {
        label: "the browser does not run it",
        next: "stop",
        stoppedBy: SCRIPT_POLICY,
      },
    },
  };
}
