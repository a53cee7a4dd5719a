import type { Flow } from "../../flow/define-flow.ts";
import type { Attack } from "../attack.ts";
import { begun, extended, led } from "../../flow/edit-flow.ts";
import { arrival, readArrival } from "../steps/arrival.ts";
import {
  attackChapter,
  attackerPlace,
  attackParties,
  attackValues,
  preparationChapter,
} from "../steps/cast.ts";
import { clientSecret, exactRedirectUri } from "../steps/defences.ts";
import { LURE, linkTo, lured } from "../steps/lure.ts";
import { ownVerifier } from "../steps/own-verifier.ts";
import { redeemCode, REDEEM, takenFrom, usedAtApi, USE, callWithToken } from "../steps/use.ts";
import type { AnsweredTarget } from "../target.ts";

/** Begins like Print's own redirect URI, and is a name below evil.example. */
const LOOSE = "https://print.example.evil.example/callback";

const PREPARE = "mallory_prepare";
const ARRIVE = "arrive";
const READ = "read_address";

/** RFC 9700 §4.1.1. PKCE is no defence here: the request is the attacker's, and so is the challenge. */
export const looseRedirect: Attack = {
  id: "loose-redirect",
  title: "Loose redirect URI matching",
  summary: "The answer goes to an address that only begins like one of Print’s.",
  capability: "Mallory gets Alice to open a page, and owns a domain.",
  spec: "RFC 9700 §4.1.1",
  defences: [exactRedirectUri, clientSecret],
  ways: [
    {
      title: "A redirect URI that only begins like Print’s",
      defences: [exactRedirectUri, clientSecret],
      against: misled,
      proof: usedAtApi,
    },
  ],
};

function misled(target: AnsweredTarget): Flow {
  const { client, pkce } = target;
  const flow = lured(
    target.flow,
    (read) =>
      linkTo({
        clientId: client.id,
        answer: client.answer,
        redirectUri: LOOSE,
        challenge: pkce ? read("mallory_challenge") : undefined,
      }),
    {
      title: "The page sends her browser to the authorization server",
      why: pkce
        ? "Mallory wrote this request in Print’s name, with a redirect URI and a challenge of Mallory’s own. PKCE protects the one who made the challenge, and that is Mallory."
        : "Mallory wrote this request in Print’s name, with a redirect URI of Mallory’s own. A server that compares only the beginning takes it for Print’s.",
      button: "follow Mallory’s link",
    },
  );
  const whole = extended(led(flow, "callback", ARRIVE), {
    parties: { attacker: attackParties.attacker },
    places: [attackerPlace],
    values: attackValues,
    chapters: [attackChapter],
    steps: {
      [ARRIVE]: arrival(READ, {
        spec: "RFC 9700 §4.1.1",
        why: "Alice allowed Print, and the answer goes to print.example.evil.example. Whoever owns evil.example owns every name below it.",
      }),
      [READ]: readArrival(takenFrom(target), { spec: "RFC 9700 §4.1.1" }),
      [REDEEM]: redeemCode(target, pkce ? "mallory_verifier" : undefined),
      [USE]: callWithToken(target.flow),
    },
  });
  if (!pkce) return whole;
  const making = ownVerifier({ next: LURE, chapter: preparationChapter });
  return begun(extended(whole, { steps: { [PREPARE]: making } }), PREPARE, preparationChapter);
}
