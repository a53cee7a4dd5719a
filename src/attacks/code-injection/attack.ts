import type { Flow, Step } from "../../flow/define-flow.ts";
import type { Attack } from "../attack.ts";
import { extended, led } from "../../flow/edit-flow.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { nonce, pkce, sameAddress } from "../steps/defences.ts";
import { injection, signedInAsAlice } from "../steps/injection.ts";
import { BEGIN, FINISH, own, secondSession } from "../steps/second-session.ts";
import { credentialIn } from "../steps/use.ts";
import type { AnsweredTarget } from "../target.ts";

const OVERHEAR = "overhear";

/** RFC 9700 §4.5: the code is redeemed by the honest client, for the wrong browser. */
export const codeInjection: Attack = {
  id: "code-injection",
  title: "Code injection",
  summary:
    "Mallory puts a stolen code into a sign-in of Mallory’s own, and Print redeems it there.",
  capability:
    "Mallory has seen an authorization response that was not used yet, in a log or on the way.",
  spec: "RFC 9700 §4.5",
  defences: [pkce, nonce, sameAddress],
  ways: [
    {
      title: "A stolen code in the attacker’s own session",
      modelled: "The two browsers.",
      defences: [pkce, nonce, sameAddress],
      against: (target) =>
        target.client.answer === "token"
          ? {
              reason:
                "There is no code. What can be injected here is a token: see token injection.",
            }
          : injected(target),
      proof: signedInAsAlice,
    },
  ],
};

function injected({ flow }: AnsweredTarget): Flow {
  const begin = secondSession(flow, {
    from: flow.start,
    until: "authorize",
    onward: own("callback"),
    words: BEGIN,
  });
  const finish = secondSession(flow, { from: "callback", words: FINISH });
  return extended(led(flow, "callback", OVERHEAR), {
    parties: { ...begin.parties, attacker: attackParties.attacker },
    places: [attackerPlace],
    values: { ...attackValues, ...begin.values },
    chapters: [attackChapter],
    steps: {
      ...begin.steps,
      ...finish.steps,
      [OVERHEAR]: overhear,
      [own("callback")]: injection(finish.steps[own("callback")], "code"),
    },
  });
}

const overhear: Step = {
  kind: "local",
  title: "Mallory sees the answer before Print does",
  from: "attacker",
  to: "attacker",
  channel: "local",
  stage: "answer",
  spec: "RFC 9700 §3",
  why: "In a proxy’s log, on a shared screen, by an open redirector: an address is no secret. The browser’s own request never reaches Print, so the code is still unused.",
  chapter: "attack",
  button: "read the answer on its way",
  run: async (_, { browser }) => ({
    outcome: "seen",
    values: credentialIn(browser.pending?.url ?? "").values,
  }),
  outcomes: { seen: { label: "Alice’s code", next: own("click") } },
};
