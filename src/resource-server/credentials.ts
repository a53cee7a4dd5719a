/** What a request says about its access token. */
export interface Credentials {
  /** The token of `Authorization: Bearer`; the only place this API takes one from. */
  readonly token?: string;
  /** `Authorization: Bearer` with something after it that is no token. */
  readonly malformed: boolean;
  /** Other places the request carries an `access_token` in; such a token is never used. */
  readonly elsewhere: readonly ("query" | "body")[];
}

/** RFC 6750 §2.1: `b64token`. */
const B64TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;
const BEARER = /^bearer(?: +(.*))?$/i;

/** Reads where a request carries an access token (RFC 6750 §2); `body` is its text when it is a form. */
export function readCredentials(request: Request, body: string | undefined): Credentials {
  const elsewhere: ("query" | "body")[] = [];
  if (hasToken(new URL(request.url).search)) elsewhere.push("query");
  if (body !== undefined && hasToken(body)) elsewhere.push("body");
  const bearer = BEARER.exec(request.headers.get("Authorization")?.trim() ?? "");
  if (!bearer) return { malformed: false, elsewhere };
  const token = bearer[1];
  if (token === undefined || !B64TOKEN.test(token)) return { malformed: true, elsewhere };
  return { token, malformed: false, elsewhere };
}

function hasToken(form: string): boolean {
  return new URLSearchParams(form).has("access_token");
}
