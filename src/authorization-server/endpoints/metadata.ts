import { PROOF_ALGORITHM } from "../../oauth/dpop.ts";
import { ALGORITHM } from "../../oauth/jwt.ts";
import type { ServerContext } from "../ports.ts";
import { grantTypesOf } from "./token.ts";

const CONFIDENTIAL = ["client_secret_basic", "client_secret_post", "private_key_jwt"];
const CLIENT_AUTH = [...CONFIDENTIAL, "none"];

/** GET /.well-known/oauth-authorization-server (RFC 8414 §2); what is supported follows from the grants it serves. */
export async function metadata(_: Request, server: ServerContext): Promise<Response> {
  return Response.json(serverMetadata(server));
}

/** What the server says of itself (RFC 8414 §2). */
export function serverMetadata(server: ServerContext): Readonly<Record<string, unknown>> {
  const at = (path: string) => `${server.issuer}${path}`;
  const responseTypes = server.grants.flatMap((grant) => Object.entries(grant.responseTypes ?? {}));
  return nonEmpty({
    issuer: server.issuer,
    authorization_endpoint: at("/authorize"),
    token_endpoint: at("/token"),
    jwks_uri: at("/jwks"),
    registration_endpoint: at("/register"),
    introspection_endpoint: at("/introspect"),
    revocation_endpoint: at("/revoke"),
    scopes_supported: [...server.resource.scopes, ...(server.resource.clientScopes ?? [])],
    response_types_supported: responseTypes.map(([name]) => name),
    response_modes_supported: [...new Set(responseTypes.map(([, { mode }]) => mode))],
    grant_types_supported: grantTypesOf(server),
    token_endpoint_auth_methods_supported: CLIENT_AUTH,
    token_endpoint_auth_signing_alg_values_supported: [ALGORITHM],
    revocation_endpoint_auth_methods_supported: CLIENT_AUTH,
    revocation_endpoint_auth_signing_alg_values_supported: [ALGORITHM],
    introspection_endpoint_auth_methods_supported: CONFIDENTIAL,
    introspection_endpoint_auth_signing_alg_values_supported: [ALGORITHM],
    ...Object.fromEntries(
      server.grants.flatMap((grant) => Object.entries(grant.metadata?.(server.issuer) ?? {})),
    ),
    dpop_signing_alg_values_supported: [PROOF_ALGORITHM],
    authorization_response_iss_parameter_supported: true,
  });
}

/** RFC 8414 §3.2: members without elements are left out. */
function nonEmpty(metadata: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(metadata).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}

/** GET /jwks (RFC 7517 §5): the public key that tokens are signed with, and that of RS256 once there is one. */
export async function jwks(_: Request, { keys }: ServerContext): Promise<Response> {
  const rsa = await keys.rsa?.made();
  return Response.json({ keys: [keys.publicJwk, ...(rsa === undefined ? [] : [rsa.publicJwk])] });
}
