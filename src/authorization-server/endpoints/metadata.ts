import { PROOF_ALGORITHM } from "../../oauth/dpop.ts";
import type { ServerContext } from "../ports.ts";
import { grantTypesOf } from "./token.ts";

const CLIENT_AUTH = ["client_secret_basic", "client_secret_post", "none"];
const CONFIDENTIAL = CLIENT_AUTH.slice(0, 2);

/** GET /.well-known/oauth-authorization-server (RFC 8414 §2); what is supported follows from the grants it serves. */
export async function metadata(_: Request, server: ServerContext): Promise<Response> {
  const at = (path: string) => `${server.issuer}${path}`;
  const responseTypes = server.grants.flatMap((grant) => Object.entries(grant.responseTypes ?? {}));
  return Response.json(
    nonEmpty({
      issuer: server.issuer,
      authorization_endpoint: at("/authorize"),
      token_endpoint: at("/token"),
      jwks_uri: at("/jwks"),
      registration_endpoint: at("/register"),
      introspection_endpoint: at("/introspect"),
      revocation_endpoint: at("/revoke"),
      scopes_supported: server.resource.scopes,
      response_types_supported: responseTypes.map(([name]) => name),
      response_modes_supported: [...new Set(responseTypes.map(([, { mode }]) => mode))],
      grant_types_supported: grantTypesOf(server),
      token_endpoint_auth_methods_supported: CLIENT_AUTH,
      revocation_endpoint_auth_methods_supported: CLIENT_AUTH,
      introspection_endpoint_auth_methods_supported: CONFIDENTIAL,
      ...Object.fromEntries(
        server.grants.flatMap((grant) => Object.entries(grant.metadata?.(server.issuer) ?? {})),
      ),
      dpop_signing_alg_values_supported: [PROOF_ALGORITHM],
      authorization_response_iss_parameter_supported: true,
    }),
  );
}

/** RFC 8414 §3.2: members without elements are left out. */
function nonEmpty(metadata: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}

/** GET /jwks (RFC 7517 §5): the public key that access tokens are signed with. */
export async function jwks(_: Request, { keys }: ServerContext): Promise<Response> {
  return Response.json({ keys: [keys.publicJwk] });
}
