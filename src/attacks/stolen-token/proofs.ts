import type { Flow } from "../../flow/define-flow.ts";
import { proven } from "../../grants/steps/proofs.ts";
import type { Defence } from "../attack.ts";
import { apiCallOf, carriersOf, tokenRequestOf } from "../parts.ts";

/** A token that is worth nothing without the client's key (RFC 9700 §4.10.1). */
export const boundToKey: Defence = {
  id: "api.proof",
  title: "The token is bound to the client’s key (DPoP)",
  spec: "RFC 9449 §7.1",
  by: "API",
  standard: false,
  applies: ({ flow }) => hasOneHolder(flow),
};

/**
 * Whether the key can be one party’s: it is shown at the token endpoint, where the implicit grant never comes, and at the
 * API, where another may be who calls (RFC 10017 §6.2.4.3).
 */
function hasOneHolder(flow: Flow): boolean {
  const asked = tokenRequestOf(flow)?.step.from;
  return asked !== undefined && asked === apiCallOf(flow)?.step.from;
}

/**
 * The flow of a client with a key, which proves it at the token endpoint and wherever it takes the token (RFC 9449).
 * `original` is the flow before the attacker came into it.
 */
export function withProofs(flow: Flow, original: Flow = flow): Flow {
  const asked = tokenRequestOf(original);
  if (asked === undefined) return flow;
  return [asked, ...carriersOf(original)].reduce((made, { id }) => proven(made, id), flow);
}
