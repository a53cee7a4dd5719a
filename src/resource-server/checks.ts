import type { JSONWebKeySet } from "jose";
import type { Check } from "../oauth/checks.ts";
import type { CheckedProof, Proof } from "../oauth/dpop.ts";
import { isRecord } from "../oauth/json.ts";
import { isSignedBy, type Jwt } from "../oauth/jwt.ts";
import type { Credentials } from "./credentials.ts";
import type { Introspected } from "./introspection.ts";
import type { Refusal } from "./refusal.ts";
import type { Resource } from "./resources.ts";

/** What the API knows of a request when it decides. */
export interface ApiFacts {
  readonly credentials: Credentials;
  /** Absent when there is no token or it is not a JWT. */
  readonly token?: Jwt;
  /** What the authorization server said of the token, where the API asks; its claims are then the token's. */
  readonly introspected?: Introspected;
  readonly requiredScope: string;
  /** Whose the resource is. */
  readonly of: Resource["of"];
  readonly issuer: string;
  readonly identifier: string;
  /** Epoch seconds. */
  readonly now: number;
  /** Rejects when the authorization server's keys cannot be had. */
  readonly keySet: () => Promise<JSONWebKeySet>;
  /** The proof of the request (RFC 9449 §4.3). */
  readonly proof: () => Promise<CheckedProof>;
  /** Notes the use of a proof; false when it was used before. */
  readonly isFirstUse: (proof: Proof) => Promise<boolean>;
}

type Row = Check<ApiFacts, Refusal>;

const invalid = (because: Extract<Refusal, { reason: "invalid_token" }>["because"]): Refusal => ({
  reason: "invalid_token",
  because,
});

const tokenPresent: Row = {
  id: "api.token-present",
  title: "The Authorization header carries an access token",
  spec: "RFC 6750 §2.1",
  why: "Without a token the API cannot know what its owner allowed; a token in the address would end up in logs and history.",
  refuse({ credentials }) {
    if (credentials.malformed) return { reason: "malformed_credentials" };
    return credentials.token === undefined ? { reason: "no_token" } : undefined;
  },
};

/** The check that a token came in one way only. */
export const ONE_METHOD = "api.one-method";

const oneMethod: Row = {
  id: ONE_METHOD,
  title: "The token is sent in one way only",
  spec: "RFC 6750 §2",
  why: "With two tokens in a request, two parts of a system could each look at another one.",
  refuse: ({ credentials }) =>
    credentials.elsewhere.length > 0 ? { reason: "two_methods" } : undefined,
};

const active: Row = {
  id: "api.active",
  title: "The authorization server says that the token is active",
  spec: "RFC 7662 §2.2",
  why: "An opaque token says nothing by itself, and a JWT does not say that it was revoked. Whoever issued it knows.",
  applies: ({ introspected }) => introspected !== undefined,
  refuse({ introspected }) {
    if (introspected?.state === "unavailable") return { reason: "introspection_unavailable" };
    return introspected?.state === "active" ? undefined : invalid("inactive");
  },
};

const signature: Row = {
  id: "api.signature",
  title: "A key of the authorization server signed the token",
  spec: "RFC 9068 §4",
  why: "Anybody can write a token; only the authorization server can sign it, and only with the algorithm the API expects.",
  applies: readByItself,
  async refuse({ token, keySet }) {
    if (!token) return invalid("not_a_jwt");
    try {
      return (await isSignedBy(await keySet(), token)) ? undefined : invalid("signature");
    } catch {
      return { reason: "keys_unavailable" };
    }
  },
};

const type: Row = {
  id: "api.type",
  title: "The token says that it is an access token",
  spec: "RFC 9068 §4",
  why: "The same keys sign other JWTs, such as ID tokens; those were never meant to open an API.",
  applies: readByItself,
  refuse: ({ token }) => (isAccessTokenType(token?.header["typ"]) ? undefined : invalid("type")),
};

const issuer: Row = {
  id: "api.issuer",
  title: "The token comes from the authorization server this API trusts",
  spec: "RFC 9068 §4",
  why: "A token of another server speaks of that server's users, who may have the same names.",
  refuse: ({ token, issuer: trusted }) =>
    token?.claims["iss"] === trusted ? undefined : invalid("issuer"),
};

