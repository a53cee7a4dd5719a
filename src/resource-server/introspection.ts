import { isRecord } from "../oauth/json.ts";
import { formRequest, type HeaderList } from "../oauth/wire.ts";

/** The API's own credentials at the authorization server (RFC 7662 §2.1). */
export interface IntrospectionClient {
  readonly clientId: string;
  readonly secret: string;
}

/** What the authorization server said of a token (RFC 7662 §2.2); it is not asked about one that is refused anyway. */
export type Introspected =
  | { readonly state: "active"; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly state: "inactive" | "unavailable" | "not asked" };

const PATIENCE_MS = 5000;

/** Asks about a token. Whatever is not a clear answer is none. */
export async function introspect(
  fetch: (request: Request) => Promise<Response>,
  endpoint: string,
  { clientId, secret }: IntrospectionClient,
  token: string,
): Promise<Introspected> {
  const encode = (text: string) => new URLSearchParams({ "": text }).toString().slice(1);
  const { url, headers, ...question } = formRequest(
    endpoint,
    { token, token_type_hint: "access_token" },
    [
      ["Authorization", `Basic ${btoa(`${encode(clientId)}:${encode(secret)}`)}`],
      ["Accept", "application/json"],
    ],
  );
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const init = { ...question, headers: toHeaders(headers), signal, redirect: "error" } as const;
    const response = await fetch(new Request(url, init));
    const answer: unknown = response.status === 200 ? await response.json() : undefined;
    if (!isRecord(answer)) return { state: "unavailable" };
    return answer["active"] === true ? { state: "active", claims: answer } : { state: "inactive" };
  } catch {
    return { state: "unavailable" };
  }
}

function toHeaders(headers: HeaderList): Headers {
  return new Headers(headers.map(([name, value]) => [name, value]));
}
