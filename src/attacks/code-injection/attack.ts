import type { Flow, Step } from "../../flow/define-flow.ts";
import { ALICES_PHOTO, AUTH, CALLBACK } from "../../grants/cast.ts";
import { withQuery } from "../../oauth/wire.ts";
import type { Attack } from "../attack.ts";
import { extended, led, withOutcomes } from "../edit-flow.ts";
import { attackChapter, attackerPlace, attackParties, attackValues } from "../steps/cast.ts";
import { pkce } from "../steps/defences.ts";
import { own, secondSession } from "../steps/second-session.ts";
import { credentialIn, showsPhotos } from "../steps/use.ts";
import type { Target } from "../target.ts";

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
  defences: [pkce],
  ways: [
    {
      title: "A stolen code in the attacker’s own session",
      modelled: "The two browsers.",
      defences: [pkce],
      against: (target) =>
        target.client.answer === "token"
          ? {
              reason:
                "There is no code. What can be injected here is a token: see token injection.",
            }
          : injected(target),
      proof: (walk) =>
        showsPhotos(walk, attackParties.attackersBrowser.profile, ALICES_PHOTO)
          ? "Print shows Alice’s photos in Mallory’s browser: Mallory’s session is signed in as Alice"
          : undefined,
    },
  ],
};

function injected(target: Target): Flow {
  const { flow } = target;
  const session = secondSession(flow, titlesOf(flow));
  const begun = own("click");
  const steps = {
    ...session.steps,
    [OVERHEAR]: overhear(begun),
    [own("callback")]: inject(session.steps[own("callback")]),
    ...(flow.sandbox.clientSite === "server"
      ? { [own("redirect")]: skipTo(session.steps[own("redirect")], own("callback")) }
      : { [own("prepare")]: skipTo(session.steps[own("prepare")], own("callback")) }),
  };
  return extended(led(flow, "callback", OVERHEAR), {
    parties: { ...session.parties, attacker: attackParties.attacker },
    places: [attackerPlace],
    values: { ...attackValues, ...session.values },
    chapters: [attackChapter],
    steps,
  });
}

function titlesOf(flow: Flow): Readonly<Record<string, string>> {
  const all = {
    click: "Mallory opens Print and signs in as well",
    prepare: "Print prepares Mallory’s sign-in",
    redirect: "Print sends Mallory’s browser to the authorization server",
    callback: "Mallory’s browser brings Alice’s code to Print",
    check: "Print checks what came back",
    redeem: "Print redeems the code, for Mallory",
    signed_in: "Print signs Mallory’s browser in",
    photos: "Mallory’s browser asks Print for the photos",
    api: "Print calls the API",
    show: "Print shows the photos to Mallory",
    reject: "Print says why it goes no further",
  };
  return Object.fromEntries(Object.entries(all).filter(([id]) => id in flow.steps));
}

function overhear(next: string): Step {
  return {
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
    outcomes: { seen: { label: "Alice’s code", next } },
  };
}

/** The answer the attacker writes: the stolen code, and the state of the attacker's own sign-in. */
function inject(callback: Step | undefined): Step {
  if (callback?.kind !== "visit") throw new Error("The callback is a visit.");
  return {
    ...callback,
    why: "The state is the right one, since this is the sign-in it was made for. Only the code belongs to another one.",
    button: "open the address with Alice’s code",
    begin: {
      by: "opening",
      url: (read) =>
        withQuery(CALLBACK, { code: read("stolen_code"), state: read(own("state")), iss: AUTH }),
    },
  };
}

/** Mallory does not sign in: what the step leads to is passed over. */
function skipTo(step: Step | undefined, next: string): Step {
  if (step === undefined) throw new Error("There is no such step.");
  return withOutcomes(step, (outcome) => ({ ...outcome, next }));
}
