import type { Attack, Way } from "../attack.ts";
import {
  clientSecret,
  nonce,
  pkceMethod,
  pkcePresent,
  sameAddress,
  state,
  verifierExpected,
} from "../steps/defences.ts";
import { planted, signedInAsMallory } from "../steps/planted-answer.ts";
import { usedAtApi } from "../steps/use.ts";
import { leaked } from "./leaked-request.ts";
import { stripped } from "./stripped-request.ts";

/** Only what uses PKCE can lose it. */
const NO_PKCE = { reason: "This client does not use PKCE, so there is nothing to take away." };

const strippedRequest: Way = {
  id: "stripped",
  title: "The challenge taken out of the request",
  modelled: "The two browsers, and which cookies they send.",
  defences: [pkcePresent, verifierExpected, state, nonce, sameAddress],
  against: (target) => (target.pkce ? planted(target, stripped) : NO_PKCE),
  proof: signedInAsMallory,
};

const plainRequest: Way = {
  id: "plain",
  title: "The method “plain”, and a request that leaks",
  modelled: "Who sees the addresses on their way.",
  defences: [pkceMethod, clientSecret],
  against: (target) => (target.pkce ? leaked(target) : NO_PKCE),
  proof: usedAtApi,
};

/** RFC 9700 §4.8, RFC 7636 §7.2: PKCE where it is optional or weak. */
export const pkceDowngrade: Attack = {
  id: "pkce-downgrade",
  title: "PKCE downgrade",
  summary: "A server that takes less than S256 gives the protection of PKCE away.",
  capability:
    "Mallory gets Alice to open a page while she signs in; or sees the addresses of her sign-in, the request as well as the answer.",
  spec: "RFC 9700 §4.8",
  defences: [pkcePresent, verifierExpected, state, nonce, sameAddress, pkceMethod, clientSecret],
  ways: [strippedRequest, plainRequest],
};
