import type { WireRequest } from "../../oauth/wire.ts";
import { FORM, headerOf } from "../../oauth/wire.ts";

/** Where in a request a parameter stands. `text` is a body that is no form; it counts as one parameter. */
export type ParameterPlace = "query" | "header" | "form" | "text";

export interface Parameter {
  readonly place: ParameterPlace;
  /** Decoded; empty for a `text` body. */
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  /** As it stands in the message, name included; what is sent again when nobody changes it. */
  readonly raw: string;
}

/** Every parameter of the request in the order it is sent: query, headers, body. */
export function parametersOf(request: WireRequest): readonly Parameter[] {
  return [
    ...pairsOf(queryOf(request.url), "query"),
    ...request.headers.map(
      ([name, value]): Parameter => ({
        place: "header",
        name,
        value,
        raw: `${name}: ${value}`,
      }),
    ),
    ...bodyOf(request),
  ];
}

/** The parameters of a URL's query and fragment, decoded, in order. */
export function urlParameters(url: string): readonly Parameter[] {
  return [...pairsOf(queryOf(url), "query"), ...pairsOf(fragmentOf(url), "query")];
}

function bodyOf(request: WireRequest): readonly Parameter[] {
  if (request.body === undefined) return [];
  if (isForm(request)) return pairsOf(request.body, "form");
  return [{ place: "text", name: "", value: request.body, raw: request.body }];
}

/** Whether the body is a form (RFC 6749 Appendix B). */
export function isForm(request: WireRequest): boolean {
  return headerOf(request, "Content-Type")?.split(";")[0]?.trim().toLowerCase() === FORM;
}

function pairsOf(encoded: string, place: ParameterPlace): readonly Parameter[] {
  return encoded
    .split("&")
    .filter((raw) => raw !== "")
    .flatMap((raw) =>
      [...new URLSearchParams(raw)].map(([name, value]) => ({ place, name, value, raw })),
    );
}

/** The URL up to its query and fragment. */
export function beforeQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}

function queryOf(url: string): string {
  return /\?([^#]*)/.exec(url)?.[1] ?? "";
}

function fragmentOf(url: string): string {
  return /#(.*)$/.exec(url)?.[1] ?? "";
}