const audience: Row = {
  id: "api.audience",
  title: "The token is meant for this API",
  spec: "RFC 9068 §4",
  why: "Otherwise any API that a user's token is sent to could use it here.",
  refuse: ({ token, identifier }) =>
    [token?.claims["aud"]].flat().includes(identifier) ? undefined : invalid("audience"),
};

const expiry: Row = {
  id: "api.expiry",
  title: "The token is still valid",
  spec: "RFC 9068 §4",
  why: "A bearer token works for whoever holds it; a short life limits what a stolen one is worth.",
  refuse({ token, now }) {
    const { exp, nbf } = token?.claims ?? {};
    if (typeof exp !== "number" || exp <= now) return invalid("expired");
    if (nbf === undefined) return undefined;
    return typeof nbf === "number" && nbf <= now ? undefined : invalid("not_yet_valid");
  },
};

const claims: Row = {
  id: "api.claims",
  title: "The token names its subject, its client and itself",
  spec: "RFC 9068 §2.2",
  why: "The API serves what belongs to the subject the token names; without a name there is nobody to serve.",
  refuse({ token, introspected }) {
    const { sub, client_id, iat, jti: name } = token?.claims ?? {};
    // What the authorization server said comes from where the token does, and needs no name of its own.
    const jti = introspected === undefined ? name : "introspected";
    const named = [sub, client_id, jti].every((claim) => typeof claim === "string" && claim !== "");
    return named && typeof iat === "number" ? undefined : invalid("claims");
  },
};

const proof: Row = {
  id: "api.proof",
  title: "Whoever sends the token has the key it is bound to",
  spec: "RFC 9449 §7.1",
  why: "A proof is made for one request and works once, so that a token somebody saw is worth nothing without the key.",
  applies: ({ token, credentials }) =>
    token?.claims["cnf"] !== undefined || credentials.scheme === "DPoP",
  async refuse({ token, credentials, proof: checked, isFirstUse }) {
    const key = keyBoundTo(token);
    if (key === undefined) return invalid("not_bound");
    if (credentials.scheme !== "DPoP") return invalid("sent_as_bearer");
    const found = await checked();
    if ("problem" in found) return { reason: "invalid_proof", because: found.problem };
    if (found.proof.jkt !== key) return invalid("another_key");
    if (await isFirstUse(found.proof)) return undefined;
    return { reason: "invalid_proof", because: "used" };
  },
};

const scope: Row = {
  id: "api.scope",
  title: "The token's scope covers this request",
  spec: "RFC 6750 §3.1",
  why: "The user allowed some things and not others; the API is the one that holds the client to it.",
  refuse: ({ token, requiredScope }) =>
    scopesOf(token).includes(requiredScope)
      ? undefined
      : { reason: "insufficient_scope", scope: requiredScope },
};

const subject: Row = {
  id: "api.subject",
  title: "The token speaks for whoever owns what is asked for",
  spec: "RFC 9700 §4.15",
  why: "A token that a client got for itself names the client as its subject; a client with the name of a user would otherwise be taken for her.",
  refuse: ({ token, of }) =>
    speaksFor(token) === of ? undefined : { reason: "another_owner", owner: of },
};

/** RFC 9068 §2.2: where no user is involved, the subject is the client. */
function speaksFor(token: Jwt | undefined): Resource["of"] {
  return token?.claims["sub"] === token?.claims["client_id"] ? "client" : "person";
}

/** What the API checks of every request, in order; offline (RFC 9068 §4) unless it asks about tokens (RFC 7662). */
export const apiChecks: readonly Row[] = [
  tokenPresent,
  oneMethod,
  active,
  signature,
  type,
  issuer,
  audience,
  expiry,
  claims,
  proof,
  scope,
  subject,
];

function readByItself({ introspected }: ApiFacts): boolean {
  return introspected === undefined;
}

/** RFC 9449 §6.1: the thumbprint in `cnf`. */
function keyBoundTo(token: Jwt | undefined): string | undefined {
  const cnf = token?.claims["cnf"];
  const jkt = isRecord(cnf) ? cnf["jkt"] : undefined;
  return typeof jkt === "string" ? jkt : undefined;
}

function isAccessTokenType(typ: unknown): boolean {
  return typeof typ === "string" && /^(application\/)?at\+jwt$/i.test(typ);
}

function scopesOf(token: Jwt | undefined): readonly string[] {
  const granted = token?.claims["scope"];
  return typeof granted === "string" ? granted.split(" ") : [];
}
