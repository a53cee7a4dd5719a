import type { PartyRole, ValueFacts } from "../../flow/define-flow.ts";

/** The colours of a value's chip. */
export const TONES: Readonly<Record<ValueFacts["tone"], string>> = {
  code: "bg-tone-code/10 text-tone-code",
  token: "bg-tone-token/10 text-tone-token",
  secret: "bg-tone-secret/10 text-tone-secret",
  proof: "bg-tone-proof/10 text-tone-proof",
  binding: "bg-tone-binding/10 text-tone-binding",
  plain: "bg-sunken text-ink",
};

/** The colours of a party's chip. */
export const PARTIES: Readonly<Record<PartyRole, string>> = {
  user: "border-party-user bg-party-user/10 text-party-user",
  browser: "border-party-browser bg-party-browser/10 text-party-browser",
  page: "border-party-page bg-party-page/10 text-party-page",
  client: "border-party-client bg-party-client/10 text-party-client",
  device: "border-party-device bg-party-device/10 text-party-device",
  "authorization-server":
    "border-party-authorization-server bg-party-authorization-server/10 text-party-authorization-server",
  "resource-server":
    "border-party-resource-server bg-party-resource-server/10 text-party-resource-server",
  attacker: "border-party-attacker bg-party-attacker/10 text-party-attacker",
};
