import type { JWK } from "jose";
import { defineFlow, type Flow, type LocalStep, type Read } from "../../flow/define-flow.ts";
import type { Otherwise } from "../../oauth/make-assertion.ts";
import { AUTH, NIGHTLY_KEY_CLIENT } from "../cast.ts";
import { NIGHTLY_KEY } from "../lab-key.ts";
import { tokenAnswer } from "../steps/classify.ts";
import { tokenRequest } from "../steps/tokens.ts";
import {
  jobChapters,
  jobParties,
  jobPlaces,
  jobSteps,
  jobValues,
  OWN_TOKEN,
  renewFacts,
  tokenFacts,
} from "./job.ts";

const auth = { method: "private_key_jwt", id: NIGHTLY_KEY_CLIENT.id } as const;

const request = (read: Read<"assertion">) => tokenRequest(auth, () => read("assertion"), OWN_TOKEN);

type AssertStep = LocalStep<"token", "private_key" | "assertion", "client">;

/** The client signs with a real key, by the sandbox's clock; rightly, unless said otherwise. */
export function asserting(otherwise: Otherwise = {}): AssertStep {
  return {
    kind: "local",
    title: "The job signs an assertion",
    from: "client",
    to: "client",
    channel: "local",
    stage: "redeem",
    spec: "RFC 7523 §3",
    why: "A short-lived JWT that says “I am print-nightly-key”, for auth.example alone, and can be used once. The private key that signs it stays where it is.",
    chapter: "assert",
    button: "sign an assertion",
    async run(read, { now }) {
      // Loaded when it is needed: what signs is too much for a page that is only read.
      const { makeAssertion } = await import("../../oauth/make-assertion.ts");
      const key: JWK = { ...NIGHTLY_KEY, d: read("private_key") };
      const assertion = await makeAssertion(
        key,
        { clientId: auth.id, issuer: AUTH, now },
        otherwise,
      );
      return { outcome: "signed", values: { assertion } };
    },
    outcomes: { signed: { label: "signed", next: "token" } },
  };
}

const assertStep = asserting();

/** The grant as a client walks it that signs instead of sending a secret (RFC 7523 §2.2, OpenID Connect Core §9). */
export const keyClientFlow: Flow = defineFlow({
  id: "client-credentials",
  title: "Client credentials",
  summary:
    "The client proves who it is by signing. The authorization server knows the public key only, so there is no secret to be stolen there or on the way.",
  sandbox: { clientSite: "server" },
  parties: jobParties,
  places: jobPlaces,
  values: {
    ...jobValues,
    private_key: {
      title: "private key",
      what: "What the client signs with; nobody else has it",
      tone: "secret",
      tracked: true,
      knownTo: ["client"],
    },
    assertion: {
      title: "assertion",
      what: "A JWT by which the client proves who it is, once (RFC 7523 §2.2)",
      tone: "proof",
      tracked: true,
    },
  },
  chapters: [{ id: "assert", title: "The job signs an assertion" }, ...jobChapters],
  given: { private_key: NIGHTLY_KEY.d },
  start: "assert",
  steps: {
    assert: assertStep,
    token: {
      ...tokenFacts,
      spec: "RFC 7523 §2.2",
      why: "The signature is checked with the public key that was registered. The audience has to be auth.example and nobody else, or a server the job also talks to could use the assertion here.",
      request,
      instead: [{ label: "Sign another assertion", next: "assert" }],
    },
    replay: {
      kind: "exchange",
      title: "The same assertion is sent a second time",
      from: "client",
      to: "as",
      channel: "back",
      stage: "redeem",
      spec: "OpenID Connect Core §9",
      why: "An assertion seen in a log or by a proxy is as good as the client, while it can be used. So it can be used once.",
      chapter: "token",
      button: "send the assertion again",
      request,
      classify: tokenAnswer(["invalid_client", "invalid_request"]),
      outcomes: {
        invalid_client: { label: "401 invalid_client", next: "api" },
        invalid_request: { label: "400 invalid_request" },
        refused: { label: "refused" },
      },
    },
    ...jobSteps,
    api: {
      ...jobSteps.api,
      instead: [
        { label: "Send the assertion a second time", next: "replay" },
        { label: "Ask for another token", next: "assert_again" },
      ],
    },
    late: {
      ...jobSteps.late,
      outcomes: {
        ...jobSteps.late.outcomes,
        invalid_token: { ...jobSteps.late.outcomes.invalid_token, next: "assert_again" },
      },
    },
    assert_again: {
      ...assertStep,
      title: "The job signs another assertion",
      why: "The first one is used up and has expired. Each request gets its own.",
      chapter: "again",
      outcomes: { signed: { label: "signed", next: "renew" } },
    },
    renew: {
      ...renewFacts,
      spec: "RFC 6749 §4.4.3",
      why: "There is no refresh token: it would save asking the user again, and there is no user.",
      request,
      instead: [{ label: "Sign another assertion", next: "assert_again" }],
    },
    retry: {
      ...jobSteps.retry,
      instead: [{ label: "Ask for another token", next: "assert_again" }],
    },
  },
});
