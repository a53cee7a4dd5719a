import type { LocalResult, Read } from "../../../flow/define-flow.ts";
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

/** The facts of a request that flows have read (`readAsked`). */
export function askedIn(
  read: Read<"asked_for" | "own_header" | "returned_session" | "session">,
): AskedFacts {
  return {
    askedFor: read("asked_for"),
    ownHeader: read("own_header"),
    shown: read.maybe("returned_session"),
    session: read("session"),
  };
}

interface Turned {
  readonly status: "401" | "403" | "404";
  readonly problem: string;
}

type Row = Check<AskedFacts, Turned>;

/** What a request of the page has to pass wherever it is for. */
const rows: readonly Row[] = [
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
];

/** A server answers its page for what is on its list: `routes` are methods with paths, `words` say why. */
export function onTheList(routes: readonly string[], words: Pick<Row, "spec" | "why">): Row {
  return {
    ...words,
    id: "client.route",
    title: "What is asked for is on the list",
    refuse: ({ askedFor }) =>
      routes.includes(askedFor)
        ? undefined
        : { status: "404", problem: "This server has nothing of that name for its page." },
  };
}

/** Checks a request of the page before the server does anything for it with what the session holds. */
export async function guard(
  facts: AskedFacts,
  route: Row,
  leftOut: LeftOut,
): Promise<LocalResult<"problem" | "status">> {
  const { refusal, results } = await runChecks([...rows, route], facts, leftOut);
  if (refusal === undefined) return { outcome: "ok", checks: results };
  return { outcome: "refused", values: { ...refusal }, checks: results };
}
