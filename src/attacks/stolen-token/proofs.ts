import type { Flow, LocalStep, Step, ValueFacts } from "../../flow/define-flow.ts";
import { makeProof, newProofKey } from "../../oauth/dpop.ts";
import type { Defence } from "../attack.ts";
import { changed, extended, preceded } from "../edit-flow.ts";
import { apiCallOf, exchangeIn, type Part, tokenRequestOf } from "../parts.ts";
import { tokenOf } from "../steps/api-call.ts";
import { withProof } from "../steps/use.ts";

const PROVE_TO_AS = "prove_to_as";
const PROVE_TO_API = "prove_to_api";

/** A token that is worth nothing without the client's key (RFC 9700 §4.10.1). */
export const boundToKey: Defence = {
  id: "api.proof",
  title: "The token is bound to the client’s key (DPoP)",
  spec: "RFC 9449 §7.1",
  by: "API",
  standard: false,
  // The key is shown at the token endpoint, where the implicit grant never comes.
  applies: ({ flow }) => tokenRequestOf(flow) !== undefined,
};

const values = {
  dpop_key: {
    title: "key",
    what: "The client’s private key, which never leaves it (RFC 9449 §2)",
    tone: "secret",
    tracked: true,
  },
  token_proof: {
    title: "proof",
    what: "Shows the key to the token endpoint, for this one request (RFC 9449 §5)",
    tone: "proof",
    tracked: false,
  },
  api_proof: {
    title: "proof",
    what: "Shows the key to the API, for this one request (RFC 9449 §7.1)",
    tone: "proof",
    tracked: false,
  },
} satisfies Record<string, ValueFacts>;

/**
 * The flow of a client with a key, which proves it at the token endpoint and at the API it calls (RFC 9449).
 * `original` is the flow before the attacker came into it.
 */
export function withProofs(flow: Flow, original: Flow = flow): Flow {
  const parts = [tokenRequestOf(original), apiCallOf(original)];
  const [asked, call] = parts.map((part) => part && exchangeIn(flow, part.id));
  if (asked === undefined || call === undefined) return flow;
  const sent = changed(flow, asked.id, (step) => sending(step, "token_proof"));
  const shown = changed(sent, call.id, (step) => sending(step, "api_proof"));
  const proven = preceded(shown, asked.id, PROVE_TO_AS, proofForServer(asked));
  return extended(preceded(proven, call.id, PROVE_TO_API, proofForApi(call)), { values });
}

/** The step's request with a proof; at the API the token comes under the scheme that needs one. */
function sending(step: Step, proof: string): Step {
  if (step.kind !== "exchange") throw new Error("A proof goes with an exchange.");
  return { ...step, request: (read) => withProof(step.request(read), read(proof)) };
}

type Proving = LocalStep<string, string, string>;

function proofForServer({ id, step }: Part): Proving {
  return {
    ...proving(step, id),
    title: "The client makes a key, and a proof of it for the token endpoint",
    spec: "RFC 9449 §5",
    why: "A proof is a JWT signed with the key, for one method, one address and one minute. The token will be bound to that key.",
    run: async (read, { now }) => {
      const { method, url } = step.request(read);
      const key = await newProofKey();
      const proof = await makeProof(key, { method, url, now });
      return { outcome: "signed", values: { dpop_key: key, token_proof: proof } };
    },
  };
}

function proofForApi({ id, step }: Part): Proving {
  return {
    ...proving(step, id),
    title: "The client makes a proof for the API",
    spec: "RFC 9449 §7.1",
    why: "A new one for every request: it names the address it is for, and the hash of the token it goes with.",
    run: async (read, { now }) => {
      const request = step.request(read);
      const { method, url } = request;
      const accessToken = tokenOf(request) ?? "";
      const proof = await makeProof(read("dpop_key"), { method, url, now, accessToken });
      return { outcome: "signed", values: { api_proof: proof } };
    },
  };
}

/** What is the same of a step in which whoever sends the request signs a proof for it. */
function proving({ from, stage, chapter }: Part["step"], next: string) {
  return {
    kind: "local",
    from,
    to: from,
    channel: "local",
    stage,
    chapter,
    button: "sign a proof",
    outcomes: { signed: { label: "signed", next } },
  } as const;
}
