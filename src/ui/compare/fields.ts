import { stepOf } from "../../flow/define-flow.ts";
import type { Message } from "../../flow/messages.ts";
import { headerOf, type WireRequest, type WireResponse } from "../../oauth/wire.ts";
import { beforeQuery, parametersOf, urlParameters } from "../exchange/request-parameters.ts";
import { namedValues, segmentsOf } from "../exchange/values.ts";
import { promisedRequest, promisedResponse } from "../stepper/promised-request.ts";
import type { Walking } from "./stages.ts";

/** A named part of a message: a parameter of the request or of the answer, or something a party made. */
export interface Field {
  readonly name: string;
  readonly value: string;
  /** Whether it stands in the fragment of an address, which no request carries (RFC 9110 §4.2.5). */
  readonly fragment?: true;
}

/** What one message consists of. */
export interface Parts {
  /** `GET https://auth.example/authorize`; absent for a message that asks for nothing. */
  readonly line?: string;
  readonly sent: readonly Field[];
  readonly came: readonly Field[];
}

/** The parts of a message that was sent, or of the one that is next as it would be sent now. */
export function partsOf({ flow, walk }: Walking, { step: id, taken }: Message): Parts {
  const step = stepOf(flow, id);
  if (taken === undefined) {
    if (walk.at !== id) return { sent: [], came: [] };
    return exchanged(promisedRequest(flow, walk), promisedResponse(flow, step, walk));
  }
  const { local, request, response } = taken.entry;
  if (local !== undefined) return { sent: [], came: fieldsFrom(Object.entries(local.values)) };
  const parts = exchanged(step.kind === "respond" ? undefined : request, response);
  const kept = step.kind === "visit" ? fragmentFields(taken.entry.browser.address) : [];
  return { ...parts, sent: [...parts.sent, ...kept] };
}

function exchanged(request: WireRequest | undefined, response: WireResponse | undefined): Parts {
  const came = response === undefined ? [] : answerFields(response);
  if (request === undefined) return { sent: [], came };
  const line = `${request.method} ${beforeQuery(request.url)}`;
  return { line, sent: requestFields(request), came };
}

function requestFields(request: WireRequest): readonly Field[] {
  return parametersOf(request).map(({ name, value }) => ({
    name: name === "" ? "body" : name,
    value,
  }));
}

/** The parameters of the redirect, or the members of the JSON. */
function answerFields(response: WireResponse): readonly Field[] {
  const location = headerOf(response, "Location");
  if (location === undefined) return fieldsFrom(Object.entries(jsonOf(response.body)));
  const [query = ""] = location.split("#");
  const inQuery = urlParameters(query).map(({ name, value }) => ({ name, value }));
  return [...inQuery, ...fragmentFields(location)];
}

function fragmentFields(address: string): readonly Field[] {
  const fragment = /#.*$/.exec(address)?.[0] ?? "";
  return urlParameters(fragment).map(({ name, value }) => ({ name, value, fragment: true }));
}

function fieldsFrom(entries: readonly (readonly [string, unknown])[]): readonly Field[] {
  return entries.flatMap(([name, value]) => {
    if (typeof value === "string") return [{ name, value }];
    return typeof value === "number" ? [{ name, value: String(value) }] : [];
  });
}

function jsonOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** How a field compares with the other side's message of the same step. */
export type Difference = "only here" | "differs" | "same";

export interface MarkedField extends Field {
  /** Absent where there is nothing to compare it with yet. */
  readonly difference?: Difference;
}

/** Marks each field. What is made anew for every walk is the same when it is the same kind of thing. */
export function marked(
  own: { readonly fields: readonly Field[]; readonly walking: Walking },
  other: { readonly fields: readonly Field[]; readonly walking: Walking },
): readonly MarkedField[] {
  return own.fields.map((field) => {
    const [match] = other.fields.filter(({ name }) => sameName(name, field.name));
    if (match === undefined) return { ...field, difference: "only here" };
    const same = kindOf(own.walking, field.value) === kindOf(other.walking, match.value);
    return { ...field, difference: same ? "same" : "differs" };
  });
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The text with the walk's own values, and handles that servers made up, replaced by what they are. */
function kindOf({ flow, walk }: Walking, text: string): string {
  return segmentsOf(text, namedValues(flow, walk))
    .map((piece) =>
      piece.named === undefined ? piece.text.replace(HANDLE, "{}") : `{${piece.named.facts.title}}`,
    )
    .join("");
}

const HANDLE = /(?<![\w-])[\w-]{20,}(?:\.[\w-]+)*/g;
