import type { VisitStep } from "../../flow/define-flow.ts";
import { redirectOf } from "../../grants/steps/classify.ts";
import type { AnsweredTarget } from "../target.ts";
import { linkTo } from "./lure.ts";
import { credentialIn } from "./use.ts";

interface Asking {
  readonly title: string;
  readonly spec: string;
  readonly why: string;
  /** The step that follows an answer. */
  readonly next: string;
}

/**
 * An authorization request of the attacker's in the user's browser, by which nobody is asked anything. A window and
 * not a frame: the session cookie is SameSite=Lax, and travels with what is opened at the top only.
 */
export function askingSilently(
  { client, pkce }: AnsweredTarget,
  redirectUri: string,
  { next, ...words }: Asking,
): VisitStep<string, string, string> {
  return {
    ...words,
    kind: "visit",
    from: "browser",
    to: "as",
    channel: "front",
    stage: "use",
    chapter: "attack",
    button: "send GET /authorize with prompt=none",
    begin: {
      by: "opening",
      url: (read) =>
        linkTo({
          clientId: client.id,
          answer: client.answer,
          redirectUri,
          challenge: pkce ? read("mallory_challenge") : undefined,
          more: { prompt: "none", state: "mallory" },
        }),
    },
    classify: (answer) => {
      const { outcome } = credentialIn(redirectOf(answer)?.href ?? "");
      return outcome === "nothing" ? "refused" : "answered";
    },
    outcomes: {
      answered: {
        label: client.answer === "code" ? "303 code, state, iss" : "303 #access_token, state, iss",
        next,
      },
      refused: { label: "refused", next: "stop" },
    },
  };
}
