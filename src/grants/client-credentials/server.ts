import type { GrantServer, ServerContext, TokenRequest } from "../../authorization-server/ports.ts";
import { scopeAsked } from "../../authorization-server/checks/scope.ts";
import { tokenGrant } from "../../authorization-server/token-grant.ts";
import { issueAccessToken } from "../../authorization-server/tokens.ts";
import { clientCredentialsChecks } from "./server/checks.ts";

interface Facts extends TokenRequest {
  readonly server: ServerContext;
}

/** The client credentials grant's server half (RFC 6749 §4.4): a token for the client itself, and no refresh token (§4.4.3). */
export const clientCredentialsServer: GrantServer = {
  id: "client-credentials",
  grantTypes: {
    client_credentials: tokenGrant<Facts>({
      gather: async (request, server) => ({ ...request, server }),
      checks: clientCredentialsChecks,
      async issue(facts) {
        const { server, client, jkt } = facts;
        const { clientId } = client;
        // Nobody allows anything anew: all tokens a client got for itself are of one family.
        const grantId = `own ${clientId}`;
        // RFC 9068 §2.2: where no user is involved, the subject is the client.
        const issue = {
          clientId,
          subject: clientId,
          scope: scopeAsked(facts, "clientScopes") ?? "",
        };
        await server.store.insert("grant", grantId, { ...issue, scope: client.scope });
        return issueAccessToken(server, { ...issue, grantId, jkt });
      },
    }),
  },
};
