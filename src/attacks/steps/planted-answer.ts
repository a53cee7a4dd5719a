import type { Flow, Read, Step } from "../../flow/define-flow.ts";
import type { Walk } from "../../flow/walk.ts";
import { MALLORY, MALLORYS_PHOTO } from "../../grants/cast.ts";
import { redirectOf } from "../../grants/steps/classify.ts";
import {
  begun,
  changed,
  extended,
  led,
  reworded,
  type Words,
  withOutcomes,
} from "../../flow/edit-flow.ts";
import type { AnsweredTarget } from "../target.ts";
import {
  attackerPlace,
  attackParties,
  attackValues,
  lureChapter,
  preparationChapter,
} from "./cast.ts";
import { LURE, lurePage, refusalsEnd } from "./lure.ts";
import { BEGIN, own, secondSession } from "./second-session.ts";
import { showsPhotos } from "./use.ts";

/** Mallory signs in with an account of Mallory's own, and keeps the answer. */
const SIGN_IN: Readonly<Record<string, Words>> = {
  authorize: {
    title: "Mallory’s browser asks for authorization",
    why: "A sign-in like any other, for Mallory’s own account. Nothing in it is forged.",
  },
  login_page: { title: "Mallory’s browser fetches the login page" },
  sign_in: {
    title: "Mallory signs in",
    why: "With an account of Mallory’s own, which anyone can have.",
    button: "sign in as mallory",
  },
  consent_page: {
    title: "Mallory’s browser fetches the consent page",
    why: "The authorization server asks Mallory, who is to see Mallory’s own photos.",
  },
  consent: {
    title: "Mallory allows it and keeps the answer",
    spec: "RFC 9700 §4.7",
    why: "Mallory does not follow the redirect. Its address holds an unused answer for Mallory’s account, and any browser can open it.",
    button: "allow, and stop there",
  },
};

/**
 * The walk in which the user, who has just begun to sign in, is made to open an answer that is for the
 * attacker's account. `ask` changes the authorization request the attacker gets it with.
 */
export function planted(
  { flow }: AnsweredTarget,
  ask: (authorize: Step) => Step = (step) => step,
): Flow {
  const session = secondSession(flow, {
    from: flow.start,
    until: "callback",
    words: { ...BEGIN, ...SIGN_IN },
    chapter: preparationChapter,
  });
  const whole = extended(led(flow, "authorize", LURE), {
    parties: { ...session.parties, attacker: attackParties.attacker },
    places: [attackerPlace],
    values: { ...attackValues, ...session.values },
    steps: {
      ...session.steps,
      ...telling(session.steps),
      [own("authorize")]: refusalsEnd(ask(stepIn(session.steps, own("authorize")))),
      [own("sign_in")]: asMallory(stepIn(session.steps, own("sign_in"))),
      [own("consent")]: keeping(stepIn(session.steps, own("consent"))),
      [LURE]: lurePage(
        "callback",
        "In another window, while her sign-in at Print is under way. The page sends her browser to Print with Mallory’s answer.",
      ),
    },
  });
  const told = reworded(opened(afterAsking(whole)), { show: WHOSE_PHOTOS });
  return begun(told, own("click"), preparationChapter);
}

const WHOSE_PHOTOS = {
  why: "Print shows the photos that its token gets, whosever token that is. What stands on the page says as whom this session is signed in.",
};

/** She comes to the attacker's page once she has begun to sign in. */
function afterAsking(flow: Flow): Flow {
  const chapters = flow.chapters.flatMap((chapter) =>
    chapter.id === "ask" ? [chapter, lureChapter] : [chapter],
  );
  return { ...flow, chapters };
}

/** Whether the user's session at Print is the attacker's. */
export function signedInAsMallory(walk: Walk): string | undefined {
  return showsPhotos(walk, "user", MALLORYS_PHOTO)
    ? "Print shows Mallory’s photos to Alice: Alice’s session is signed in as Mallory"
    : undefined;
}

function stepIn(steps: Flow["steps"], id: string): Step {
  const step = steps[id];
  if (step === undefined) throw new RangeError(`There is no step “${id}”.`);
  return step;
}

/** Where the client's server sends the attacker's browser: an address the attacker sees. */
function telling(steps: Flow["steps"]): Flow["steps"] {
  const redirect = steps[own("redirect")];
  if (redirect === undefined) return {};
  const told = withOutcomes(redirect, (outcome) => ({
    ...outcome,
    read: (answer) => ({ mallory_request: redirectOf(answer)?.href ?? "" }),
  }));
  return { [own("redirect")]: told };
}

function asMallory(step: Step): Step {
  if (step.kind !== "visit") throw new Error("Signing in is a visit.");
  const { username, password } = MALLORY;
  return { ...step, begin: { by: "form", fields: () => ({ username, password }) } };
}

/** The redirect with the answer is not followed: Mallory keeps its address. */
function keeping(step: Step): Step {
  const [answered = ""] = Object.keys(step.outcomes);
  return {
    ...step,
    outcomes: {
      ...step.outcomes,
      [answered]: {
        label: step.outcomes[answered]?.label ?? "",
        next: "click",
        read: (answer) => ({ planted_answer: redirectOf(answer)?.href ?? "" }),
      },
    },
  };
}

/** An app listens at a port of its own, and a page can try them all (RFC 8252 §7.3); everyone else is where they always are. */
function plantedAt(read: Read<string>): string {
  const planted = new URL(read("planted_answer"));
  const listening = read.maybe("redirect_uri");
  return listening === undefined ? planted.href : `${listening}${planted.search}${planted.hash}`;
}

/** The user's browser brings the attacker's answer. */
function opened(flow: Flow): Flow {
  return changed(flow, "callback", (step) => {
    if (step.kind !== "visit") throw new Error("The callback is a visit.");
    return {
      ...step,
      title: "Mallory’s page sends Alice’s browser to Print, with Mallory’s answer",
      spec: "RFC 9700 §4.7",
      why: "Her browser adds Print’s own cookie, as it does for every link. To Print this is Alice, who comes back.",
      chapter: lureChapter.id,
      button: "open Mallory’s answer",
      begin: { by: "opening", url: plantedAt },
    };
  });
}
