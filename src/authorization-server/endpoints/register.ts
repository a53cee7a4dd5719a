import { runChecks } from "../../oauth/checks.ts";
import { randomToken } from "../../oauth/random.ts";
import { readText } from "../body.ts";
import {
  checks,
  type ClientMetadata,
  readMetadata,
  type RegisterRefusal,
} from "../checks/register.ts";
import type { RegisteredClient, ServerContext } from "../ports.ts";
import { json } from "../respond.ts";

/** POST /register (RFC 7591 §3). Anyone may register, so nothing the client says of itself is trusted. */
export async function register(request: Request, server: ServerContext): Promise<Response> {
  const body = await readText(request, "application/json");
  const read = readMetadata(body);
  const { refusal, results } = await runChecks(checks, { server, body, read });
  server.report(results);
  if (refusal !== undefined || "wrong" in read) return refused(refusal);
  const client = clientOf(read.metadata, server);
  await server.store.put("client", client.clientId, client);
  return json(information(client), 201);
}

function refused(refusal: RegisterRefusal | undefined): Response {
  const { status = 400, error = "invalid_client_metadata", description } = refusal ?? {};
  return json({ error, error_description: description }, status);
}

function clientOf(metadata: ClientMetadata, server: ServerContext): RegisteredClient {
  const authMethod = metadata.token_endpoint_auth_method;
  const clientId = randomToken();
  return {
    clientId,
    clientName: metadata.client_name ?? `Client ${clientId.slice(0, 8)}`,
    redirectUris: metadata.redirect_uris,
    authMethod,
    ...(authMethod === "none" ? {} : { secret: randomToken() }),
    grantTypes: metadata.grant_types,
    responseTypes: metadata.response_types,
    scope: metadata.scope ?? server.resource.scopes.join(" "),
    requirePkce: authMethod === "none",
    issuedAt: server.now(),
  };
}

/** RFC 7591 §3.2.1. */
function information(client: RegisteredClient): object {
  return {
    client_id: client.clientId,
    client_id_issued_at: client.issuedAt,
    ...(client.secret === undefined
      ? {}
      : { client_secret: client.secret, client_secret_expires_at: 0 }),
    client_name: client.clientName,
    redirect_uris: client.redirectUris,
    token_endpoint_auth_method: client.authMethod,
    grant_types: client.grantTypes,
    response_types: client.responseTypes,
    scope: client.scope,
  };
}
