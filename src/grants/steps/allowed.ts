import type { ExchangeStep, Read, ValueFacts } from "../../flow/define-flow.ts";
import type { AllowedBefore } from "../../flow/transport.ts";
import type { WireRequest } from "../../oauth/wire.ts";
import { ALICE, CALLBACK, SCOPE } from "../cast.ts";
import { numbersOf } from "./classify.ts";
import {
  type ClientAuth,
  classifyTokens,
  readTokens,
  tokenRefusals,
  tokenRequest,
} from "./tokens.ts";
import { pkceValues, values } from "./values.ts";

/** The pair of RFC 7636 Appendix B, and the code of RFC 6749 §4.1.2. */
const CODE = "SplxlOBeZQQYbYS6WxSbIA";
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/** What Alice has just allowed a client, for walks that begin with its tokens. */
export function allowedTo(clientId: string, scope: string = SCOPE): AllowedBefore {
  const redirectUri = CALLBACK;
  return {
    clientId,
    subject: ALICE.username,
    scope,
    redirectUri,
    code: CODE,
    challenge: CHALLENGE,
  };
}

/** What that client holds then. */
export const heldThen = { code: CODE, verifier: VERIFIER };

/** The values of a walk that begins so; `place` is where the client is. */
export function valuesThen(place: string) {
  return {
    code: { ...values.code, knownTo: [place, "as"] },
    verifier: { ...pkceValues.verifier, knownTo: [place] },
    access_token: values.access_token,
    expires_in: {
      title: "lifetime",
      what: "For how many seconds the access token is good (RFC 6749 §5.1)",
      tone: "plain",
      tracked: false,
    },
    photos: values.photos,
    problem: values.problem,
  } satisfies Record<string, ValueFacts>;
}

interface Facts<S extends string, P extends string> {
  readonly from: P;
  readonly channel: "back" | "direct";
  readonly who: string;
  readonly next: S;
}

type Issued = "access_token" | "refresh_token" | "expires_in";

/** The first request of a walk that begins with the tokens: the code that Alice's consent gave is redeemed. */
export function redeemFacts<const S extends string, const P extends string>({
  from,
  channel,
  who,
  next,
}: Facts<S, P>): Omit<ExchangeStep<S, Issued, P | "as">, "request"> {
  return {
    kind: "exchange",
    title: `${who} redeems the code that Alice’s consent gave`,
    from,
    to: "as",
    channel,
    stage: "redeem",
    spec: "RFC 6749 §4.1.3",
    why: "Alice has just signed in and allowed it; how that goes is the walk of the authorization code grant. This one begins with its last request.",
    chapter: "tokens",
    button: "send POST /token",
    classify: classifyTokens,
    outcomes: {
      ok: { label: "200 access_token", next, read: readIssued },
      ...tokenRefusals,
    },
  };
}

/** The request of that step. */
export function redeemRequest(
  auth: ClientAuth,
  read: Read<"code" | "verifier">,
  secret: () => string = () => "",
): WireRequest {
  return tokenRequest(auth, secret, {
    grant_type: "authorization_code",
    code: read("code"),
    redirect_uri: CALLBACK,
    code_verifier: read("verifier"),
  });
}

/** The tokens of an answer, and how long the access token lives (RFC 6749 §5.1). */
export function readIssued(answer: Parameters<typeof readTokens>[0]) {
  return { ...readTokens(answer), ...numbersOf(answer, ["expires_in"]) };
}
