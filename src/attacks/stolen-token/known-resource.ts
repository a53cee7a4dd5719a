import type { Flow } from "../../flow/define-flow.ts";
import { withQuery } from "../../oauth/wire.ts";
import type { Defence } from "../attack.ts";
import { askingWith } from "../steps/authorize-address.ts";

/** The client says where it will take the token, and the server knows its APIs (RFC 9700 §4.10.2). */
export const knownResource: Defence = {
  id: "authorize.resource",
  title: "The client says which API the token is for",
  spec: "RFC 8707 §2",
  by: "authorization server",
  standard: false,
};

/** The flow whose client names the API it will call. */
export function namingResource(flow: Flow, resource: string): Flow {
  return askingWith(flow, (address) => withQuery(address, { resource }));
}
