import type { Answer, Party, Place, ValueFacts } from "../../flow/define-flow.ts";
import { readIssued } from "../steps/allowed.ts";
import { stringsOf } from "../steps/classify.ts";
import { secretValue } from "../steps/values.ts";

/** Whoever came by a copy of the refresh token. */
export const mallory = {
  name: "Mallory",
  role: "attacker",
  what: "Has a copy of the refresh token, and nothing else.",
} satisfies Party;

export const malloryPlace = {
  id: "attacker",
  title: "Mallory",
  what: "whoever has the copy",
} satisfies Place;

/** What the walk in which two use one token adds to the others'. */
export const theftValues = {
  mallorys_refresh_token: {
    title: "Mallory’s refresh token",
    what: "The copy, and what it was replaced with",
    tone: "token",
    tracked: false,
  },
  last_access_token: {
    title: "last access token",
    what: "The one that was issued last",
    tone: "token",
    tracked: false,
  },
  api_secret: {
    ...secretValue,
    title: "API’s secret",
    what: "Proves to the authorization server which API is asking (RFC 7662 §2.1)",
    knownTo: ["api", "as"],
  },
} satisfies Record<string, ValueFacts>;

/** The tokens Mallory gets. */
export function readByMallory(answer: Answer) {
  const { refresh_token } = stringsOf(answer, ["refresh_token"]);
  return {
    ...lastOf(answer),
    ...(refresh_token === undefined ? {} : { mallorys_refresh_token: refresh_token }),
  };
}

/** The tokens Print gets. */
export function readByPrint(answer: Answer) {
  return { ...lastOf(answer), ...readIssued(answer) };
}

function lastOf(answer: Answer) {
  return { last_access_token: stringsOf(answer, ["access_token"]).access_token ?? "" };
}
