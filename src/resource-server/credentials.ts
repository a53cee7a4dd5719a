/** What a request says about its access token. */
export interface Credentials {
  /** The token of `Authorization: Bearer` or `DPoP`; the only place this API takes one from. */
  readonly token?: string;
  /** The scheme it came with (RFC 9449 §7.1). */
  readonly scheme: Scheme;
  /** One of these schemes with something after it that is no token. */
  readonly malformed: boolean;
  /** Other places the request carries an `access_token` in; such a token is never used. */
  readonly elsewhere: readonly ("query" | "body")[];
}

export type Scheme = "Bearer" | "DPoP";

/** RFC 6750 §2.1: `b64token`. */
const B64TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;
const TOKEN = /^(bearer|dpop)(?: +(.*))?$/i;

/** Reads where a request carries an access token (RFC 6750 §2); `body` is its text when it is a form. */
export function readCredentials(request: Request, body: string | undefined): Credentials {
  const elsewhere: ("query" | "body")[] = [];
  if (hasToken(new URL(request.url).search)) elsewhere.push("query");
  if (body !== undefined && hasToken(body)) elsewhere.push("body");
  const found = TOKEN.exec(request.headers.get("Authorization")?.trim() ?? "");
  if (!found) return { scheme: "Bearer", malformed: false, elsewhere };
  const [, name, token] = found;
  const scheme = name?.toLowerCase() === "dpop" ? "DPoP" : "Bearer";
  if (token === undefined || !B64TOKEN.test(token)) return { scheme, malformed: true, elsewhere };
  return { token, scheme, malformed: false, elsewhere };
}

function hasToken(form: string): boolean {
  return new URLSearchParams(form).has("access_token");
}
