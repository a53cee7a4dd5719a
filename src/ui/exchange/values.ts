import type { Flow, ValueFacts } from "../../flow/define-flow.ts";
import { stepOf } from "../../flow/define-flow.ts";
import type { Taken, Walk } from "../../flow/walk.ts";
import { firstMessage } from "./first-message.ts";

/** A value of the walk that a piece of text is. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly facts: ValueFacts;
}

/** A piece of a text: plain, or a value of the walk. */
export interface Segment {
  readonly text: string;
  readonly named?: NamedValue;
}

/** The value of the walk this string is; when several are equal, the one of the preferred name. */
export function valueNamed(
  flow: Flow,
  walk: Walk,
  text: string,
  preferred?: string,
): NamedValue | undefined {
  const all = namedValues(flow, walk).filter(({ value }) => value === text);
  return all.find(({ name }) => name === preferred) ?? all[0];
}

/** Every value the walk knows, those with the longest strings first. */
export function namedValues(flow: Flow, walk: Walk): readonly NamedValue[] {
  return Object.entries(walk.values)
    .flatMap(([name, value]) => {
      const facts = flow.values[name];
      return value === undefined || value === "" || facts === undefined
        ? []
        : [{ name, value, facts }];
    })
    .toSorted((a, b) => b.value.length - a.value.length);
}

/** Cuts a text where values of the walk stand in it, as they are or percent-encoded; only whole words count. */
export function segmentsOf(text: string, values: readonly NamedValue[]): readonly Segment[] {
  const forms = values
    .filter(({ value }) => /^[^\s"<>{}]+$/.test(value))
    .flatMap((named) => spellings(named.value).map((spelling) => ({ spelling, named })));
  if (forms.length === 0) return text === "" ? [] : [{ text }];
  const longest = forms.toSorted((a, b) => b.spelling.length - a.spelling.length);
  const pattern = new RegExp(
    `(?<![A-Za-z0-9_-])(?:${longest.map(({ spelling }) => escaped(spelling)).join("|")})(?![A-Za-z0-9_-])`,
    "g",
  );
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) segments.push({ text: text.slice(end, match.index) });
    const named = longest.find(({ spelling }) => spelling === match[0])?.named;
    segments.push(named === undefined ? { text: match[0] } : { text: match[0], named });
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ text: text.slice(end) });
  return segments;
}

function spellings(value: string): readonly string[] {
  const form = new URLSearchParams([["", value]]).toString().slice(1);
  return [...new Set([value, encodeURIComponent(value), form])];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Where a string in the next message came from, in words; nothing when no message gave it. */
export function originOf(flow: Flow, walk: Walk, text: string, before: number): string | undefined {
  const made = firstMaking(flow, walk.taken, text, before);
  const came = firstGiving(flow, walk.taken, text, before);
  // What a party notes of an earlier message it has not made.
  if (made >= 0 && (came < 0 || made < came)) return `Made in message ${made + 1}`;
  if (Object.values(flow.given).includes(text)) return "Known before the walk began";
  if (came >= 0) return `From message ${came + 1}`;
  return undefined;
}

const firstMaking = firstMessage((_, { entry }, text) =>
  Object.values(entry.local?.values ?? {}).includes(text),
);

const firstGiving = firstMessage(gave);

function gave(flow: Flow, taken: Taken, text: string): boolean {
  const { request, response } = taken.entry;
  const read = stepOf(flow, taken.step).outcomes[taken.outcome]?.read;
  if (request !== undefined && read !== undefined) {
    const values = read(response === undefined ? { request } : { request, response });
    const tracked = Object.entries(values).filter(([name]) => flow.values[name]?.tracked === true);
    if (tracked.some(([, value]) => value === text)) return true;
  }
  return isHandle(text) && response !== undefined && mentions(response, text);
}

/** Whether a string is something a server made up, not a word, a code or a media type that may stand anywhere. */
function isHandle(text: string): boolean {
  return /^[A-Za-z0-9_-]{20,}$/.test(text) && !/^[a-z_-]+$/.test(text);
}

function mentions(
  response: { headers: readonly (readonly [string, string])[]; body: string },
  text: string,
): boolean {
  const spelled = spellings(text);
  const all = [response.body, ...response.headers.map(([, value]) => value)];
  return all.some((part) => spelled.some((spelling) => part.includes(spelling)));
}

/** A long text cut in its middle. */
export function shortened(text: string, longest = 28): string {
  if (text.length <= longest) return text;
  const head = Math.ceil((longest - 1) * 0.65);
  return `${text.slice(0, head)}…${text.slice(text.length - (longest - 1 - head))}`;
}
