import type { WireRequest, WireResponse } from "../../oauth/wire.ts";

/** The request as it goes over the wire (RFC 9112 §3). */
export function rawRequest(request: WireRequest): string {
  const { host, target } = targetOf(request.url);
  const head = [
    `${request.method} ${target} HTTP/1.1`,
    `Host: ${host}`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
  ].join("\n");
  return request.body === undefined ? head : `${head}\n\n${request.body}`;
}

/** The response as it comes over the wire (RFC 9112 §4). */
export function rawResponse(response: WireResponse): string {
  const head = [
    `HTTP/1.1 ${statusLine(response.status)}`,
    ...response.headers.map(([name, value]) => `${name}: ${value}`),
  ].join("\n");
  return response.body === "" ? head : `${head}\n\n${response.body}`;
}

/** Host and request target of a URL; a target that is no URL stands for itself. */
export function targetOf(url: string): { readonly host: string; readonly target: string } {
  const parts = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url);
  const [, host = "", rest = ""] = parts ?? [];
  if (parts === null) return { host: "", target: url };
  return { host, target: rest.startsWith("/") ? rest : `/${rest}` };
}

const phrases: Readonly<Record<number, string>> = {
  200: "OK",
  201: "Created",
  204: "No Content",
  302: "Found",
  303: "See Other",
  307: "Temporary Redirect",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Content Too Large",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** A status with its reason phrase (RFC 9110 §15). */
export function statusLine(status: number): string {
  const phrase = phrases[status];
  return phrase === undefined ? String(status) : `${status} ${phrase}`;
}
