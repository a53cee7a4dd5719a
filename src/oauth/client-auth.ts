import { parseJwt } from "./jwt.ts";
import type { Parameters } from "./parameters.ts";

/** How a client presented itself (RFC 6749 §2.3). */
export type Presented =
  | { readonly method: "client_secret_basic"; readonly id: string; readonly secret: string }
  | { readonly method: "client_secret_post"; readonly id: string; readonly secret: string }
  | {
      readonly method: "private_key_jwt";
      readonly id: string;
      /** Of the assertion; the one there is, is for JWTs (RFC 7523 §2.2). */
      readonly type: string | undefined;
      readonly assertion: string;
    }
  | { readonly method: "none"; readonly id: string }
  | { readonly method: "missing" }
  | { readonly method: "several" }
  | { readonly method: "unreadable" };

/** Reads the credentials of a request of a token, introspection or revocation endpoint. */
export function presentedBy(authorization: string | null, body: Parameters): Presented {
  const id = body.get("client_id");
  const secret = body.get("client_secret");
  const assertion = body.get("client_assertion");
  if (assertion !== undefined) {
    if (authorization !== null || secret !== undefined) return { method: "several" };
    return readAssertion(assertion, body);
  }
  if (authorization === null) {
    if (id === undefined) return { method: "missing" };
    return secret === undefined
      ? { method: "none", id }
      : { method: "client_secret_post", id, secret };
  }
  if (secret !== undefined) return { method: "several" };
  const basic = readBasic(authorization);
  if (basic === undefined) return { method: "unreadable" };
  return id !== undefined && id !== basic.id ? { method: "several" } : basic;
}

/** RFC 7521 §4.2: `client_id` may be left out, since the assertion names the client as its subject. */
function readAssertion(assertion: string, body: Parameters): Presented {
  const id = body.get("client_id") ?? parseJwt(assertion)?.claims["sub"];
  if (typeof id !== "string") return { method: "unreadable" };
  return { method: "private_key_jwt", id, type: body.get("client_assertion_type"), assertion };
}

function readBasic(
  authorization: string,
): Extract<Presented, { method: "client_secret_basic" }> | undefined {
  const encoded = /^basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const [id, ...rest] = atob(encoded).split(":");
    if (id === undefined || rest.length === 0) return undefined;
    return {
      method: "client_secret_basic",
      id: formDecode(id),
      secret: formDecode(rest.join(":")),
    };
  } catch {
    return undefined;
  }
}

/** RFC 6749 §2.3.1: both parts were form-encoded first. */
function formDecode(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
