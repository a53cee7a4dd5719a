import { stringsOf } from "../../flow/named-strings.ts";
import type { Flow } from "../../flow/define-flow.ts";
import type { Taken } from "../../flow/walk.ts";
import type { HeaderList, WireRequest, WireResponse } from "../../oauth/wire.ts";
import { parametersOf, urlParameters } from "../exchange/request-parameters.ts";

/** A string that is not to leave the page unasked, and the name it had. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/** Parameters, members of JSON and headers whose value is a secret whatever the walk knows of it. */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "password",
  "client_secret",
  "code",
  "code_verifier",
  "access_token",
  "refresh_token",
  "id_token",
  "id_token_hint",
  "token",
  "assertion",
  "client_assertion",
  "subject_token",
  "actor_token",
  "device_code",
  "user_code",
  "registration_access_token",
  "interaction",
  "session",
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "dpop",
]);

const SECRET_TONES: ReadonlySet<string> = new Set(["code", "token", "secret", "proof"]);

export function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name.toLowerCase());
}

/**
 * Every secret of a walk, the longest first: the strings of values that are tracked or of a secret's tone, and what
 * its messages carry under a secret's name.
 */
export function secretsOf(flow: Flow, taken: readonly Taken[]): readonly Secret[] {
  const found = new Map<string, string>();
  for (const [name, values] of stringsOf(flow, taken, secretValues(flow))) {
    for (const value of values) if (!found.has(value)) found.set(value, name);
  }
  for (const { name, value } of taken.flatMap(carriedBy)) {
    if (value !== "" && !found.has(value)) found.set(value, name);
  }
  return [...found]
    .map(([value, name]) => ({ name, value }))
    .toSorted((a, b) => b.value.length - a.value.length);
}

function secretValues(flow: Flow): readonly string[] {
  return Object.keys(flow.values).filter(
    (name) => flow.values[name]?.tracked === true || isGrave(flow, { name }),
  );
}

/** Whether it gives access; what only ties messages together may be put in another's place. */
export function isGrave({ values }: Flow, { name }: Pick<Secret, "name">): boolean {
  const tone = values[name]?.tone;
  return tone === undefined ? isSecretName(name) : SECRET_TONES.has(tone);
}

function carriedBy({ entry }: Taken): readonly Secret[] {
  const { request, response, preflight, asked = [] } = entry;
  return [
    ...(request === undefined ? [] : inRequest(request)),
    ...(response === undefined ? [] : inResponse(response)),
    ...(preflight === undefined ? [] : inRequest(preflight.request)),
    ...asked.flatMap((one) => [...inRequest(one.request), ...inResponse(one.response)]),
  ];
}

function inRequest(request: WireRequest): readonly Secret[] {
  const sent = parametersOf(request).filter(({ place }) => place !== "header");
  return [
    ...named([...sent, ...urlParameters(request.url)]),
    ...inHeaders(request.headers),
    ...named(jsonMembers(request.body ?? "")),
  ];
}

function inResponse({ headers, body }: WireResponse): readonly Secret[] {
  return [...inHeaders(headers), ...named(jsonMembers(body))];
}

function named(pairs: readonly Secret[]): readonly Secret[] {
  return pairs
    .filter(({ name }) => isSecretName(name))
    .map(({ name, value }) => ({ name: name.toLowerCase(), value }));
}

function inHeaders(headers: HeaderList): readonly Secret[] {
  return headers.flatMap(([name, value]) => {
    switch (name.toLowerCase()) {
      case "authorization":
      case "proxy-authorization":
        return credentialsIn(value);
      case "cookie":
        return value.split(/; */u).map((pair) => cookieIn(pair));
      case "set-cookie":
        return [cookieIn(value.split(";")[0] ?? "")];
      case "dpop":
        return [{ name: "dpop", value }];
      case "location":
      case "referer":
        return named(urlParameters(value));
      default:
        return [];
    }
  });
}

/** The credentials after the scheme; of Basic ones the secret too (RFC 7617 §2). */
function credentialsIn(header: string): readonly Secret[] {
  const [scheme = "", credentials = ""] = header.split(/ +(.*)/su);
  if (credentials === "") return [{ name: "authorization", value: scheme }];
  const found = [{ name: "authorization", value: credentials }];
  if (scheme.toLowerCase() !== "basic") return found;
  const secret = /:(.*)$/su.exec(decoded(credentials))?.[1] ?? "";
  return [...found, { name: "client_secret", value: secret }];
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return "";
  }
}

function cookieIn(pair: string): Secret {
  return { name: "cookie", value: pair.slice(pair.indexOf("=") + 1).trim() };
}

/** The text members of a JSON text, at any depth; none when it is no JSON. */
export function jsonMembers(text: string): readonly Secret[] {
  try {
    const value: unknown = JSON.parse(text);
    return membersOf(value);
  } catch {
    return [];
  }
}

function membersOf(value: unknown): readonly Secret[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) =>
    typeof member === "string" ? [{ name, value: member }] : membersOf(member),
  );
}
