import type { Check } from "../../oauth/checks.ts";
import type { Presented } from "../../oauth/client-auth.ts";
import type { Form } from "../body.ts";
import type { Client, ServerContext, TokenRefusal } from "../ports.ts";
import { assertionChecks } from "./assertion.ts";

/** What is known of a request that a client has to authenticate. */
export interface ClientFacts extends Form {
  readonly presented: Presented;
  /** The client it names, authenticated or not. */
  readonly client: Client | undefined;
  readonly server: ServerContext;
}

/** The checks that every request to the token, introspection and revocation endpoints begins with. */
export const clientChecks: readonly Check<ClientFacts, TokenRefusal>[] = [
  {
    id: "token.well-formed",
    title: "The request is well-formed",
    spec: "RFC 6749 Appendix B",
    why: "What cannot be read without guessing could be read differently by two parties.",
    refuse({ parameters, problem }) {
      if (problem !== undefined) return { reason: problem };
      return parameters.malformed || parameters.unprintable.length > 0
        ? { reason: "malformed", parameter: "body" }
        : undefined;
    },
  },
  {
    id: "token.no-repeats",
    title: "No parameter is repeated",
    spec: "RFC 6749 §3.2",
    why: "Of two values, two parties could each take another one.",
    refuse: ({ parameters: { repeated } }) =>
      repeated[0] === undefined ? undefined : { reason: "repeated", parameter: repeated[0] },
  },
  {
    id: "token.client-one-method",
    title: "The client authenticates in one way only",
    spec: "RFC 6749 §2.3",
    why: "With two, it would be unclear which one was checked.",
    refuse: ({ presented }) =>
      presented.method === "several" ? { reason: "several_client_auths" } : undefined,
  },
  {
    id: "token.client-authenticated",
    title: "The client is known and, where it has a secret, proves who it is",
    spec: "RFC 6749 §3.2.1",
    why: "A secret says which client is asking; a public client has none and only says its name.",
    refuse: ({ presented, client }) =>
      authenticates(presented, client) ? undefined : { reason: "client_unauthenticated" },
  },
  ...assertionChecks,
];

/** A client may use only the method it is registered for (RFC 7591 §2). What an assertion proves is for the rows after this. */
function authenticates(presented: Presented, client: Client | undefined): boolean {
  if (client === undefined || presented.method !== client.authMethod) return false;
  if (presented.method === "none" || presented.method === "private_key_jwt") return true;
  return client.secret !== undefined && sameSecret(presented.secret, client.secret);
}

/** Takes the same time wherever the two differ. */
function sameSecret(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let at = 0; at < expected.length; at += 1) {
    difference |= given.charCodeAt(at) ^ expected.charCodeAt(at);
  }
  return difference === 0;
}
