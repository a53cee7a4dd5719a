import { revokeGrant } from "../../authorization-server/grant-records.ts";
import { isOpenId } from "../../authorization-server/openid/scopes.ts";
import type { GrantServer } from "../../authorization-server/ports.ts";
import type { SignIn } from "../../authorization-server/records.ts";
import { tokenGrant } from "../../authorization-server/token-grant.ts";
import { issueTokens } from "../../authorization-server/tokens.ts";
import { randomToken } from "../../oauth/random.ts";
import { authorizeChecks, type RedeemFacts, redeemChecks } from "./server/checks.ts";

/** The authorization code grant's server half (RFC 6749 §4.1, RFC 7636). */
export const authorizationCodeServer: GrantServer = {
  id: "authorization-code",
  responseTypes: {
    code: {
      grantType: "authorization_code",
      mode: "query",
      keeps: ["code_challenge", "code_challenge_method", "nonce", "resource"],
      checks: authorizeChecks,
      async answer({ request, grantId, authTime }, server) {
        const code = randomToken();
        const { clientId, redirectUri, redirectUriSent, scope, kept } = request;
        const { code_challenge: value, code_challenge_method: method = "plain", resource } = kept;
        await server.store.put("code", code, {
          grantId,
          clientId,
          redirectUri,
          redirectUriSent,
          scope,
          ...(resource === undefined ? {} : { resource }),
          ...(value === undefined ? {} : { challenge: { value, method } }),
          ...(isOpenId(scope) ? { signIn: signInOf(kept["nonce"], authTime) } : {}),
          expiresAt: server.now() + server.policy.codeLifetime,
        });
        return { code };
      },
    },
  },
  metadata: () => ({ code_challenge_methods_supported: ["S256"] }),
  grantTypes: {
    authorization_code: tokenGrant<RedeemFacts>({
      async gather(request, server) {
        const code = request.parameters.get("code");
        const entry = code === undefined ? undefined : await server.store.get("code", code);
        const record = entry?.value;
        const grant =
          record === undefined ? undefined : await server.store.get("grant", record.grantId);
        return { ...request, server, code, record, spentAt: entry?.spentAt, grant: grant?.value };
      },
      checks: redeemChecks,
      issue: ({ server, parameters, client, code = "", record, grant, jkt }) =>
        issueTokens(server, {
          client,
          from: { kind: "code", id: code },
          jkt,
          grantId: record?.grantId ?? "",
          subject: grant?.subject ?? "",
          scope: record?.scope ?? "",
          resource: parameters.get("resource") ?? record?.resource,
          refreshResource: record?.resource,
          signIn: record?.signIn,
        }),
      async refused(refusal, server) {
        if (refusal.reason === "spent") await revokeGrant(server, refusal.grantId, "code replayed");
      },
    }),
  },
};

/** What the ID token will say of the sign-in (OpenID Connect Core §2). */
function signInOf(nonce: string | undefined, authTime: number | undefined): SignIn {
  return {
    ...(nonce === undefined ? {} : { nonce }),
    ...(authTime === undefined ? {} : { authTime }),
  };
}
