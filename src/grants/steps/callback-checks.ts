import { type Check, type LeftOut, runChecks } from "../../oauth/checks.ts";
import type { LocalResult, Read } from "../../flow/define-flow.ts";
import { AUTH } from "../cast.ts";

/** What the client remembers and what came back to its redirect URI. */
export interface CallbackFacts {
  readonly session?: { readonly kept: string; readonly shown: string | undefined };
  readonly state: { readonly kept: string; readonly returned: string | undefined };
  readonly issuer: { readonly expected: string; readonly returned: string | undefined };
  readonly error: string | undefined;
  /** The code or the token that came with it. */
  readonly credential: string | undefined;
}

/** The facts of an answer with a code, as the walk has read it, but for the session it came in. */
export function codeAnswerIn(
  read: Read<"state" | "returned_state" | "returned_iss" | "returned_error" | "code">,
): Omit<CallbackFacts, "session"> {
  return {
    state: { kept: read("state"), returned: read.maybe("returned_state") },
    issuer: { expected: AUTH, returned: read.maybe("returned_iss") },
    error: read.maybe("returned_error"),
    credential: read.maybe("code"),
  };
}

/** Why the client stops, in words, and the outcome that this is. */
export type Problem = { readonly problem: string; readonly outcome: "refused" | "denied" };

/** Why the client does not go on with an answer. */
export const refused = (problem: string): Problem => ({ problem, outcome: "refused" });

type Row = Check<CallbackFacts, Problem>;

const session: Row = {
  id: "client.session",
  title: "The browser is the one that began this sign-in",
  spec: "RFC 9700 §4.7.1",
  why: "A state is worth something only when it is bound to the browser it was made for.",
  refuse: ({ session: facts }) =>
    facts === undefined || facts.kept === facts.shown
      ? undefined
      : refused("This browser did not begin the sign-in it brings an answer for."),
};

const rows: readonly Row[] = [
  {
    id: "client.state",
    title: "The state is the one the client sent",
    spec: "RFC 6749 §10.12",
    why: "An answer to a question the client never asked may carry someone else’s code.",
    refuse: ({ state }) =>
      state.kept === state.returned
        ? undefined
        : refused(
            "The answer carries another state than the request did, so it is not an answer to it.",
          ),
  },
  {
    id: "client.iss",
    title: "The answer comes from the server that was asked",
    spec: "RFC 9207 §2.4",
    why: "A client of several servers would otherwise send one server’s code to another.",
    refuse: ({ issuer }) =>
      issuer.expected === issuer.returned
        ? undefined
        : refused("The answer names another issuer than the one that was asked."),
  },
  {
    id: "client.no-error",
    title: "The answer is no error",
    spec: "RFC 6749 §4.1.2.1",
    why: "The user may have said no, or the request may have been refused.",
    refuse: ({ error }) =>
      error === undefined
        ? undefined
        : { outcome: "denied", problem: `The authorization server answered ${error}.` },
  },
];

/** The answer to a request for a code has one. */
export const carriesCode: Row = {
  id: "client.code",
  title: "The answer carries a code",
  spec: "RFC 6749 §4.1.2",
  why: "Without one there is nothing to redeem.",
  refuse: ({ credential }) =>
    credential === undefined ? refused("The answer carries no code.") : undefined,
};

/** A precaution of a page's script: it takes the answer out of the address and so out of the history (RFC 10017 §7.2.1). */
export const CLEAN_ADDRESS = "client.clean-address";

/** What the checks of an answer come to; `next` is what an answer that passed is for. */
export function checkedAnswer<Next extends string>(next: Next) {
  return {
    ok: { label: "all checks passed", next },
    denied: { label: "the answer is an error", next: "reject" },
    refused: { label: "not an answer to this request", next: "reject" },
  } as const;
}

/**
 * The client's own checks of what came back, as rows like the servers'; `own` are those of the grant. A problem
 * becomes a value of the walk.
 */
export async function checkCallback(
  facts: CallbackFacts,
  own: readonly Row[],
  leftOut: LeftOut,
): Promise<LocalResult<"problem">> {
  const table = [...(facts.session === undefined ? [] : [session]), ...rows, ...own];
  const { refusal, results } = await runChecks(table, facts, leftOut);
  if (refusal === undefined) return { outcome: "ok", checks: results };
  const { outcome, problem } = refusal;
  return { outcome, values: { problem }, checks: results };
}
