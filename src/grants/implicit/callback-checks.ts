import type { Check } from "../../oauth/checks.ts";
import { isRecord } from "../../oauth/json.ts";
import { IMPLICIT_CLIENT } from "../cast.ts";
import { type CallbackFacts, type Problem, refused } from "../steps/callback-checks.ts";

type Row = Check<CallbackFacts, Problem>;

/** The answer to a request for a token has one. */
export const carriesToken: Row = {
  id: "client.token",
  title: "The answer carries an access token",
  spec: "RFC 6749 §4.2.2",
  why: "Without one there is nothing to call the API with.",
  refuse: ({ credential }) =>
    credential === undefined ? refused("The answer carries no access token.") : undefined,
};

/** What few clients of this grant ever did; the walk leaves it out. */
export const issuedToMe: Row = {
  id: "client.token-own",
  title: "The access token was issued to this client",
  spec: "RFC 6749 §10.16",
  why: "A token that another client was given opens the same API, and says nothing of who holds this browser.",
  refuse: ({ credential }) =>
    clientOf(credential) === IMPLICIT_CLIENT.id
      ? undefined
      : refused("The access token was issued to another client."),
};

/** Whom a JWT access token was issued to (RFC 9068 §2.2). A token in another form tells nothing. */
function clientOf(token = ""): unknown {
  try {
    const [, payload = ""] = token.split(".");
    const claims: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return isRecord(claims) ? claims["client_id"] : undefined;
  } catch {
    return undefined;
  }
}
