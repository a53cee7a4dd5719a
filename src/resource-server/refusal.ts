/** Why the API turned a request away. */
export type Refusal =
  | { readonly reason: "no_token" }
  | { readonly reason: "malformed_credentials" }
  | { readonly reason: "two_methods" }
  | { readonly reason: "keys_unavailable" }
  | { readonly reason: "invalid_token"; readonly because: InvalidToken }
  | { readonly reason: "insufficient_scope"; readonly scope: string };

type InvalidToken = keyof typeof INVALID_TOKEN;

const INVALID_TOKEN = {
  not_a_jwt: "The access token is not a signed JWT",
  signature: "The signature was not made with a key of the authorization server",
  type: "The token is not an access token",
  issuer: "The token comes from another issuer",
  audience: "The token is meant for another resource server",
  not_yet_valid: "The access token is not valid yet",
  expired: "The access token expired",
  claims: "The token lacks a claim that access tokens must have",
} as const;

export const REALM = "photos";

/** The refusal as the client gets it: status, challenge and body of RFC 6750 §3 and §3.1. */
export function toResponse(refusal: Refusal): Response {
  switch (refusal.reason) {
    case "no_token":
      return challenge(401, {}, { message: "Send an access token: Authorization: Bearer <token>" });
    case "malformed_credentials":
      return refused(400, "invalid_request", "The Authorization header holds no bearer token");
    case "two_methods":
      return refused(400, "invalid_request", "The access token is sent in more than one way");
    case "keys_unavailable":
      return Response.json(
        {
          error: "temporarily_unavailable",
          error_description: "The keys of the authorization server cannot be read",
        },
        { status: 503 },
      );
    case "invalid_token":
      return refused(401, "invalid_token", INVALID_TOKEN[refusal.because]);
    case "insufficient_scope":
      return refused(403, "insufficient_scope", "The token does not allow this", refusal.scope);
  }
}

function refused(status: number, error: string, description: string, scope?: string): Response {
  const details = { error, error_description: description, ...(scope ? { scope } : {}) };
  return challenge(status, details, details);
}

/** Values must keep to RFC 6750 §3: printable ASCII but for `"` and `\`. */
function challenge(status: number, details: Record<string, string>, body: object): Response {
  const parameters = Object.entries({ realm: REALM, ...details });
  const value = parameters.map(([name, text]) => `${name}="${text}"`).join(", ");
  return Response.json(body, { status, headers: { "WWW-Authenticate": `Bearer ${value}` } });
}
