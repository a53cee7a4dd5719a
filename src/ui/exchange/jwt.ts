/** A JSON Web Token, taken apart but not verified (RFC 7519 §3). */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Decodes a string that is a signed JWT: three base64url parts whose first two are JSON objects; else nothing. */
export function decodeJwt(text: string): DecodedJwt | undefined {
  const [header, payload, signature, ...rest] = text.split(".");
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  const head = jsonPart(header);
  const claims = jsonPart(payload);
  return head?.["alg"] === undefined || claims === undefined
    ? undefined
    : { header: head, payload: claims };
}

function jsonPart(part: string): Readonly<Record<string, unknown>> | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (char) =>
      char.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const claims: Readonly<Record<string, string>> = {
  alg: "How it is signed.",
  typ: "What it is; at+jwt marks an access token (RFC 9068 §2.1).",
  kid: "Which of the issuer's keys signed it.",
  iss: "Who issued it.",
  sub: "Whom it is about: the user who consented.",
  aud: "Whom it is for: an API must refuse a token meant for another.",
  exp: "When it stops being good.",
  iat: "When it was issued.",
  nbf: "Before this it is not good yet.",
  jti: "Its serial number.",
  scope: "What it may be used for.",
  client_id: "The client it was issued to.",
  auth_time: "When the user last signed in.",
  nonce: "The value the client sent, returned.",
  cnf: "The key its holder must prove to have.",
};

/** What a header parameter or claim says, in one line (RFC 7519 §4.1, RFC 9068 §2.2). */
export function claimLine(name: string): string | undefined {
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
}

/** The value of a claim as text; times get their date beside them. */
export function claimText(name: string, value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const isTime = ["exp", "iat", "nbf", "auth_time"].includes(name) && typeof value === "number";
  return isTime ? `${text} (${utc(value)})` : text;
}

/** Epoch seconds as date and time, UTC. */
export function utc(seconds: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return "no valid time";
  return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
