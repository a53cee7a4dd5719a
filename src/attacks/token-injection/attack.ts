import type { Flow, Step } from "../../flow/define-flow.ts";
import { QUIZ_CLIENT } from "../../grants/cast.ts";
import type { Attack, Defence } from "../attack.ts";
import { begun, extended, led, reworded } from "../../flow/edit-flow.ts";
import { arrival, readArrival } from "../steps/arrival.ts";
import {
  attackChapter,
  attackerPlace,
  attackParties,
  attackValues,
  preparationChapter,
} from "../steps/cast.ts";
import { sameRedirectUri } from "../steps/defences.ts";
import { injection, signedInAsAlice } from "../steps/injection.ts";
import { LURE, linkTo, lured } from "../steps/lure.ts";
import { BEGIN, FINISH, own, secondSession } from "../steps/second-session.ts";
import type { AnsweredTarget, AnswerKind } from "../target.ts";

const ARRIVE = "arrive";
const TAKE = "take";

const issuedToMe: Defence = {
  id: "client.token-own",
  title: "The client asks whom the token was issued to",
  spec: "RFC 6749 §10.16",
  by: "client",
  applies: ({ client }) => client.answer === "token",
};

const codeClient: Defence = {
  id: "token.code-client",
  title: "Only the client it was issued to redeems a code",
  spec: "RFC 6749 §4.1.3",
  by: "authorization server",
  applies: ({ client }) => client.answer === "code",
};

/** RFC 9700 §4.6, RFC 6749 §10.16: what one client was given, brought to another. */
export const tokenInjection: Attack = {
  id: "token-injection",
  title: "Injection of another client’s token",
  summary:
    "Alice signs in at a quiz of Mallory’s. What the quiz was given opens Mallory’s session at Print.",
  capability: "Mallory runs a client of the same authorization server, which Alice uses as well.",
  spec: "RFC 9700 §4.6",
  defences: [issuedToMe, codeClient, sameRedirectUri],
  ways: [
    {
      title: "The quiz’s answer in a sign-in at Print",
      modelled: "The two browsers.",
      defences: [issuedToMe, codeClient, sameRedirectUri],
      against: confused,
      proof: signedInAsAlice,
    },
  ],
};

function confused(target: AnsweredTarget, on: ReadonlySet<string> = new Set()): Flow {
  const { flow, client } = target;
  const begin = secondSession(flow, {
    from: flow.start,
    until: "authorize",
    onward: LURE,
    words: BEGIN,
    chapter: preparationChapter,
  });
  const finish = secondSession(flow, { from: "callback", words: FINISH });
  const whole = extended(led(atQuiz(target), "callback", ARRIVE), {
    parties: { ...begin.parties, attacker: attackParties.attacker },
    places: [attackerPlace],
    values: { ...attackValues, ...begin.values },
    chapters: [attackChapter],
    steps: {
      ...begin.steps,
      ...finish.steps,
      [ARRIVE]: arrival(TAKE, {
        title: "The browser brings the answer to the quiz",
        spec: "RFC 6749 §3.1.2",
        why: "The quiz is a registered client, and Alice allowed it to see her photos. Up to here everything is as it should be.",
      }),
      [TAKE]: readArrival(taken(client.answer), {
        title: "Mallory’s quiz keeps what came",
        spec: "RFC 9700 §4.6",
        why: "An honest quiz would use it at the API. This one carries it to another client.",
      }),
      [own("callback")]: injection(finish.steps[own("callback")], client.answer),
    },
  });
  const asking = on.has(issuedToMe.id) && issuedToMe.applies?.(target) === true;
  const told = asking ? reworded(whole, { [own("check")]: ASKING_WHOSE }) : whole;
  return begun(told, own("click"), preparationChapter);
}

const ASKING_WHOSE = {
  why: "State and issuer are those of Mallory’s sign-in. Then this Print asks whom the token was issued to: the quiz.",
};

/** Alice signs in at the quiz. Its request carries the challenge that Print made for Mallory, where Print made one. */
function atQuiz({ flow, client, pkce, openId }: AnsweredTarget): Flow {
  const asking = lured(
    flow,
    (read) =>
      linkTo({
        clientId: QUIZ_CLIENT.id,
        answer: client.answer,
        redirectUri: QUIZ_CLIENT.callback,
        challenge: pkce ? read(own("challenge")) : undefined,
        nonce: openId ? read(own("nonce")) : undefined,
      }),
    {
      title: "Alice signs in at the quiz with auth.example",
      userDoes: "clicks “Log in with auth.example”",
      why: pkce
        ? "The quiz’s request carries the challenge that Print made for Mallory’s sign-in. The code will match the verifier Print holds, so PKCE does not tell the two apart."
        : "The quiz asks for itself, with its own client_id and its own redirect URI.",
      button: "send GET /authorize for the quiz",
    },
  );
  return reworded(asking, {
    consent_page: {
      why: "The authorization server asks Alice what the quiz may do. It may see her photos, and so may Print.",
    },
    consent: {
      userDoes: "decides what the quiz may do",
      why: "Alice allows the quiz. What leaves now was meant for the quiz and for nobody else.",
    },
  });
}

function taken(answer: AnswerKind): Step["outcomes"] {
  return {
    [answer]: { label: answer === "code" ? "a code" : "an access token", next: own("callback") },
    nothing: { label: "nothing", next: "stop" },
  };
}
