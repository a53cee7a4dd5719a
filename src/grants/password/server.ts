import type { GrantServer } from "../../authorization-server/ports.ts";
import { tokenGrant } from "../../authorization-server/token-grant.ts";
import { issueTokens } from "../../authorization-server/tokens.ts";
import { scopeAsked } from "../../authorization-server/checks/scope.ts";
import { randomToken } from "../../oauth/random.ts";
import { passwordChecks, type PasswordFacts } from "./server/checks.ts";

/**
 * The resource owner password credentials grant's server half (RFC 6749 §4.3). Off unless the operator switches it
 * on: it MUST NOT be used (RFC 9700 §2.4).
 */
export const passwordServer: GrantServer = {
  id: "password",
  offered: ({ passwordGrant }) => passwordGrant,
  grantTypes: {
    password: tokenGrant<PasswordFacts>({
      async gather(request, server) {
        const username = request.parameters.get("username");
        const person = server.people.find((one) => one.username === username);
        return { ...request, server, username, person };
      },
      checks: passwordChecks,
      async issue(facts) {
        const { server, client, person, jkt } = facts;
        const grantId = randomToken();
        const subject = person?.subject ?? "";
        const scope = scopeAsked(facts, "scopes") ?? "";
        await server.store.put("grant", grantId, { clientId: client.clientId, subject, scope });
        return issueTokens(server, { client, grantId, subject, scope, jkt });
      },
    }),
  },
};
