import type { Flow, LocalStep, Step, ValueFacts } from "../../flow/define-flow.ts";
import { makeProof, newProofKey } from "../../oauth/dpop.ts";
import type { Defence } from "../attack.ts";
import { changed, extended, preceded } from "../../flow/edit-flow.ts";
import { apiCallOf, carriersOf, exchangeIn, type Part, tokenRequestOf } from "../parts.ts";
import { tokenOf } from "../steps/api-call.ts";
import { withProof } from "../steps/use.ts";

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

const key: ValueFacts = {
  title: "key",
  what: "The client’s private key, which never leaves it (RFC 9449 §2)",
  tone: "secret",
  tracked: true,
};

const proof: ValueFacts = {
  title: "proof",
  what: "Shows the key, for this one request (RFC 9449 §4)",
  tone: "proof",
  tracked: false,
};

/**
 * The flow of a client with a key, which proves it at the token endpoint and wherever it takes the token (RFC 9449).
 * `original` is the flow before the attacker came into it.
 */
export function withProofs(flow: Flow, original: Flow = flow): Flow {
  const asked = tokenRequestOf(original);
  if (asked === undefined) return flow;
  const keyed = extended(flow, { values: { dpop_key: key } });
  return [asked, ...carriersOf(original)].reduce((made, { id }) => proven(made, id), keyed);
}

/** The flow in which that request comes with a proof; a token then comes under the scheme that needs one. */
function proven(flow: Flow, id: string): Flow {
  const name = `${id}_proof`;
  const part = exchangeIn(flow, id);
  if (part === undefined) return flow;
  const sent = changed(flow, id, (step) => sending(step, name));
  const { host = "the server" } = flow.parties[part.step.to] ?? {};
  const signed = preceded(sent, id, `prove_${id}`, signing(part, name, host));
  return extended(signed, { values: { [name]: proof } });
}

function sending(step: Step, name: string): Step {
  if (step.kind !== "exchange") throw new Error("A proof goes with an exchange.");
  return { ...step, request: (read) => withProof(step.request(read), read(name)) };
}

function signing(
  { id, step }: Part,
  name: string,
  host: string,
): LocalStep<string, string, string> {
  const { from, stage, chapter } = step;
  return {
    kind: "local",
    title: `The client signs a proof for ${host}`,
    from,
    to: from,
    channel: "local",
    stage,
    spec: "RFC 9449 §4.2",
    why: "A JWT signed with the client’s key, for one method, one address, one minute and the token beside it. The token is bound to that key.",
    chapter,
    button: "sign a proof",
    run: async (read, { now }) => {
      const dpopKey = read.maybe("dpop_key") ?? (await newProofKey());
      const request = step.request(read);
      const { method, url } = request;
      const accessToken = tokenOf(request);
      const facts = { method, url, now, ...(accessToken === undefined ? {} : { accessToken }) };
      return {
        outcome: "signed",
        values: { dpop_key: dpopKey, [name]: await makeProof(dpopKey, facts) },
      };
    },
    outcomes: { signed: { label: "signed", next: id } },
  };
}
