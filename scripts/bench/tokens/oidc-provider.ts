import { exportJWK, generateKeyPair } from "jose";
import { Provider } from "oidc-provider";
import * as code from "./code.ts";
import { listen } from "./listen.ts";
import { MapAdapter } from "./map-adapter.ts";

/** `oidc-provider`, set up to answer the same: an ES256 `at+jwt` for the API and a refresh token. */
export async function start(): Promise<code.TokenServer> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: "ES256", use: "sig" };
  let provider: Provider | undefined;
  const origin = await listen((issuer) => {
    provider = new Provider(issuer, configuration(jwk));
    return provider.callback();
  });
  if (provider === undefined) throw new Error("oidc-provider was not set up.");
  const { AuthorizationCode, Client, Grant } = provider;
  const client = await Client.find(code.CLIENT_ID);

  async function mintOne(): Promise<string> {
    const grant = new Grant({ accountId: code.SUBJECT, clientId: code.CLIENT_ID });
    grant.addResourceScope(code.API, code.SCOPE);
    const grantId = await grant.save(code.CODE_LIFETIME);
    return new AuthorizationCode({
      accountId: code.SUBJECT,
      client,
      grantId,
      redirectUri: code.REDIRECT_URI,
      resource: code.API,
      scope: code.SCOPE,
      codeChallenge: code.CHALLENGE,
      codeChallengeMethod: "S256",
    }).save(code.CODE_LIFETIME);
  }

  return {
    tokenEndpoint: `${origin}/token`,
    mint: (count) => Promise.all(Array.from({ length: count }, mintOne)),
  };
}

function configuration(jwk: object): object {
  return {
    adapter: MapAdapter,
    jwks: { keys: [jwk] },
    scopes: [code.SCOPE, code.OWN_SCOPE],
    clients: [
      {
        client_id: code.CLIENT_ID,
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code", "refresh_token"],
        response_types: ["code"],
        redirect_uris: [code.REDIRECT_URI],
        id_token_signed_response_alg: "ES256",
      },
      {
        client_id: code.OWN_CLIENT_ID,
        client_secret: code.OWN_SECRET,
        token_endpoint_auth_method: "client_secret_post",
        grant_types: ["client_credentials"],
        response_types: [],
        redirect_uris: [],
        id_token_signed_response_alg: "ES256",
      },
    ],
    cookies: { keys: ["bench"] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => code.API,
        getResourceServerInfo: () => ({
          scope: `${code.SCOPE} ${code.OWN_SCOPE}`,
          audience: code.API,
          accessTokenFormat: "jwt",
          accessTokenTTL: code.ACCESS_TOKEN_LIFETIME,
          jwt: { sign: { alg: "ES256" } },
        }),
        useGrantedResource: () => true,
      },
    },
    findAccount: (_context: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId }),
    }),
    issueRefreshToken: () => true,
    ttl: {
      AccessToken: code.ACCESS_TOKEN_LIFETIME,
      AuthorizationCode: code.CODE_LIFETIME,
      ClientCredentials: code.ACCESS_TOKEN_LIFETIME,
      Grant: code.CODE_LIFETIME,
      RefreshToken: 30 * 24 * 3600,
    },
  };
}
