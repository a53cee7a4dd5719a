import type { Answer, Channel, ExchangeStep } from "../../flow/define-flow.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { resourceAnswer } from "./classify.ts";
import { photosRequest } from "./tokens.ts";

/** Why an API of this kind need not ask anybody (RFC 9068 §4). */
export const READS_BY_ITSELF =
  "The API asks nobody about the token: it verifies the signature with the authorization server’s published key and reads issuer, audience, expiry and scope from the token itself.";

/** How the API may refuse; each leaves the step waiting, so that it can be tried again (RFC 6750 §3.1). */
export const apiRefusals = {
  invalid_token: { label: "401 invalid_token" },
  insufficient_scope: { label: "403 insufficient_scope" },
  refused: { label: "refused" },
};

/** The photos, as the API answers. */
export function readPhotos(answer: Answer) {
  return { photos: answer.response?.body ?? "" };
}

interface Facts<P extends string> {
  readonly title: string;
  readonly why: string;
  readonly from: P;
  readonly channel: Channel;
  readonly chapter: string;
  readonly button?: string;
  readonly spec?: string;
}

type Token = "access_token" | "photos";

/** A call of the photo API that is to succeed. */
export function servedCall<const S extends string, const P extends string>(
  facts: Facts<P>,
  next: S | "done",
): ExchangeStep<S, Token, P | "api"> {
  return {
    ...callFacts,
    ...facts,
    request: photosWith,
    outcomes: { ok: { label: "200 photos", next, read: readPhotos }, ...apiRefusals },
  };
}

/** A call that is to be refused since the token has expired; where it has not, the walk goes on at `served`. */
export function expiredCall<const S extends string, const P extends string>(
  facts: Facts<P>,
  next: S,
  served: S,
): ExchangeStep<S, Token, P | "api"> {
  return {
    ...callFacts,
    spec: "RFC 6750 §3.1",
    ...facts,
    request: photosWith,
    outcomes: {
      invalid_token: { label: "401 invalid_token", next },
      ok: { label: "200 photos", next: served, read: readPhotos },
      insufficient_scope: apiRefusals.insufficient_scope,
      refused: apiRefusals.refused,
    },
  };
}

const callFacts = {
  kind: "exchange",
  to: "api",
  stage: "use",
  spec: "RFC 6750 §2.1",
  button: "send GET /photos",
  classify: resourceAnswer,
} as const;

function photosWith(read: (name: "access_token") => string): WireRequest {
  return photosRequest(read("access_token"));
}
