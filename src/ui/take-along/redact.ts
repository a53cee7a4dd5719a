import type { Asked } from "../../flow/trace.ts";
import type { Taken } from "../../flow/walk.ts";
import type { WireRequest, WireResponse } from "../../oauth/wire.ts";
import type { Secret } from "./secrets.ts";

/** From this length on a string is nobody's word, and may be taken out of the middle of another. */
const HANDLE = 12;

/**
 * Takes secrets out of texts, however they are spelled there. In place of each stands the name it had, numbered where
 * several had the same, so that one can still see where a value goes.
 */
export function redactor(secrets: readonly Secret[]): (text: string) => string {
  const markers = markersOf(secrets);
  const rules = secrets
    .flatMap(({ value }) =>
      spellings(value).map((spelling) => ({ spelling, marker: markers.get(value) ?? "redacted" })),
    )
    .toSorted((a, b) => b.spelling.length - a.spelling.length);
  if (rules.length === 0) return (text) => text;
  const bySpelling = new Map(rules.map(({ spelling, marker }) => [spelling, marker]));
  const pattern = new RegExp(rules.map(({ spelling }) => patternOf(spelling)).join("|"), "gu");
  return (text) => text.replaceAll(pattern, (found) => bySpelling.get(found) ?? "redacted");
}

/** The message with every text in it changed. */
export function rewritten({ entry, ...rest }: Taken, change: (text: string) => string): Taken {
  const { request, response, preflight, asked } = entry;
  return {
    ...rest,
    entry: {
      ...entry,
      ...(request === undefined ? {} : { request: changedRequest(request, change) }),
      ...(response === undefined ? {} : { response: changedResponse(response, change) }),
      ...(preflight === undefined ? {} : { preflight: changedPair(preflight, change) }),
      ...(asked === undefined ? {} : { asked: asked.map((one) => changedPair(one, change)) }),
    },
  };
}

function changedPair({ request, response }: Asked, change: (text: string) => string): Asked {
  return {
    request: changedRequest(request, change),
    response: changedResponse(response, change),
  };
}

function changedRequest(request: WireRequest, change: (text: string) => string): WireRequest {
  const { url, headers, body } = request;
  return {
    ...request,
    url: change(url),
    headers: headers.map(([name, value]) => [name, change(value)]),
    ...(body === undefined ? {} : { body: change(body) }),
  };
}

function changedResponse(response: WireResponse, change: (text: string) => string): WireResponse {
  return {
    ...response,
    headers: response.headers.map(([name, value]) => [name, change(value)]),
    body: change(response.body),
  };
}

function markersOf(secrets: readonly Secret[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    secrets.map(({ name, value }) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      // Only characters that stand unencoded in addresses, forms, headers and JSON.
      const word = name.replaceAll(/[^A-Za-z0-9_]/gu, "_");
      return [value, `redacted-${word}${count === 1 ? "" : `-${count}`}`];
    }),
  );
}

/** A string as it stands in texts: as it is, and in addresses, forms, JSON and HTML. */
function spellings(value: string): readonly string[] {
  const form = new URLSearchParams([["", value]]).toString().slice(1);
  const html = value.replaceAll(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  const all = [value, encodeURIComponent(value), form, JSON.stringify(value).slice(1, -1), html];
  return [...new Set(all)];
}

function patternOf(spelling: string): string {
  const literal = spelling.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);
  return spelling.length >= HANDLE ? literal : `(?<![\\w-])${literal}(?![\\w-])`;
}
