import type { LocalStep, Step } from "../../flow/define-flow.ts";
import type { AnswerWay } from "../attack.ts";
import { attackChapter } from "../steps/cast.ts";
import { credentialIn } from "../steps/use.ts";

export const HIJACK = "hijack";

/** For clients that could be an app of a phone: those that can prove nothing. */
export function onPhone(make: AnswerWay["against"]): AnswerWay["against"] {
  return (target, on) =>
    target.client.type === "confidential"
      ? { reason: "The redirect goes to Print’s web server by https, not to an app." }
      : make(target, on);
}

interface Receiving {
  readonly title: string;
  readonly spec: string;
  readonly why: string;
  readonly outcomes: Step["outcomes"];
}

/** The phone opens the attacker's app with the address of the answer. */
export function handedToApp(receiving: Receiving): LocalStep<string, string, string> {
  return {
    kind: "local",
    from: "attacker",
    to: "attacker",
    channel: "local",
    stage: "answer",
    chapter: attackChapter.id,
    button: "open the app",
    ...receiving,
    run: async (_, { browser }) => credentialIn(browser.pending?.url ?? ""),
  };
}
