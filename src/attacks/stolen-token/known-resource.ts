import type { Flow, Step } from "../../flow/define-flow.ts";
import { withQuery, type WireRequest } from "../../oauth/wire.ts";
import type { Defence } from "../attack.ts";
import { changed } from "../../flow/edit-flow.ts";
import { tokenRequestOf } from "../parts.ts";
import { askingWith } from "../../grants/steps/authorize-address.ts";
import { refusalsEnd } from "../steps/lure.ts";
import { answered } from "../target.ts";

/** The client says where it will take the token, and the server knows its APIs (RFC 9700 §4.10.2). */
export const knownResource: Defence = {
  id: "authorize.resource",
  title: "The client says which API the token is for when it asks for authorization",
  spec: "RFC 8707 §2",
  by: "authorization server",
  standard: false,
  applies: (target) => answered(target) !== undefined,
};

/** The same, where the client asks for the token by itself. */
export const knownResourceAtToken: Defence = {
  id: "token.resource",
  title: "The client says which API the token is for when it asks for the token",
  spec: "RFC 8707 §2.2",
  by: "authorization server",
  standard: false,
  applies: ({ flow }) => tokenRequestOf(flow) !== undefined,
};

/** The flow whose client names the API it will call in its authorization request; a refusal ends it. */
export function namingResource(flow: Flow, resource: string): Flow {
  const asking = askingWith(flow, (address) => withQuery(address, { resource }));
  return changed(asking, "authorize", refusalsEnd);
}

/** The flow whose client names it in that token request; a refusal ends it. */
export function namingResourceAtToken(flow: Flow, request: string, resource: string): Flow {
  return changed(flow, request, (step): Step => {
    if (step.kind !== "exchange") throw new Error("The token request is an exchange.");
    return {
      ...step,
      request: (read) => withField(step.request(read), "resource", resource),
      classify: (answer) =>
        answer.response?.body.includes('"invalid_target"') === true
          ? "invalid_target"
          : step.classify(answer),
      outcomes: {
        ...step.outcomes,
        invalid_target: { label: "400 invalid_target", next: "stop" },
      },
    };
  });
}

function withField(request: WireRequest, name: string, value: string): WireRequest {
  const fields = new URLSearchParams(request.body);
  fields.append(name, value);
  return { ...request, body: fields.toString() };
}
