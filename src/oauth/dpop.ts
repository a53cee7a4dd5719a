import {
  base64url,
  calculateJwkThumbprint,
  compactVerify,
  EmbeddedJWK,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
} from "jose";
import { jsonObject } from "./json.ts";
import { randomToken } from "./random.ts";

/** The only algorithm of proofs here (RFC 9449 §5.1). */
export const PROOF_ALGORITHM = "ES256";

/** How long a proof is taken after it was made, in seconds (RFC 9449 §11.1). */
export const PROOF_LIFETIME = 60;

/** How far a client's clock may be ahead, in seconds. */
const AHEAD = 10;

/** For how long a proof can be used at all, and its use has to be remembered, in seconds. */
export const PROOF_WINDOW = PROOF_LIFETIME + AHEAD;

/** A `jti` need not be longer; it is kept (RFC 9449 §11.1). */
const LONGEST_ID = 128;

/** A request that a proof is made for. */
export interface ProvenRequest {
  readonly method: string;
  readonly url: string;
  /** Epoch seconds. */
  readonly now: number;
  /** The access token it carries, where it goes to an API. */
  readonly accessToken?: string;
}

/** What a valid proof shows. */
export interface Proof {
  /** Which key made it: the RFC 7638 thumbprint. */
  readonly jkt: string;
  /** Its own name, which may be used once. */
  readonly jti: string;
}

/** Which rule of RFC 9449 §4.3 a proof breaks. */
export type ProofProblem =
  | "missing"
  | "malformed"
  | "signature"
  | "method"
  | "address"
  | "time"
  | "access_token";

/** A proof that holds, or what is wrong with it. */
export type CheckedProof = { readonly proof: Proof } | { readonly problem: ProofProblem };

/** Checks the `DPoP` header of a request (RFC 9449 §4.3); whether it was used before is left to who keeps records. */
export async function checkProof(
  header: string | null,
  request: ProvenRequest,
): Promise<CheckedProof> {
  if (header === null) return { problem: "missing" };
  const signed = await signedClaims(header);
  if (typeof signed === "string") return { problem: signed };
  const { claims, jkt } = signed;
  const { jti, htm, htu, iat, ath } = claims;
  if (typeof jti !== "string" || jti === "" || jti.length > LONGEST_ID) {
    return { problem: "malformed" };
  }
  if (htm !== request.method) return { problem: "method" };
  if (!sameAddress(htu, request.url)) return { problem: "address" };
  if (!isRecent(iat, request.now)) return { problem: "time" };
  if (request.accessToken !== undefined && ath !== (await hashOf(request.accessToken))) {
    return { problem: "access_token" };
  }
  return { proof: { jkt, jti } };
}

/** A new private key for proofs, as the text of a JWK (RFC 7517 §4). */
export async function newProofKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(PROOF_ALGORITHM, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

/** A proof for a request, made with a key of `newProofKey`, with a name of its own (RFC 9449 §4.2). */
export async function makeProof(
  key: string,
  { method, url, now, accessToken }: ProvenRequest,
): Promise<string> {
  const { d, ...publicJwk } = keyOf(key);
  const ath = accessToken === undefined ? {} : { ath: await hashOf(accessToken) };
  return new SignJWT({ htm: method, htu: withoutQuery(url), ...ath })
    .setProtectedHeader({ typ: "dpop+jwt", alg: PROOF_ALGORITHM, jwk: publicJwk })
    .setJti(randomToken())
    .setIssuedAt(now)
    .sign(await importJWK({ ...publicJwk, d }, PROOF_ALGORITHM));
}

function keyOf(text: string) {
  const members = jsonObject(text) ?? {};
  const member = (name: string) => String(members[name]);
  return { kty: "EC", crv: "P-256", x: member("x"), y: member("y"), d: member("d") };
}

async function signedClaims(
  text: string,
): Promise<{ claims: Readonly<Record<string, unknown>>; jkt: string } | "malformed" | "signature"> {
  try {
    const { payload, protectedHeader } = await compactVerify(text, EmbeddedJWK, {
      algorithms: [PROOF_ALGORITHM],
    });
    const claims = jsonObject(new TextDecoder().decode(payload));
    const { typ, jwk } = protectedHeader;
    if (typ !== "dpop+jwt" || jwk === undefined || claims === undefined) return "malformed";
    return { claims, jkt: await calculateJwkThumbprint(jwk) };
  } catch (error) {
    return error instanceof errors.JWSSignatureVerificationFailed ? "signature" : "malformed";
  }
}

/** The address without query and fragment (RFC 9449 §4.3), in the one spelling of RFC 3986 §6.2.2 and §6.2.3. */
function sameAddress(htu: unknown, url: string): boolean {
  return typeof htu === "string" && URL.canParse(htu) && withoutQuery(htu) === withoutQuery(url);
}

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function isRecent(iat: unknown, now: number): boolean {
  return typeof iat === "number" && iat >= now - PROOF_LIFETIME && iat <= now + AHEAD;
}

/** `ath`: the SHA-256 of the token (RFC 9449 §4.2). */
async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(digest));
}
