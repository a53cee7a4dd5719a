/** Header names and values in the order they were sent; a name may repeat. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** An HTTP request as data: what is shown is what is sent. `body` is text; absent means none. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body?: string;
}

/** An HTTP response as data, with the headers `fetch` would hide (`Location`, `Set-Cookie`). */
export interface WireResponse {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
}

/** The content type of a form. */
export const FORM = "application/x-www-form-urlencoded";

/** The first header of that name, compared without regard to case. */
export function headerOf(message: { headers: HeaderList }, name: string): string | undefined {
  return message.headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** A form POST, as every request to the token endpoint is (RFC 6749 §4.1.3, Appendix B). */
export function formRequest(
  url: string,
  fields: Readonly<Record<string, string>>,
  headers: HeaderList = [],
): WireRequest {
  return {
    method: "POST",
    url,
    headers: [...headers, ["Content-Type", FORM]],
    body: new URLSearchParams(fields).toString(),
  };
}

/** The URL with these query parameters added to those it has (RFC 6749 §3.1). */
export function withQuery(url: string, parameters: Readonly<Record<string, string>>): string {
  const target = new URL(url);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.append(name, value);
  return target.href;
}

/**
 * A `Request` that keeps every header. Browsers drop `Cookie`, `Origin` and `Referer` from a
 * synthetic `Request`; a `Headers` object of its own has no such guard.
 */
export function toRequest(wire: WireRequest): Request {
  const request = new Request(wire.url, { method: wire.method, body: wire.body ?? null });
  return withHeaders(request, new Headers(wire.headers.map(([name, value]) => [name, value])));
}

/** The whole response as data; reads the body. */
export async function fromResponse(response: Response): Promise<WireResponse> {
  return {
    status: response.status,
    headers: [...response.headers.entries()],
    body: await response.text(),
  };
}

/** The response with one more cookie, which a browser would drop from a synthetic `Response`. */
export function withCookie(response: Response, cookie: string): Response {
  const headers = new Headers(response.headers);
  headers.append("Set-Cookie", cookie);
  return withHeaders(response, headers);
}

function withHeaders<Message extends Request | Response>(
  message: Message,
  headers: Headers,
): Message {
  return Object.defineProperty(message, "headers", { value: headers });
}
