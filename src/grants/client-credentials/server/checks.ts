import { scopeAllowed } from "../../../authorization-server/checks/scope.ts";
import type {
  ServerContext,
  TokenRefusal,
  TokenRequest,
} from "../../../authorization-server/ports.ts";
import type { Check } from "../../../oauth/checks.ts";

interface Facts extends TokenRequest {
  readonly server: ServerContext;
}

/** What a request of a client for itself has to pass. */
export const clientCredentialsChecks: readonly Check<Facts, TokenRefusal>[] = [
  {
    id: "token.client-confidential",
    title: "The client has proved who it is",
    spec: "RFC 6749 §4.4",
    why: "Its credentials are all that this grant rests on. A public client has none: it only says a name, which anyone can say.",
    refuse: ({ client }) =>
      client.authMethod === "none" ? { reason: "grant_type_not_allowed" } : undefined,
  },
  scopeAllowed("clientScopes"),
];
