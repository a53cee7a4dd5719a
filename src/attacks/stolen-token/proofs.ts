import type { Flow, LocalStep, Step, ValueFacts } from "../../flow/define-flow.ts";
import { API, AUTH } from "../../grants/cast.ts";
import { makeProof, newProofKey } from "../../oauth/dpop.ts";
import type { Defence } from "../attack.ts";
import { changed, extended, led } from "../edit-flow.ts";
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
  applies: ({ client }) => client.answer === "code",
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

/** The flow of a client with a key, which proves it at the token endpoint and at the API it calls (RFC 9449). */
export function withProofs(flow: Flow, api: string = API): Flow {
  const asked = changed(flow, "redeem", (step) => sending(step, "token_proof"));
  const called = changed(asked, "api", (step) => sending(step, "api_proof"));
  const proving = led(led(called, "redeem", PROVE_TO_AS), "api", PROVE_TO_API);
  const client = flow.steps["check"]?.from ?? "client";
  return extended(proving, {
    values,
    steps: {
      [PROVE_TO_AS]: proveToServer(client),
      [PROVE_TO_API]: proveToApi(client, api),
    },
  });
}

/** The step's request with a proof; at the API the token comes under the scheme that needs one. */
function sending(step: Step, proof: string): Step {
  if (step.kind !== "exchange") throw new Error("A proof goes with an exchange.");
  return { ...step, request: (read) => withProof(step.request(read), read(proof)) };
}

function proveToServer(client: string): LocalStep<string, string, string> {
  return {
    kind: "local",
    title: "Print makes a key, and a proof of it for the token endpoint",
    from: client,
    to: client,
    channel: "local",
    stage: "redeem",
    spec: "RFC 9449 §5",
    why: "A proof is a JWT signed with the key, for one method, one address and one minute. The token will be bound to that key.",
    chapter: "redeem",
    button: "sign a proof",
    run: async (_, { now }) => {
      const key = await newProofKey();
      const request = { method: "POST", url: `${AUTH}/token`, now };
      return {
        outcome: "signed",
        values: { dpop_key: key, token_proof: await makeProof(key, request) },
      };
    },
    outcomes: { signed: { label: "signed", next: "redeem" } },
  };
}

function proveToApi(client: string, api: string): LocalStep<string, string, string> {
  return {
    kind: "local",
    title: "Print makes a proof for the API",
    from: client,
    to: client,
    channel: "local",
    stage: "use",
    spec: "RFC 9449 §7.1",
    why: "A new one for every request: it names the address it is for, and the hash of the token it goes with.",
    chapter: "use",
    button: "sign a proof",
    run: async (read, { now }) => {
      const accessToken = read("access_token");
      const request = { method: "GET", url: `${api}/photos`, now, accessToken };
      return {
        outcome: "signed",
        values: { api_proof: await makeProof(read("dpop_key"), request) },
      };
    },
    outcomes: { signed: { label: "signed", next: "api" } },
  };
}
