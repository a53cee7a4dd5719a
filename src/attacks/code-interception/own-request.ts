import type { Flow } from "../../flow/define-flow.ts";
import { NATIVE_CALLBACK } from "../../grants/cast.ts";
import type { AnswerWay, Defence } from "../attack.ts";
import { begun, extended, led, reworded } from "../../flow/edit-flow.ts";
import {
  attackChapter,
  attackerPlace,
  attackParties,
  attackValues,
  preparationChapter,
} from "../steps/cast.ts";
import { LURE, linkTo, lured } from "../steps/lure.ts";
import { ownVerifier } from "../steps/own-verifier.ts";
import { askingSilently } from "../steps/silent-request.ts";
import { callWithToken, redeemCode, REDEEM, takenFrom, usedAtApi, USE } from "../steps/use.ts";
import type { AnsweredTarget } from "../target.ts";
import { handedToApp, HIJACK, onPhone } from "./phone.ts";

const MAKE = "make_verifier";
const ASK = "app_authorize";

const MODELLED = "The phone, and which of its apps it hands the address to.";

/** What is left when any app may say that it is Print. */
export const silentClient: Defence = {
  id: "authorize.silent-client",
  title: "An app that cannot prove which it is gets nothing without asking the user",
  spec: "RFC 8252 §8.6",
  by: "authorization server",
};

/** RFC 8252 §8.6: Mallory's app has no need to intercept anything. */
export const ownRequest: AnswerWay = {
  id: "own-request",
  title: "The app asks for itself, in Print’s name",
  modelled: MODELLED,
  defences: [],
  against: onPhone(asking),
  proof: usedAtApi,
};

/** The same without a page, for a user who allowed the real app before. */
export const silentRequest: AnswerWay = {
  id: "silent-request",
  title: "The app asks for itself, and nobody is asked",
  modelled: MODELLED,
  defences: [silentClient],
  against: onPhone(askingUnseen),
  proof: usedAtApi,
};

function asking(target: AnsweredTarget): Flow {
  const { client, pkce } = target;
  const flow = lured(
    target.flow,
    (read) =>
      linkTo({
        clientId: client.id,
        answer: client.answer,
        redirectUri: NATIVE_CALLBACK,
        challenge: pkce ? read("mallory_challenge") : undefined,
      }),
    {
      title: "The app opens the browser with a request in Print’s name",
      why: "The client id stands in every request of Print’s, and the redirect URI is the one Print registered. Nothing in this request is wrong. The challenge, where there is one, is Mallory’s own.",
      button: "send GET /authorize as “Print”",
    },
  );
  const told = reworded(flow, {
    [LURE]: {
      title: "Alice starts Mallory’s app",
      why: "A torch, a game. It shows a page of Mallory’s, and then opens the browser.",
      userDoes: "starts the app",
      button: "start the app",
    },
    consent: {
      why: "The page says “Print”, and Alice knows Print. Whether she wonders why it asks just now is all that stands between.",
    },
  });
  const whole = withTheft(led(told, "callback", HIJACK), target);
  const made = ownVerifier({ next: LURE, chapter: preparationChapter, words: BY_APP });
  return begun(extended(whole, { steps: { [MAKE]: made } }), MAKE, preparationChapter);
}

function askingUnseen(target: AnsweredTarget): Flow {
  const flow = led(target.flow, "done", MAKE);
  return extended(withTheft(flow, target), {
    steps: {
      [MAKE]: ownVerifier({ next: ASK, chapter: attackChapter, words: BY_APP }),
      [ASK]: askingSilently(target, NATIVE_CALLBACK, {
        title:
          "Mallory’s app opens the browser with a request in Print’s name, and no page to be shown",
        spec: "RFC 8252 §8.6",
        why: "prompt=none: Alice is signed in and has allowed Print before. If that is enough for an answer, she sees nothing but a flash of the browser.",
        next: HIJACK,
      }),
    },
  });
}

/** The flow with the attacker's app, which receives the answer and uses it. */
function withTheft(flow: Flow, target: AnsweredTarget): Flow {
  const verifier = target.pkce ? "mallory_verifier" : undefined;
  return extended(flow, {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: {
      [HIJACK]: handedToApp({
        title: "The phone hands the answer to Mallory’s app, which asked",
        spec: "RFC 8252 §8.6",
        why: "The answer goes to com.example.print:/callback, as registered. Mallory’s app has registered that scheme too.",
        outcomes: takenFrom(target),
      }),
      [REDEEM]: redeemCode(target, verifier),
      [USE]: callWithToken(target.flow),
    },
  });
}

const BY_APP = {
  title: "Mallory’s app makes a verifier and its challenge",
  why: "PKCE ties a code to whoever asked for it. Here Mallory’s app does the asking.",
};
