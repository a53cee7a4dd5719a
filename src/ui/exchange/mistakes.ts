import { base64url } from "jose";
import { addRow, type Draft, type DraftRow, isRowEdited, removeRow, setValue } from "./draft.ts";
import { decodeJwt } from "./jwt.ts";
import type { ParameterPlace } from "./request-parameters.ts";

/** A change of a message that teaches something when it is sent: a mistake people make, or what an attacker tries. */
export interface Mistake {
  readonly id: string;
  /** What the message will do wrong, in the imperative. */
  readonly title: string;
  apply(draft: Draft): Draft;
}

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly place: ParameterPlace;
  readonly name: string;
  /** Where it says anything only of some values. */
  applies?(value: string, draft: Draft): boolean;
  /** The value instead; the parameter is left out where it gives none. */
  change(value: string): string | undefined;
}

const leftOut = () => undefined;

/** Another value of the same form: its last character is another one. */
const another = (value: string) => value.slice(0, -1) + (value.endsWith("A") ? "B" : "A");

const elsewhere = () => "https://evil.example/callback";

const onAuthorize: readonly Rule[] = [
  {
    id: "redirect-elsewhere",
    title: "Have the answer sent to evil.example",
    place: "query",
    name: "redirect_uri",
    change: elsewhere,
  },
  {
    id: "unknown-client",
    title: "Name a client that nobody registered",
    place: "query",
    name: "client_id",
    change: (value) => `${value}-2`,
  },
  {
    id: "other-response-type",
    title: "Ask for the other kind of answer",
    place: "query",
    name: "response_type",
    change: (value) => (value === "token" ? "code" : "token"),
  },
  {
    id: "no-challenge",
    title: "Leave the challenge out",
    place: "query",
    name: "code_challenge",
    change: leftOut,
  },
  {
    id: "plain-challenge",
    title: "Send the challenge as plain",
    place: "query",
    name: "code_challenge_method",
    change: () => "plain",
  },
  {
    id: "scope-unknown",
    title: "Ask for a scope the client is not registered for",
    place: "query",
    name: "scope",
    change: (value) => `${value} photos.delete`,
  },
  {
    id: "other-nonce",
    title: "Send another nonce",
    place: "query",
    name: "nonce",
    change: another,
  },
];

const onCallback: readonly Rule[] = [
  {
    id: "other-state",
    title: "Bring another state",
    place: "query",
    name: "state",
    applies: (_, draft) => !has(draft, "query", "response_type"),
    change: another,
  },
  {
    id: "other-issuer",
    title: "Bring the answer of another server",
    place: "query",
    name: "iss",
    change: () => "https://evil.example",
  },
];

const onLogin: readonly Rule[] = [
  {
    id: "wrong-password",
    title: "Type a wrong password",
    place: "form",
    name: "password",
    applies: (_, draft) => !has(draft, "form", "grant_type"),
    change: another,
  },
];

const onDevicePage: readonly Rule[] = [
  {
    id: "other-user-code",
    title: "Enter a code that no device shows",
    place: "form",
    name: "user_code",
    applies: (_, draft) => !has(draft, "form", "decision"),
    change: another,
  },
];

const toTheBackend: readonly Rule[] = [
  {
    id: "no-own-header",
    title: "Leave out the header that only Print’s own script sends",
    place: "header",
    name: "Print-Request",
    change: leftOut,
  },
];

const onToken: readonly Rule[] = [
  {
    id: "other-verifier",
    title: "Send another verifier",
    place: "form",
    name: "code_verifier",
    change: another,
  },
  {
    id: "no-verifier",
    title: "Leave the verifier out",
    place: "form",
    name: "code_verifier",
    change: leftOut,
  },
  {
    id: "other-code",
    title: "Make a code up",
    place: "form",
    name: "code",
    change: another,
  },
  {
    id: "other-redirect",
    title: "Name another redirect URI",
    place: "form",
    name: "redirect_uri",
    change: elsewhere,
  },
  {
    id: "guess-secret",
    title: "Guess the client’s secret",
    place: "form",
    name: "client_secret",
    change: () => "print-2024",
  },
  {
    id: "no-secret",
    title: "Leave the client’s secret out",
    place: "form",
    name: "client_secret",
    change: leftOut,
  },
  {
    id: "guess-basic-secret",
    title: "Guess the client’s secret",
    place: "header",
    name: "Authorization",
    applies: isBasic,
    change: (value) => withSecret(value, "print-2024"),
  },
  {
    id: "other-refresh-token",
    title: "Make a refresh token up",
    place: "form",
    name: "refresh_token",
    change: another,
  },
  {
    id: "other-device-code",
    title: "Make a device code up",
    place: "form",
    name: "device_code",
    change: another,
  },
  {
    id: "broken-assertion",
    title: "Change the assertion after it was signed",
    place: "form",
    name: "client_assertion",
    change: withOtherClaims,
  },
  {
    id: "other-password",
    title: "Send a wrong password",
    place: "form",
    name: "password",
    applies: (_, draft) => has(draft, "form", "grant_type"),
    change: another,
  },
  {
    id: "wider-scope",
    title: "Ask for more than was allowed",
    place: "form",
    name: "scope",
    change: (value) => `${value} photos.delete`,
  },
];

