import type { Attack } from "../attack.ts";
import { nonce, pkce, sameAddress, state } from "../steps/defences.ts";
import { planted, signedInAsMallory } from "../steps/planted-answer.ts";

/** RFC 9700 §4.7: an answer to a question the user never asked. */
export const csrf: Attack = {
  id: "csrf",
  title: "CSRF on the redirect",
  summary: "Alice’s session at Print opens Mallory’s account, and she does not know it.",
  capability: "Mallory gets Alice to open a page while she signs in at Print.",
  spec: "RFC 9700 §4.7",
  defences: [state, pkce, nonce, sameAddress],
  ways: [
    {
      title: "Mallory’s answer in Alice’s browser",
      modelled: "The two browsers, and which cookies they send.",
      defences: [state, pkce, nonce, sameAddress],
      against: (target) => planted(target),
      proof: signedInAsMallory,
    },
  ],
};
