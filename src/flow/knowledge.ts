import * as v from "valibot";
import { headerOf, type WireResponse } from "../oauth/wire.ts";
import { type Flow, stepOf } from "./define-flow.ts";
import { says } from "./readings.ts";
import { sightingsOf } from "./sightings.ts";
import type { Taken } from "./walk.ts";

/** How a place came to know a value. */
export interface Learned {
  /** Position of the message it first stood in; absent when it was known before the first. */
  readonly position?: number;
}

/** For every tracked value, in the flow's order, the places that know it. Keyed by value name, then by place id. */
export type Knowledge = ReadonlyMap<string, ReadonlyMap<string, Learned>>;

/**
 * Who knows what after the first `count` messages (all of them unless told): a place knows a value when the value's
 * own characters, however encoded, stood in something that could be read there. What was changed on the way is
 * another value.
 */
export function knowledge(
  flow: Flow,
  taken: readonly Taken[],
  count: number = taken.length,
): Knowledge {
  const strings = stringsOf(flow, taken, tracked(flow));
  const known = new Map<string, Map<string, Learned>>(
    tracked(flow).map((name) => {
      const places = flow.values[name]?.knownTo ?? [];
      return [name, new Map(places.map((place): [string, Learned] => [place, {}]))];
    }),
  );
  for (const [position, message] of taken.slice(0, count).entries()) {
    for (const { place, text } of sightingsOf(flow, message)) {
      const heard = (name: string) => [...(strings.get(name) ?? [])].some((one) => says(text, one));
      const news = [...known].filter(([name, places]) => !places.has(place) && heard(name));
      for (const [, places] of news) places.set(place, { position });
    }
  }
  return known;
}

function tracked(flow: Flow): readonly string[] {
  return Object.keys(flow.values).filter((name) => flow.values[name]?.tracked === true);
}

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
  const sources = [flow.given, ...taken.flatMap((message) => valuesOf(flow, message))];
  for (const source of sources) {
    for (const [name, value] of Object.entries(source)) {
      if (typeof value === "string" && value !== "") strings.get(name)?.add(value);
    }
  }
  return strings;
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
  try {
    const body: unknown = JSON.parse(response.body);
    return v.is(JsonObject, body) ? body : {};
  } catch {
    return {};
  }
}
