import type { JSONWebKeySet } from "jose";
import type { LocalResult } from "../../../flow/define-flow.ts";
import { atHash } from "../../../oauth/at-hash.ts";
import { type Check, type LeftOut, runChecks } from "../../../oauth/checks.ts";
import { isRecord, jsonObject } from "../../../oauth/json.ts";
import { isSignedBy, type Jwt, parseJwt } from "../../../oauth/jwt.ts";
import { type Problem, refused } from "../../steps/callback-checks.ts";

/** What the client knows when it reads an ID token. */
interface IdTokenFacts {
  /** Absent when the answer had none, or what it had is no JWT. */
  readonly token: Jwt | undefined;
  readonly keySet: JSONWebKeySet;
  readonly issuer: string;
  readonly clientId: string;
  /** What the client sent with its request. */
  readonly nonce: string;
  readonly accessToken: string;
  /** Epoch seconds, by the client's own clock. */
  readonly now: number;
}

/** How far the server's clock may be ahead, in seconds. */
const AHEAD = 10;

/** How old an ID token may be that came a moment ago, in seconds. */
const OLDEST = 300;

/** The rules of OpenID Connect Core §3.1.3.7, in its order but for the signature, without which there is nothing to read. */
const idTokenRows: readonly Check<IdTokenFacts, Problem>[] = [
  {
    id: "client.id-token-present",
    title: "The answer carries an ID token",
    spec: "OpenID Connect Core §3.1.3.3",
    why: "An access token says what may be done. It does not say who is there.",
    refuse: ({ token }) =>
      token === undefined ? refused("The answer has no ID token.") : undefined,
  },
  {
    id: "client.id-token-signature",
    title: "A key of the authorization server signed it, with ES256",
    spec: "OpenID Connect Core §3.1.3.7",
    why: "Anybody can write a JWT. Which algorithm will do is for the client to say, and not for the token.",
    refuse: async ({ token, keySet }) =>
      token !== undefined && (await isSigned(keySet, token))
        ? undefined
        : refused("No key of the authorization server made the signature of the ID token."),
  },
  {
    id: "client.id-token-iss",
    title: "It comes from the server that was asked",
    spec: "OpenID Connect Core §3.1.3.7",
    why: "Two servers may each have a user called 1.",
    refuse: ({ token, issuer }) =>
      token?.claims["iss"] === issuer
        ? undefined
        : refused("The ID token names another issuer than the one that was asked."),
  },
  {
    id: "client.id-token-aud",
    title: "It is for this client, and for nobody else",
    spec: "OpenID Connect Core §3.1.3.7",
    why: "Otherwise any application that a user signs in to could sign in here as that user.",
    refuse({ token, clientId }) {
      const audience = [token?.claims["aud"]].flat();
      return audience.length > 0 && audience.every((one) => one === clientId)
        ? undefined
        : refused("The ID token is for another client.");
    },
  },
  {
    id: "client.id-token-azp",
    title: "It was issued to this client",
    spec: "OpenID Connect Core §3.1.3.7",
    why: "Where a token names the party it was issued to, that party has to be this one.",
    applies: ({ token }) => token?.claims["azp"] !== undefined,
    refuse: ({ token, clientId }) =>
      token?.claims["azp"] === clientId
        ? undefined
        : refused("The ID token was issued to another client."),
  },
  {
    id: "client.id-token-exp",
    title: "It has not expired",
    spec: "OpenID Connect Core §3.1.3.7",
    why: "It speaks of a sign-in that has just happened. An old one may have been kept by somebody.",
    refuse: ({ token, now }) =>
      now < (timeIn(token, "exp") ?? 0) ? undefined : refused("The ID token has expired."),
  },
  {
    id: "client.id-token-iat",
    title: "It was issued just now",
    spec: "OpenID Connect Core §3.1.3.7",
    why: "How old one may be is for the client to say: this one asked a moment ago.",
    refuse({ token, now }) {
      const issued = timeIn(token, "iat");
      return issued !== undefined && issued <= now + AHEAD && now - issued <= OLDEST
        ? undefined
        : refused("The ID token was not issued just now.");
    },
  },
  {
    id: "client.id-token-nonce",
    title: "Its nonce is the one the client sent",
    spec: "OpenID Connect Core §3.1.3.7",
    why: "A token with another nonce answers another request, such as one whose code was stolen.",
    refuse: ({ token, nonce }) =>
      token?.claims["nonce"] === nonce
        ? undefined
        : refused("The ID token answers another request than this one."),
  },
  {
    id: "client.id-token-at-hash",
    title: "It was issued with this access token",
    spec: "OpenID Connect Core §3.1.3.8",
    why: "Otherwise one user could be signed in, and another one’s photos fetched. In this flow the claim is optional.",
    applies: ({ token }) => token?.claims["at_hash"] !== undefined,
    refuse: async ({ token, accessToken }) =>
      token?.claims["at_hash"] === (await atHash(accessToken))
        ? undefined
        : refused("The ID token was issued with another access token."),
  },
];

async function isSigned(keySet: JSONWebKeySet, token: Jwt): Promise<boolean> {
  try {
    return await isSignedBy(keySet, token);
  } catch {
    // Keys that cannot be read verify nothing.
    return false;
  }
}

function timeIn(token: Jwt | undefined, name: "exp" | "iat"): number | undefined {
  const time = token?.claims[name];
  return typeof time === "number" ? time : undefined;
}

/** Validates an ID token, check by check; who signed in becomes a value of the walk, or the problem does. */
export async function validateIdToken(
  facts: Omit<IdTokenFacts, "token" | "keySet"> & {
    readonly idToken: string | undefined;
    /** As it was fetched. */
    readonly jwks: string;
  },
  leftOut: LeftOut,
): Promise<LocalResult<"subject" | "problem">> {
  const token = facts.idToken === undefined ? undefined : parseJwt(facts.idToken);
  const known = { ...facts, token, keySet: keySetIn(facts.jwks) };
  const { refusal, results } = await runChecks(idTokenRows, known, leftOut);
  if (refusal !== undefined) {
    return { outcome: "refused", values: { problem: refusal.problem }, checks: results };
  }
  const subject = token?.claims["sub"];
  return {
    outcome: "ok",
    values: { subject: typeof subject === "string" ? subject : "" },
    checks: results,
  };
}

/** The keys of a JWK set (RFC 7517 §5); none when the text is no such set. */
function keySetIn(text: string): JSONWebKeySet {
  const keys = jsonObject(text)?.["keys"];
  return { keys: (Array.isArray(keys) ? keys : []).filter(isRecord) };
}

/** The claims of UserInfo are used only when they are about whom the ID token is about. */
const sameSubject: Check<{ readonly signedIn: string; readonly told: unknown }, Problem> = {
  id: "client.userinfo-sub",
  title: "The claims are about the user who signed in",
  spec: "OpenID Connect Core §5.3.2",
  why: "The access token that fetched them could have been somebody else’s.",
  refuse: ({ signedIn, told }) =>
    signedIn !== "" && told === signedIn
      ? undefined
      : refused("The claims are about somebody else than who signed in."),
};

/** Compares the claims that were fetched with who signed in. */
export async function matchClaims(
  subject: string,
  claims: string,
  leftOut: LeftOut,
): Promise<LocalResult<"problem">> {
  const facts = { signedIn: subject, told: jsonObject(claims)?.["sub"] };
  const { refusal, results } = await runChecks([sameSubject], facts, leftOut);
  return refusal === undefined
    ? { outcome: "ok", checks: results }
    : { outcome: "refused", values: { problem: refusal.problem }, checks: results };
}
