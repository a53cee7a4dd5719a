import { serverMetadata } from "../endpoints/metadata.ts";
import type { ServerContext } from "../ports.ts";
import { CLAIMS } from "./claims.ts";
import { idTokenAlgorithms } from "./id-token.ts";
import { OPENID_SCOPES } from "./scopes.ts";

/** What ID tokens say of a sign-in (OpenID Connect Core §2, §3.1.3.6). */
const SIGN_IN_CLAIMS = ["iss", "aud", "exp", "iat", "auth_time", "nonce", "at_hash"];

/** GET /.well-known/openid-configuration (OpenID Connect Discovery §3, §4): the server's metadata and what sign-ins add to it. */
export async function openIdConfiguration(_: Request, server: ServerContext): Promise<Response> {
  return Response.json({
    ...serverMetadata(server),
    scopes_supported: [...OPENID_SCOPES, ...server.resource.scopes],
    userinfo_endpoint: `${server.issuer}/userinfo`,
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: idTokenAlgorithms(server),
    claim_types_supported: ["normal"],
    claims_supported: [...CLAIMS, ...SIGN_IN_CLAIMS],
    claims_parameter_supported: false,
    request_parameter_supported: false,
    // Supported is what a client takes it for where it is not said (Discovery §3).
    request_uri_parameter_supported: false,
  });
}
