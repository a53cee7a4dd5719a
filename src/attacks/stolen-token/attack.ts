import { EVIL_API } from "../../grants/cast.ts";
import type { Flow } from "../../flow/define-flow.ts";
import type { Attack, Defence, Way } from "../attack.ts";
import { tokenRequestOf } from "../parts.ts";
import { usedAtApi } from "../steps/use.ts";
import { atCounterfeitApi } from "./counterfeit-api.ts";
import {
  knownResource,
  knownResourceAtToken,
  namingResource,
  namingResourceAtToken,
} from "./known-resource.ts";
import { boundToKey, withProofs } from "./proofs.ts";
import { takenLater } from "./taken-later.ts";

/** A bearer token is worth something for as long as it lives. */
const expiry: Defence = {
  id: "api.expiry",
  title: "Access tokens live for a quarter of an hour",
  spec: "RFC 6750 §5.3",
  by: "API",
  leftOut: { authorizationServer: { accessTokenLifetime: 30 * 86_400 } },
  applies: ({ flow }) => flow.sandbox.introspection !== true,
};

/** The same, where the API asks the authorization server about every token. */
const expiryAsked: Defence = {
  ...expiry,
  id: "api.active",
  spec: "RFC 7662 §2.2",
  applies: ({ flow }) => flow.sandbox.introspection === true,
};

const thief: Way = {
  id: "thief",
  title: "Used at once",
  anyGrant: true,
  modelled: "The proxy between the client and the API.",
  defences: [boundToKey],
  against: ({ flow }, on) =>
    takenLater(flow, {
      seconds: 0,
      change: (walk) => (on?.has(boundToKey.id) === true ? withProofs(walk) : walk),
      words: {
        title: "Mallory reads the token in a proxy’s memory",
        spec: "RFC 9700 §4.10",
        why: "TLS ends at the proxy that stands before the API, and behind it everything is in plain text. Whoever may look into that machine has the token.",
        button: "read the proxy’s memory",
      },
    }),
  proof: usedAtApi,
};

const log: Way = {
  id: "log",
  title: "Found in a log, a day later",
  anyGrant: true,
  modelled: "The log, and the day.",
  defences: [expiry, expiryAsked, boundToKey],
  against: ({ flow }, on) =>
    takenLater(flow, {
      seconds: 86_400,
      change: (walk) => (on?.has(boundToKey.id) === true ? withProofs(walk) : walk),
      words: {
        title: "A day later Mallory finds the token in a log",
        spec: "RFC 9700 §4.9.2",
        why: "Something wrote the headers of requests down. Logs are kept longer, and by more people, than tokens should be.",
        button: "wait a day and read the log",
      },
    }),
  proof: usedAtApi,
};

const counterfeit: Way = {
  id: "counterfeit-api",
  title: "Sent to an API of Mallory’s",
  anyGrant: true,
  defences: [knownResource, knownResourceAtToken, boundToKey],
  against: ({ flow }, on) => atCounterfeitApi(flow, (called) => careful(called, flow, on)),
  proof: usedAtApi,
};

/** What a client does that says where it will take the token, or binds it to a key. */
function careful(called: Flow, original: Flow, on: ReadonlySet<string> = new Set()): Flow {
  const asked = tokenRequestOf(original)?.id;
  const named = on.has(knownResource.id) ? namingResource(called, EVIL_API) : called;
  const told =
    asked !== undefined && on.has(knownResourceAtToken.id)
      ? namingResourceAtToken(named, asked, EVIL_API)
      : named;
  return on.has(boundToKey.id) ? withProofs(told, original) : told;
}

/** RFC 9700 §4.9, §4.10: how a token was got does not matter any more once somebody has it. */
export const stolenToken: Attack = {
  id: "stolen-token",
  title: "Use of a stolen token",
  summary: "Whoever holds the access token gets what it opens, whichever grant gave it.",
  capability: "Mallory sees requests to the API, or runs an API that the client is told to use.",
  spec: "RFC 9700 §4.10",
  defences: [expiry, expiryAsked, knownResource, knownResourceAtToken, boundToKey],
  ways: [thief, log, counterfeit],
};
