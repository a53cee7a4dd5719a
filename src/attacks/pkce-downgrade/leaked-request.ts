import type { Flow, LocalStep, Step } from "../../flow/define-flow.ts";
import { changed, extended, led, reworded, withOutcomes } from "../../flow/edit-flow.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { askingWith } from "../../grants/steps/authorize-address.ts";
import { refusalsEnd } from "../steps/lure.ts";
import { credentialIn, redeemCode, REDEEM, takenFrom, USE, callWithToken } from "../steps/use.ts";
import type { AnsweredTarget } from "../target.ts";

const READ_REQUEST = "read_request";
const READ_ANSWER = "read_answer";

/** The walk of a client that uses `plain`, whose addresses are seen on their way (RFC 7636 §7.2). */
export function leaked(target: AnsweredTarget): Flow {
  const plain = askingPlainly(target.flow);
  const seen = led(led(plain, "login_page", READ_REQUEST), "callback", READ_ANSWER);
  return extended(seen, {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: {
      [READ_REQUEST]: readRequest,
      [READ_ANSWER]: readAnswer(target),
      [REDEEM]: redeemCode(target, "mallory_verifier"),
      [USE]: callWithToken(target.flow),
    },
  });
}

/** The same client, as RFC 7636 §4.2 allowed it to those who could not compute SHA-256. */
function askingPlainly(flow: Flow): Flow {
  const made = changed(flow, "prepare", (step): Step => {
    if (step.kind !== "local") throw new Error("The verifier is made in a local step.");
    return {
      ...step,
      spec: "RFC 7636 §4.2",
      why: "With the method “plain” the challenge is the verifier itself. A client may fall back to it where it cannot hash.",
      run: async (read, around) => {
        const result = await step.run(read, around);
        const verifier = result.values?.["verifier"] ?? "";
        return { ...result, values: { ...result.values, challenge: verifier } };
      },
    };
  });
  const sent = changed(made, "authorize", (step): Step => refusalsEnd(telling(step)));
  return reworded(askingWith(sent, plainly), {
    authorize: {
      spec: "RFC 7636 §4.3",
      why: "The request names the method “plain”. What travels through the address bar now is the verifier.",
    },
  });
}

function plainly(address: string): string {
  const url = new URL(address);
  url.searchParams.set("code_challenge_method", "plain");
  return url.href;
}

/** The address of the request, for those who see it on its way. */
function telling(step: Step): Step {
  return withOutcomes(step, (outcome) => ({
    ...outcome,
    read: ({ request }) => ({ leaked_request: request.url }),
  }));
}

const readRequest: LocalStep<string, string, string> = {
  kind: "local",
  title: "Mallory reads the request on its way",
  from: "attacker",
  to: "attacker",
  channel: "local",
  stage: "ask",
  spec: "RFC 7636 §7.2",
  why: "In a proxy’s log, or by an app that watches addresses: a request through the browser is no secret (RFC 9700 §3, A4). With S256 its challenge would be of no use.",
  chapter: "ask",
  button: "read the request",
  run: async (read) => {
    const challenge = new URL(read("leaked_request")).searchParams.get("code_challenge");
    return { outcome: "read", values: { mallory_verifier: challenge ?? "" } };
  },
  outcomes: { read: { label: "the challenge, which is the verifier", next: "login_page" } },
};

function readAnswer(target: AnsweredTarget): LocalStep<string, string, string> {
  return {
    kind: "local",
    title: "Mallory reads the answer on its way",
    from: "attacker",
    to: "attacker",
    channel: "local",
    stage: "answer",
    spec: "RFC 7636 §1",
    why: "The same eyes see the answer, before Print does. Whoever has both has all that PKCE asks for.",
    chapter: "attack",
    button: "read the answer",
    run: async (_, { browser }) => credentialIn(browser.pending?.url ?? ""),
    outcomes: takenFrom(target),
  };
}
