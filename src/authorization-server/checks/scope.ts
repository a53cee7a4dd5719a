import type { Check } from "../../oauth/checks.ts";
import type { ServerContext, TokenRefusal, TokenRequest } from "../ports.ts";

interface ScopeFacts extends TokenRequest {
  readonly server: ServerContext;
}

/** The scope of a token request that no user was asked about first is one the client may ask for. */
export function scopeAllowed<Facts extends ScopeFacts>(
  of: keyof Pick<ServerContext["resource"], "scopes" | "clientScopes">,
): Check<Facts, TokenRefusal> {
  return {
    id: "token.scope-allowed",
    title: "The scope is one the client may ask for",
    spec: "RFC 6749 §3.3",
    why: "No user is shown what is asked for, so what the operator registered is all that limits it.",
    refuse: (facts) =>
      scopeAsked(facts, of) === undefined ? { reason: "scope_not_allowed" } : undefined,
  };
}

/** The scope asked for, or all the client may ask for when none is (RFC 6749 §3.3); nothing when it exceeds that. */
export function scopeAsked(
  { parameters, client, server }: ScopeFacts,
  of: keyof Pick<ServerContext["resource"], "scopes" | "clientScopes">,
): string | undefined {
  const there = server.resource[of] ?? [];
  const allowed = client.scope.split(" ").filter((scope) => there.includes(scope));
  const asked = parameters.get("scope")?.split(" ") ?? allowed;
  const held = asked.length > 0 && asked.every((scope) => allowed.includes(scope));
  return held ? [...new Set(asked)].join(" ") : undefined;
}
