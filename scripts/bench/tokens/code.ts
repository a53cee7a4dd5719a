/** What every server of the comparison is set up with: one public client, one user, one verifier for all codes; and a client that asks for itself. */
export const CLIENT_ID = "print-page";
export const REDIRECT_URI = "https://print.example/callback";
export const SCOPE = "photos.read";
export const SUBJECT = "alice";
export const API = "https://api.example";

/** RFC 7636 Appendix B. */
export const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
export const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

/** Seconds; no code may expire before it is its turn. */
export const CODE_LIFETIME = 600;
export const ACCESS_TOKEN_LIFETIME = 900;

/** A server under measurement. */
export interface TokenServer {
  /** Where it takes token requests. */
  readonly tokenEndpoint: string;
  /** Puts codes into the server's own store, as if the user had allowed each of them just now. */
  mint(count: number): Promise<string[]>;
}

/** The body of the token request for a code (RFC 6749 §4.1.3, RFC 7636 §4.5). */
export function tokenRequestBody(code: string): string {
  return new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: REDIRECT_URI,
    client_id: CLIENT_ID,
    code_verifier: VERIFIER,
  }).toString();
}

/** The client that asks for itself, with its secret in the body. */
export const OWN_CLIENT_ID = "print-nightly-post";
export const OWN_SECRET = "print-nightly-secret-8Hc1";
export const OWN_SCOPE = "jobs.read";

/** The body of its token request (RFC 6749 §4.4.2, §2.3.1). */
export function ownTokenRequestBody(): string {
  return new URLSearchParams({
    grant_type: "client_credentials",
    scope: OWN_SCOPE,
    client_id: OWN_CLIENT_ID,
    client_secret: OWN_SECRET,
  }).toString();
}
