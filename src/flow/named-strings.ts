import * as v from "valibot";
import { headerOf, type WireResponse } from "../oauth/wire.ts";
import { type Flow, stepOf } from "./define-flow.ts";
import type { Taken } from "./walk.ts";

/**
 * Every string that values of these names have had in this walk: given, made, read from an answer, or issued under
 * the name.
 */
export function stringsOf(
  flow: Flow,
  taken: readonly Taken[],
  names: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const strings = new Map(names.map((name) => [name, new Set<string>()]));
  const all = [...stringsIn([flow.given]), ...taken.flatMap((message) => stringsBy(flow, message))];
  for (const { name, value } of all) strings.get(name)?.add(value);
  return strings;
}

/** A string, and the name it was given, made, read or issued under. */
export interface NamedString {
  readonly name: string;
  readonly value: string;
}

/** The strings one message gave a name to. */
export function stringsBy(flow: Flow, message: Taken): readonly NamedString[] {
  return stringsIn(valuesOf(flow, message));
}

/** The texts among these values. */
export function stringsIn(
  sources: readonly Readonly<Record<string, unknown>>[],
): readonly NamedString[] {
  return sources.flatMap((source) =>
    Object.entries(source).flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [{ name, value }] : [],
    ),
  );
}

function valuesOf(flow: Flow, { step, outcome, entry }: Taken): readonly Record<string, unknown>[] {
  const { local, request, response } = entry;
  if (local !== undefined) return [local.values];
  if (request === undefined) return [];
  const read = stepOf(flow, step).outcomes[outcome]?.read;
  const gathered = read?.(response === undefined ? { request } : { request, response }) ?? {};
  // What somebody else's browser is given under the same name is another value.
  const named = response !== undefined && entry.profile === undefined ? [issued(response)] : [];
  return [{ ...gathered }, ...named];
}

const JsonObject = v.record(v.string(), v.unknown());

/** The parameters of a response, by name: a code is known to who sent it before the client has read it. */
function issued(response: WireResponse): Record<string, unknown> {
  const location = headerOf(response, "Location");
  if (location !== undefined) {
    const [query = "", fragment = ""] = location.replace(/^[^?#]*\??/u, "").split("#");
    return Object.fromEntries(new URLSearchParams([query, fragment].filter(Boolean).join("&")));
  }
  // Most bodies are pages, and an error costs more than a look.
  return response.body.trimStart().startsWith("{") ? membersOf(response.body) : {};
}

function membersOf(json: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(json);
    return v.is(JsonObject, body) ? body : {};
  } catch {
    return {};
  }
}
