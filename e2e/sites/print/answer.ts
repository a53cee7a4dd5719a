import { carriesToken, issuedToMe } from "../../../src/grants/implicit/callback-checks.ts";
import {
  type CallbackFacts,
  carriesCode,
  checkCallback,
} from "../../../src/grants/steps/callback-checks.ts";
import type { PrintClient } from "./setup.ts";

/** What Print, in a script or on a server, knows of an answer that came to it. */
export interface Answer {
  readonly kind: PrintClient["answer"];
  /** Of the query or the fragment. */
  readonly parameters: URLSearchParams;
  readonly state: string;
  readonly issuer: string;
  readonly session?: NonNullable<CallbackFacts["session"]>;
}

/** The code or the token, or why Print does not take the answer and which of its checks says so. */
export type Taken =
  | { readonly credential: string }
  | { readonly problem: string; readonly refusedBy: string };

/** Makes the client's checks, the same rows as in the page, but for those left out. */
export async function takeAnswer(answer: Answer, without: ReadonlySet<string>): Promise<Taken> {
  const { kind, parameters, state, issuer, session } = answer;
  const parameter = (name: string) => parameters.get(name) ?? undefined;
  const credential = parameter(kind === "code" ? "code" : "access_token");
  const facts: CallbackFacts = {
    ...(session === undefined ? {} : { session }),
    state: { kept: state, returned: parameter("state") },
    issuer: { expected: issuer, returned: parameter("iss") },
    error: parameter("error"),
    credential,
  };
  const own = kind === "code" ? [carriesCode] : [carriesToken, issuedToMe];
  const { outcome, checks = [], values } = await checkCallback(facts, own, without);
  if (outcome === "ok" && credential !== undefined) return { credential };
  const refused = checks.find((check) => check.outcome === "failed");
  return { problem: values?.problem ?? "", refusedBy: refused?.id ?? "" };
}
