import * as v from "valibot";
import { randomToken } from "../../oauth/random.ts";
import { registrationProblem } from "../../oauth/redirect-uri.ts";
import { readText } from "../body.ts";
import { bodyProblem } from "../client-request.ts";
import type { RegisteredClient, ServerContext } from "../ports.ts";
import { json } from "../respond.ts";
import { tokenGrants } from "./token.ts";

const names = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(200)));
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200), v.regex(/^[^\p{Cc}]*$/u));

/** Client metadata (RFC 7591 §2); members this server does not know are ignored. */
const Metadata = v.object({
  redirect_uris: v.pipe(names, v.minLength(1), v.maxLength(20)),
  token_endpoint_auth_method: v.optional(
    v.picklist(["client_secret_basic", "client_secret_post", "none"]),
    "client_secret_basic",
  ),
  grant_types: v.optional(names, ["authorization_code"]),
  response_types: v.optional(names, ["code"]),
  client_name: v.optional(text),
  scope: v.optional(text),
});

type Metadata = v.InferOutput<typeof Metadata>;

/** POST /register (RFC 7591 §3). Anyone may register, so nothing the client says of itself is trusted. */
export async function register(request: Request, server: ServerContext): Promise<Response> {
  const body = await readText(request, "application/json");
  if ("problem" in body && body.problem !== "wrong_type") return bodyProblem(body.problem);
  if ("problem" in body) return refuse("The body must be application/json");
  const parsed = v.safeParse(Metadata, jsonOf(body.text));
  if (!parsed.success) return refuse(describe(parsed.issues));
  const metadata = parsed.output;
  const uriProblem = metadata.redirect_uris
    .map(registrationProblem)
    .find((problem) => problem !== undefined);
  if (uriProblem !== undefined) return refuse(uriProblem, "invalid_redirect_uri");
  const problem = unsupported(metadata, server);
  if (problem !== undefined) return refuse(problem);
  const client = clientOf(metadata, server);
  await server.store.put("client", client.clientId, client);
  return json(information(client), 201);
}

function clientOf(metadata: Metadata, server: ServerContext): RegisteredClient {
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

function unsupported(metadata: Metadata, server: ServerContext): string | undefined {
  const grantTypes = Object.keys(tokenGrants(server));
  const responseTypes = server.grants.flatMap((grant) => Object.keys(grant.responseTypes ?? {}));
  const { scopes } = server.resource;
  if (metadata.grant_types.some((name) => !grantTypes.includes(name))) {
    return `grant_types may be ${grantTypes.join(", ")}`;
  }
  if (metadata.response_types.some((name) => !responseTypes.includes(name))) {
    return `response_types may be ${responseTypes.join(", ")}`;
  }
  if (
    metadata.response_types.includes("code") &&
    !metadata.grant_types.includes("authorization_code")
  ) {
    return "The response type code needs the grant type authorization_code";
  }
  if (metadata.scope?.split(" ").some((name) => !scopes.includes(name)) === true) {
    return `scope may be ${scopes.join(" ")}`;
  }
  return undefined;
}

function refuse(description: string, error = "invalid_client_metadata"): Response {
  return json({ error, error_description: description }, 400);
}

function describe(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  const member = issue === undefined ? null : v.getDotPath(issue);
  return member === null
    ? "The body is not a JSON object of client metadata"
    : `${member} is not valid`;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
