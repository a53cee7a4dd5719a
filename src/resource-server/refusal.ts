import { PROOF_ALGORITHM, type ProofProblem } from "../oauth/dpop.ts";
import type { Scheme } from "./credentials.ts";

/** Why the API turned a request away. */
export type Refusal =
  | { readonly reason: "no_token" }
  | { readonly reason: "malformed_credentials" }
  | { readonly reason: "two_methods" }
  | { readonly reason: "keys_unavailable" | "introspection_unavailable" }
  | { readonly reason: "invalid_token"; readonly because: InvalidToken }
  | { readonly reason: "invalid_proof"; readonly because: InvalidProof }
  | { readonly reason: "insufficient_scope"; readonly scope: string }
  | { readonly reason: "another_owner"; readonly owner: "person" | "client" };

type InvalidToken = keyof typeof INVALID_TOKEN;

const INVALID_TOKEN = {
  inactive: "The authorization server says that the token is not active",
  not_a_jwt: "The access token is not a signed JWT",
  signature: "The signature was not made with a key of the authorization server",
  type: "The token is not an access token",
  issuer: "The token comes from another issuer",
  audience: "The token is meant for another resource server",
  not_yet_valid: "The access token is not valid yet",
  expired: "The access token expired",
  claims: "The token lacks a claim that access tokens must have",
  sent_as_bearer: "The token is bound to a key and was sent without a proof of it",
  not_bound: "The token is bound to no key",
  another_key: "The token is bound to another key than the proof shows",
} as const;

/** Why a proof was turned away: a rule of RFC 9449 §4.3, or that it was used before (§11.1). */
type InvalidProof = ProofProblem | "used";

const INVALID_PROOF: Readonly<Record<InvalidProof, string>> = {
  missing: "The request has no DPoP proof",
  malformed: "The DPoP proof is not one",
  signature: "The signature of the DPoP proof was not made with its key",
  method: "The DPoP proof was made for another method",
  address: "The DPoP proof was made for another address",
  time: "The DPoP proof was made too long ago or lies in the future",
  access_token: "The DPoP proof was made for another access token",
  used: "The DPoP proof was used before",
};

const NO_TOKEN: Readonly<Record<Scheme, string>> = {
  Bearer: "The Authorization header holds no bearer token",
  DPoP: "The Authorization header holds no token",
};

const OWNERS = {
  person: "This is for tokens that a user allowed",
  client: "This is for tokens that a client got for itself",
} as const;

/** In whose words a request is challenged. */
interface Asked {
  readonly scheme: Scheme;
  readonly realm: string;
}

/** The refusal as the client gets it: status, challenge and body of RFC 6750 §3 and §3.1, RFC 9449 §7.1 and §7.2. */
export function toResponse(refusal: Refusal, asked: Asked): Response {
  const { scheme, realm } = asked;
  switch (refusal.reason) {
    case "no_token":
      return noToken(realm);
    case "malformed_credentials":
      return refused(400, "invalid_request", NO_TOKEN[scheme], asked);
    case "two_methods":
      return refused(
        400,
        "invalid_request",
        "The access token is sent in more than one way",
        asked,
      );
    case "keys_unavailable":
      return Response.json(
        {
          error: "temporarily_unavailable",
          error_description: "The keys of the authorization server cannot be read",
        },
        { status: 503 },
      );
    case "introspection_unavailable":
      return Response.json(
        {
          error: "temporarily_unavailable",
          error_description: "The authorization server did not say whether the token is active",
        },
        { status: 503 },
      );
    case "invalid_token":
      return refused(
        401,
        "invalid_token",
        INVALID_TOKEN[refusal.because],
        refusal.because === "sent_as_bearer" ? { realm, scheme: "DPoP" } : asked,
      );
    case "invalid_proof":
      return refused(401, "invalid_dpop_proof", INVALID_PROOF[refusal.because], {
        realm,
        scheme: "DPoP",
      });
    case "insufficient_scope":
      return refused(403, "insufficient_scope", "The token does not allow this", asked, {
        scope: refusal.scope,
      });
    case "another_owner":
      return refused(403, "insufficient_scope", OWNERS[refusal.owner], asked);
  }
}

/** Without a token nothing went wrong yet: both schemes are offered and no error is named (RFC 9449 §7.2, RFC 6750 §3.1). */
function noToken(realm: string): Response {
  const offers = `Bearer realm="${realm}", DPoP realm="${realm}", algs="${PROOF_ALGORITHM}"`;
  const message = "Send an access token: Authorization: Bearer <token>";
  return Response.json({ message }, { status: 401, headers: { "WWW-Authenticate": offers } });
}

function refused(
  status: number,
  error: string,
  description: string,
  asked: Asked,
  more: Readonly<Record<string, string>> = {},
): Response {
  const details = { error, error_description: description, ...more };
  return challenge(status, details, details, asked);
}

/** Values must keep to RFC 6750 §3: printable ASCII but for `"` and `\`. */
function challenge(
  status: number,
  details: Readonly<Record<string, string>>,
  body: object,
  { scheme, realm }: Asked,
): Response {
  const algs = scheme === "DPoP" ? { algs: PROOF_ALGORITHM } : {};
  const parameters = Object.entries({ realm, ...details, ...algs });
  const value = parameters.map(([name, text]) => `${name}="${text}"`).join(", ");
  return Response.json(body, { status, headers: { "WWW-Authenticate": `${scheme} ${value}` } });
}
