import type { LocalResult } from "../../../flow/define-flow.ts";
import { type Check, type LeftOut, runChecks } from "../../../oauth/checks.ts";
import { OWN_HEADER } from "./answers.ts";

/** What the server knows of a request of its page, and of the session it keeps. */
export interface AskedFacts {
  /** Method and path. */
  readonly askedFor: string;
  readonly ownHeader: string;
  /** Of the cookie; absent when none came. */
  readonly shown: string | undefined;
  readonly session: string;
}

interface Turned {
  readonly status: "401" | "403" | "404";
  readonly problem: string;
}

/** What the server passes on, and to where; nothing else leaves it (RFC 10017 §6.1.3.6). */
const ROUTES: readonly string[] = ["GET /bff/photos"];

const rows: readonly Check<AskedFacts, Turned>[] = [
  {
    id: "client.own-header",
    title: "A script of this very site asked",
    spec: "RFC 10017 §6.1.3.3",
    why: "The browser sends the cookie whoever asks. Another site’s script would have to ask first before it may send this header, and be told no.",
    refuse: ({ ownHeader }) =>
      ownHeader === OWN_HEADER[1]
        ? undefined
        : { status: "403", problem: "The request does not come from a script of this site." },
  },
  {
    id: "client.known-session",
    title: "The cookie is that of a session",
    spec: "RFC 10017 §6.1.2.3",
    why: "The session says which tokens to use. Without one there is nobody to act for.",
    refuse: ({ shown, session }) =>
      shown === session
        ? undefined
        : { status: "401", problem: "Nobody is signed in with this browser." },
  },
  {
    id: "client.route",
    title: "What is asked for is on the list",
    spec: "RFC 10017 §6.1.3.6",
    why: "A server that passed on whatever it is asked would send the access token wherever somebody wants it.",
    refuse: ({ askedFor }) =>
      ROUTES.includes(askedFor)
        ? undefined
        : { status: "404", problem: "This server passes on nothing of that name." },
  },
];

/** Checks a request of the page before it is passed on with the token. */
export async function guard(
  facts: AskedFacts,
  leftOut: LeftOut,
): Promise<LocalResult<"problem" | "status">> {
  const { refusal, results } = await runChecks(rows, facts, leftOut);
  if (refusal === undefined) return { outcome: "ok", checks: results };
  return { outcome: "refused", values: { ...refusal }, checks: results };
}
