import { defineFlow, type Flow, type Read } from "../../flow/define-flow.ts";
import { type ClientAuth, tokenRequest } from "../steps/tokens.ts";
import { secretValue } from "../steps/values.ts";
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

export interface SecretClient {
  readonly auth: Exclude<ClientAuth, { method: "none" }>;
  readonly secret: string;
  readonly summary: string;
  /** Where the secret stands in the request, one sentence. */
  readonly where: string;
}

/** The grant as a client walks it that has a secret (RFC 6749 §4.4). */
export function secretClientFlow({ auth, secret, summary, where }: SecretClient): Flow {
  const request = (read: Read<"client_secret">) =>
    tokenRequest(auth, () => read("client_secret"), OWN_TOKEN);

  return defineFlow({
    id: "client-credentials",
    title: "Client credentials",
    summary,
    sandbox: { clientSite: "server" },
    parties: jobParties,
    places: jobPlaces,
    values: { ...jobValues, client_secret: secretValue },
    chapters: jobChapters,
    given: { client_secret: secret },
    start: "token",
    steps: {
      token: {
        ...tokenFacts,
        why: `Nobody is asked and nothing is redeemed: that the client proves who it is, is the whole grant. ${where}`,
        request,
      },
      ...jobSteps,
      renew: {
        ...renewFacts,
        spec: "RFC 6749 §4.4.3",
        why: "There is no refresh token: it would save asking the user again, and there is no user. The same request as before does it.",
        request,
      },
    },
  });
}
