import type { TestServer } from "../testing.ts";

/** What a judge hands to a custom `fetch`. */
export interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A custom `fetch` that goes straight to a server, without a network; judges send forms and JSON as text. */
export function reach(server: TestServer) {
  return (url: string, { method, headers, body }: Sent): Promise<Response> => {
    const isText = typeof body === "string" || body instanceof URLSearchParams;
    const text = isText ? String(body) : null;
    return server.fetch(new Request(url, { method, headers, body: text }));
  };
}
