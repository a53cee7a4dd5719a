import { isRecord } from "../oauth/json.ts";
import { formRequest, toRequest } from "../oauth/wire.ts";

/** The API's own credentials at the authorization server (RFC 7662 §2.1). */
export interface IntrospectionClient {
  readonly clientId: string;
  readonly secret: string;
}

/** What the authorization server said of a token (RFC 7662 §2.2). */
export type Introspected =
  | { readonly state: "active"; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly state: "inactive" | "unavailable" };

/** Asks about a token. Whatever is not a clear answer is none. */
export async function introspect(
  fetch: (request: Request) => Promise<Response>,
  endpoint: string,
  { clientId, secret }: IntrospectionClient,
  token: string,
): Promise<Introspected> {
  const encode = (text: string) => new URLSearchParams({ "": text }).toString().slice(1);
  const request = formRequest(endpoint, { token, token_type_hint: "access_token" }, [
    ["Authorization", `Basic ${btoa(`${encode(clientId)}:${encode(secret)}`)}`],
    ["Accept", "application/json"],
  ]);
  try {
    const response = await fetch(toRequest(request));
    const answer: unknown = response.status === 200 ? await response.json() : undefined;
    if (!isRecord(answer)) return { state: "unavailable" };
    return answer["active"] === true ? { state: "active", claims: answer } : { state: "inactive" };
  } catch {
    return { state: "unavailable" };
  }
}
