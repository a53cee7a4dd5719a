import type { ExchangeStep } from "../../flow/define-flow.ts";
import { classifyTokens, readTokens, tokenRefusals } from "../steps/tokens.ts";

type Step = ExchangeStep<
  "refresh" | "api" | "reject",
  "access_token" | "refresh_token" | "problem",
  "as"
>;

/** The code sent a second time, whoever sends it. */
export const replayFacts = {
  kind: "exchange",
  title: "The same code is sent a second time",
  to: "as",
  stage: "redeem",
  spec: "RFC 6749 §4.1.2",
  why: "A code seen twice may have been stolen. The authorization server refuses it and revokes what it gave the first time; an access token that the API verifies by itself still lives until it expires.",
  chapter: "redeem",
  button: "send the code again",
  classify: classifyTokens,
  outcomes: {
    ...tokenRefusals,
    invalid_grant: { label: "400 invalid_grant", next: "refresh" },
  },
} satisfies Omit<Step, "from" | "channel" | "request">;

/** The refresh token used, whoever uses it. */
export const refreshFacts = {
  kind: "exchange",
  to: "as",
  stage: "redeem",
  chapter: "use",
  button: "send POST /token",
  classify: classifyTokens,
  outcomes: {
    ok: { label: "200 access_token", next: "api", read: readTokens },
    ...tokenRefusals,
    invalid_grant: {
      label: "400 invalid_grant",
      next: "reject",
      read: () => ({
        problem:
          "The refresh token no longer works: the grant behind it was revoked or has expired.",
      }),
    },
  },
  instead: [{ label: "Call the API with the access token", next: "api" }],
} satisfies Omit<Step, "title" | "from" | "channel" | "spec" | "why" | "request">;
