import { runChecks } from "../../oauth/checks.ts";
import { randomToken } from "../../oauth/random.ts";
import { readText } from "../body.ts";
import {
  checks,
  type ClientMetadata,
  readMetadata,
  type RegisterRefusal,
} from "../checks/register.ts";
import { isOpenId } from "../openid/scopes.ts";
import type { ServerContext } from "../ports.ts";
import type { RegisteredClient } from "../records.ts";
import { json } from "../respond.ts";

/** POST /register (RFC 7591 §3). Anyone may register, so nothing the client says of itself is trusted. */
export async function register(request: Request, server: ServerContext): Promise<Response> {
  const body = await readText(request, "application/json");
  const read = readMetadata(body);
  const { refusal, results } = await runChecks(checks, { server, body, read }, server.without);
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
    ...credentialsOf(metadata),
    grantTypes: metadata.grant_types,
    responseTypes: metadata.response_types,
    scope: metadata.scope ?? defaultScope(metadata, server),
    requirePkce: authMethod === "none",
    ...(metadata.id_token_signed_response_alg === undefined
      ? {}
      : { idTokenAlgorithm: metadata.id_token_signed_response_alg }),
    issuedAt: server.now(),
  };
}

function credentialsOf(metadata: ClientMetadata): Pick<RegisteredClient, "secret" | "jwks"> {
  switch (metadata.token_endpoint_auth_method) {
    case "none":
      return {};
    case "private_key_jwt":
      return metadata.jwks === undefined ? {} : { jwks: publicKeys(metadata.jwks) };
    case "client_secret_basic":
    case "client_secret_post":
      return { secret: randomToken() };
  }
}

function publicKeys({ keys }: NonNullable<ClientMetadata["jwks"]>) {
  return {
    keys: keys.map((key) =>
      Object.fromEntries(Object.entries(key).filter(([name]) => name !== "d")),
    ),
  };
}

/** Of users' things, or of its own for a client that never asks a user (RFC 6749 §4.4). */
function defaultScope({ grant_types }: ClientMetadata, { resource }: ServerContext): string {
  const alone = grant_types.every((name) => name === "client_credentials");
  return (alone ? (resource.clientScopes ?? []) : resource.scopes).join(" ");
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
    ...(client.jwks === undefined ? {} : { jwks: client.jwks }),
    grant_types: client.grantTypes,
    response_types: client.responseTypes,
    scope: client.scope,
    // Registration §2 has another default, so it is said which one it is.
    ...(isOpenId(client.scope)
      ? { id_token_signed_response_alg: client.idTokenAlgorithm ?? "ES256" }
      : {}),
  };
}
