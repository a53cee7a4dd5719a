import type { Answer } from "../../flow/define-flow.ts";
import { ASSERTION_TYPE } from "../../oauth/client-assertion.ts";
import { formRequest, type HeaderList, type WireRequest } from "../../oauth/wire.ts";
import { API, AUTH } from "../cast.ts";
import { stringsOf, tokenAnswer } from "./classify.ts";

/** How a client authenticates at the token endpoint (RFC 6749 §2.3, RFC 7523 §2.2). */
export type ClientAuth =
  | {
      readonly method: "client_secret_post" | "client_secret_basic" | "private_key_jwt";
      readonly id: string;
    }
  | { readonly method: "none"; readonly id: string };

/** The errors of a token endpoint that walks tell apart (RFC 6749 §5.2). */
const ERRORS = ["invalid_request", "invalid_client", "invalid_grant", "unsupported_grant_type"];

/** The outcome of a token response, by status and error (RFC 6749 §5). */
export const classifyTokens = tokenAnswer(ERRORS);

/** How the token endpoint may refuse; each leaves the step waiting, so that it can be tried again. */
export const tokenRefusals = {
  invalid_grant: { label: "400 invalid_grant" },
  invalid_client: { label: "401 invalid_client" },
  invalid_request: { label: "400 invalid_request" },
  unsupported_grant_type: { label: "400 unsupported_grant_type" },
  refused: { label: "refused" },
};

/** The tokens of an answer (RFC 6749 §5.1). */
export function readTokens(answer: Answer) {
  return stringsOf(answer, ["access_token", "refresh_token"]);
}

/**
 * A request of the token endpoint, with the client authenticated the way it is registered (RFC 6749 §2.3.1, RFC 7523
 * §2.2). `secret` gives what it shows: the secret, or the assertion.
 */
export function tokenRequest(
  client: ClientAuth,
  secret: () => string,
  fields: Readonly<Record<string, string>>,
): WireRequest {
  const url = `${AUTH}/token`;
  switch (client.method) {
    case "client_secret_basic":
      return formRequest(url, fields, basic(client.id, secret()));
    case "client_secret_post":
      return formRequest(url, { ...fields, client_id: client.id, client_secret: secret() });
    case "private_key_jwt":
      return formRequest(url, {
        ...fields,
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: secret(),
      });
    case "none":
      return formRequest(url, { ...fields, client_id: client.id });
  }
}

/** A question about a token, asked by whoever has a secret (RFC 7662 §2.1). */
export function introspectionRequest(id: string, secret: string, token: string): WireRequest {
  return formRequest(`${AUTH}/introspect`, { token }, basic(id, secret));
}

/** RFC 6749 §2.3.1: both parts form-encoded, then Basic. */
function basic(id: string, secret: string): HeaderList {
  const encode = (text: string) => new URLSearchParams({ "": text }).toString().slice(1);
  const credentials = btoa(`${encode(id)}:${encode(secret)}`);
  return [["Authorization", `Basic ${credentials}`]];
}

/** The request for the photos. */
export function photosRequest(accessToken: string): WireRequest {
  return apiRequest("/photos", accessToken);
}

/** A request for something of the API's, with the token in the header (RFC 6750 §2.1). */
export function apiRequest(path: string, accessToken: string): WireRequest {
  return {
    method: "GET",
    url: `${API}${path}`,
    headers: [
      ["Authorization", `Bearer ${accessToken}`],
      ["Accept", "application/json"],
    ],
  };
}