const atTheApi: readonly Rule[] = [
  {
    id: "forged-token",
    title: "Change what the token says",
    place: "header",
    name: "Authorization",
    applies: (value) => decodeJwt(bearer(value) ?? "") !== undefined,
    change: (value) => `Bearer ${withOtherClaims(bearer(value) ?? "")}`,
  },
  {
    id: "unsigned-token",
    title: "Say that nobody signed the token",
    place: "header",
    name: "Authorization",
    applies: (value) => decodeJwt(bearer(value) ?? "") !== undefined,
    change: (value) => `Bearer ${unsigned(bearer(value) ?? "")}`,
  },
  {
    id: "no-token",
    title: "Leave the token out",
    place: "header",
    name: "Authorization",
    applies: (value) => bearer(value) !== undefined,
    change: leftOut,
  },
];

const rules: readonly Rule[] = [
  ...onAuthorize,
  ...onCallback,
  ...onLogin,
  ...onDevicePage,
  ...toTheBackend,
  ...onToken,
  ...atTheApi,
];

/** The most instructive mistakes that can be made with this message, those first that people make. */
export function mistakesIn(draft: Draft): readonly Mistake[] {
  const made = rules.flatMap((rule): Mistake[] => {
    const row = draft.rows.find((one) => fits(rule, one, draft));
    if (row === undefined) return [];
    return [{ id: rule.id, title: rule.title, apply: (now) => withChange(now, row.key, rule) }];
  });
  return [...made, ...(has(draft, "form", "grant_type") ? [repeated(draft)] : [])];
}

/** RFC 6749 §3.2: a parameter may stand in a request once. */
function repeated(draft: Draft): Mistake {
  const value = draft.rows.find(({ name }) => name === "grant_type")?.value ?? "";
  return {
    id: "repeated",
    title: "Send a parameter twice",
    apply: (now) => addRow(now, "form", "grant_type", value),
  };
}

function fits({ place, name, applies }: Rule, row: DraftRow, draft: Draft): boolean {
  if (row.place !== place || row.name.toLowerCase() !== name.toLowerCase()) return false;
  if (row.promised === undefined || isRowEdited(row)) return false;
  return applies?.(row.value, draft) ?? true;
}

function withChange(draft: Draft, key: string, { change }: Rule): Draft {
  const value = draft.rows.find((row) => row.key === key)?.value ?? "";
  const instead = change(value);
  return instead === undefined ? removeRow(draft, key) : setValue(draft, key, instead);
}

function has({ rows }: Draft, place: ParameterPlace, name: string): boolean {
  return rows.some((row) => row.place === place && row.name === name);
}

function isBasic(value: string): boolean {
  return /^basic /i.test(value);
}

function bearer(value: string): string | undefined {
  return /^bearer (.+)$/i.exec(value)?.[1];
}

/** RFC 7617 §2, with the name kept. */
function withSecret(value: string, secret: string): string {
  const [id = ""] = atob(value.slice("basic ".length)).split(":");
  return `Basic ${btoa(`${id}:${secret}`)}`;
}

/** The JWT with another subject and the old signature (RFC 7519 §7.2). */
function withOtherClaims(jwt: string): string {
  const [header = "", payload = "", signature = ""] = jwt.split(".");
  const claims: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(payload)));
  const forged = JSON.stringify({ ...Object(claims), sub: "mallory" });
  return [header, base64url.encode(forged), signature].join(".");
}

/** The JWT with no signature, and a header that says so (RFC 7515 §3, RFC 7518 §3.6). */
function unsigned(jwt: string): string {
  const [, payload = ""] = jwt.split(".");
  const header = { ...decodeJwt(jwt)?.header, alg: "none" };
  return [base64url.encode(JSON.stringify(header)), payload, ""].join(".");
}
