import type { Taken } from "../../flow/walk.ts";
import type { WireResponse } from "../../oauth/wire.ts";
import { headerOf } from "../../oauth/wire.ts";
import { beforeQuery, urlParameters } from "./request-parameters.ts";
import { type ShellVariable, variableName } from "./shell.ts";

/** Public origins and the origins that answer for them in a shell; a site without one cannot be asked there. */
export type CurlHosts = Readonly<Record<string, string>>;

/** A value a server gave, and how a shell reads it out of what an earlier command kept. */
export interface GivenValue extends ShellVariable {
  /** The variable that holds the earlier answer. */
  readonly from: string;
  readonly kind: "url" | "json";
  /** Its name in that answer. */
  readonly member: string;
  /** Whether an earlier command has read it already. */
  readonly read: boolean;
}

/** What the shell knows after the commands of the messages so far. */
export interface CurlState {
  /** The public URL each browser was told to go to, by the variable it stands in: `NEXT` for the user's own. */
  readonly next: Readonly<Record<string, string>>;
  readonly given: readonly GivenValue[];
}

/** The state of the shell after the commands of these messages. `own`: values the client made itself. */
export function curlStateAfter(
  taken: readonly Taken[],
  hosts: CurlHosts,
  own: readonly string[],
): CurlState {
  return taken.reduce<CurlState>((state, { entry }) => afterEntry(state, entry, hosts, own), {
    next: {},
    given: [],
  });
}

/** The variable in which stands where a browser was told to go. */
export function nextVariable(profile: string | undefined): string {
  return ofBrowser(profile, "next");
}

/** A name of the shell's, told apart by the browser; the user's own has the plain one. */
function ofBrowser(profile: string | undefined, name: string): string {
  return variableName(profile === undefined ? name : `${profile}_${name}`);
}

function afterEntry(
  before: CurlState,
  { kind, request, response, profile }: Taken["entry"],
  hosts: CurlHosts,
  own: readonly string[],
): CurlState {
  if (request === undefined || response === undefined || kind === "respond") return before;
  if (hosts[originOf(request.url)] === undefined) return before;
  const sent = JSON.stringify([request.url, request.headers, request.body ?? ""]);
  const state = {
    ...before,
    given: before.given.map((value) => ({
      ...value,
      read: value.read || sent.includes(value.value),
    })),
  };
  if (kind === "exchange") {
    if (request.method !== "POST") return state;
    return withGiven(state, jsonValues(response, responseVariable(request.url)), own);
  }
  const location = headerOf(response, "Location");
  if (location === undefined) return state;
  const next = new URL(location, request.url).href;
  return withGiven(
    { ...state, next: { ...state.next, [nextVariable(profile)]: next } },
    hosts[originOf(next)] === undefined ? urlValues(next, profile) : [],
    own,
  );
}

function withGiven(
  state: CurlState,
  found: readonly GivenValue[],
  own: readonly string[],
): CurlState {
  const fresh = found.filter((one) => isHandle(one) && !own.includes(one.value));
  const names = fresh.map(({ name }) => name);
  return {
    ...state,
    given: [...state.given.filter(({ name }) => !names.includes(name)), ...fresh],
  };
}

function urlValues(url: string, profile: string | undefined): readonly GivenValue[] {
  return urlParameters(url).map(({ name, value }) => ({
    name: ofBrowser(profile, name),
    value,
    from: nextVariable(profile),
    kind: "url",
    member: name,
    read: false,
  }));
}

function jsonValues(response: WireResponse, from: string): readonly GivenValue[] {
  return Object.entries(jsonObject(response.body)).flatMap(([member, value]) =>
    typeof value === "string"
      ? [{ name: variableName(member), value, from, kind: "json" as const, member, read: false }]
      : [],
  );
}

function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Whether a value is a handle a server made, not a word of the protocol. One that people have to type is short. */
function isHandle({ member, value }: GivenValue): boolean {
  return member === "user_code" || /^[A-Za-z0-9._~+/=-]{16,}$/.test(value);
}

/** The variable that keeps an endpoint's answer: `TOKEN_RESPONSE` for `/token`. */
export function responseVariable(url: string): string {
  const path = beforeQuery(url).replace(/\/+$/, "").split("/").at(-1) ?? "";
  return `${variableName(path)}_RESPONSE`;
}

export function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : "";
}
