import type { Answer } from "../../flow/define-flow.ts";
import { jsonObject } from "../../oauth/json.ts";
import { headerOf } from "../../oauth/wire.ts";

/** Those members of a JSON answer that are strings. */
export function stringsOf<Name extends string>(
  answer: Answer,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const json = jsonObject(answer.response?.body ?? "") ?? {};
  return pick(names, (name) => {
    const value = json[name];
    return typeof value === "string" ? value : undefined;
  });
}

/** Those members of a JSON answer that are numbers, as text. */
export function numbersOf<Name extends string>(
  answer: Answer,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const json = jsonObject(answer.response?.body ?? "") ?? {};
  return pick(names, (name) => {
    const value = json[name];
    return typeof value === "number" ? `${value}` : undefined;
  });
}

/** The names that have a value, with it. */
export function pick<Name extends string>(
  names: readonly Name[],
  valueOf: (name: Name) => string | undefined,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = valueOf(name);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/**
 * Reads the answer of a token endpoint (RFC 6749 §5): `ok`, an error code among `errors`, `refused` for any
 * other refusal, and nothing a step names when it is neither.
 */
export function tokenAnswer(errors: readonly string[]): (answer: Answer) => string {
  return (answer) => {
    const status = answer.response?.status ?? 0;
    const { access_token, error } = stringsOf(answer, ["access_token", "error"]);
    if (status === 200 && access_token !== undefined) return "ok";
    if (status < 400 || status > 499) return "";
    return error !== undefined && errors.includes(error) ? error : "refused";
  };
}

/** Reads the answer of a protected resource (RFC 6750 §3): `ok`, its error code, or `refused`. */
export function resourceAnswer(answer: Answer): string {
  const status = answer.response?.status ?? 0;
  if (status === 200 || status === 201) return "ok";
  if (status < 400 || status > 499) return "";
  const challenge =
    answer.response === undefined ? "" : (headerOf(answer.response, "WWW-Authenticate") ?? "");
  const error = /error="([^"]*)"/.exec(challenge)?.[1];
  return error === "invalid_token" || error === "insufficient_scope" ? error : "refused";
}

/** Where a redirect leads; nothing when the answer is none. */
export function redirectOf(answer: Answer): URL | undefined {
  const location =
    answer.response === undefined ? undefined : headerOf(answer.response, "Location");
  return location === undefined ? undefined : new URL(location, answer.request.url);
}
