import {
  type Flow,
  type LocalStep,
  type Step,
  stepOf,
  type ValueFacts,
} from "../../flow/define-flow.ts";
import { changed, extended, preceded } from "../../flow/edit-flow.ts";
import { headerOf, type WireRequest } from "../../oauth/wire.ts";

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

/** The name of the value that holds the proof for the request of a step. */
export function proofOf(id: string): string {
  return `${id}_proof`;
}

/** The id of the step in which that proof is signed. */
export function signingOf(id: string): string {
  return `prove_${id}`;
}

/**
 * The flow in which that request comes with a proof of the client’s key, signed right before; the key is made with the first
 * one (RFC 9449 §4). A token then comes under the scheme that needs a proof. Throws where the step sends no request of its own.
 */
export function proven(flow: Flow, id: string): Flow {
  const step = stepOf(flow, id);
  const { host = "the server" } = flow.parties[step.to] ?? {};
  const sent = changed(flow, id, (one) => carrying(one, proofOf(id)));
  const signed = preceded(sent, id, signingOf(id), signing(id, step, host));
  return extended(signed, { values: { dpop_key: key, [proofOf(id)]: proof } });
}

/** The step with the proof of that name beside its request. Throws where it sends none of its own. */
export function carrying(step: Step, name: string): Step {
  if (step.kind !== "exchange") throw new RangeError("A proof goes with an exchange.");
  return { ...step, request: (read) => withProof(step.request(read), read(name)) };
}

function signing(id: string, step: Step, host: string): LocalStep<string, string, string> {
  if (step.kind !== "exchange") throw new RangeError("A proof goes with an exchange.");
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
      // Loaded when it is needed: what signs is too much for a page that is only read.
      const { makeProof, newProofKey } = await import("../../oauth/dpop.ts");
      const dpopKey = read.maybe("dpop_key") ?? (await newProofKey());
      const request = step.request(read);
      const { method, url } = request;
      const accessToken = tokenOf(request);
      const facts = { method, url, now, ...(accessToken === undefined ? {} : { accessToken }) };
      return {
        outcome: "signed",
        values: { dpop_key: dpopKey, [proofOf(id)]: await makeProof(dpopKey, facts) },
      };
    },
    outcomes: { signed: { label: "signed", next: id } },
  };
}

/** The same request with the token bound to a key, and a proof of it (RFC 9449 §7.1). */
export function withProof(request: WireRequest, proof: string): WireRequest {
  const headers = request.headers.map(([name, value]): [string, string] => [
    name,
    name === "Authorization" ? value.replace(/^Bearer /, "DPoP ") : value,
  ]);
  return { ...request, headers: [...headers, ["DPoP", proof]] };
}

/** The token of the `Authorization` header (RFC 6750 §2.1, RFC 9449 §7.1). */
export function tokenOf(request: WireRequest): string | undefined {
  return /^(?:bearer|dpop) +(.*)$/i.exec(headerOf(request, "Authorization") ?? "")?.[1];
}
