import { authorize } from "./endpoints/authorize.ts";
import { consent } from "./endpoints/consent.ts";
import { introspect } from "./endpoints/introspect.ts";
import { login } from "./endpoints/login.ts";
import { jwks, metadata } from "./endpoints/metadata.ts";
import { register } from "./endpoints/register.ts";
import { revoke } from "./endpoints/revoke.ts";
import { token } from "./endpoints/token.ts";
import { openIdConfiguration } from "./openid/configuration.ts";
import { userInfo } from "./openid/userinfo.ts";
import type { AuthorizationServerConfig, Endpoint, Policy, ServerContext } from "./ports.ts";
import { json, preflight, readableByScripts, withoutContent } from "./respond.ts";

/** The policy of a server whose operator says nothing. */
export const DEFAULTS: Policy = {
  redirectUriMatching: "exact",
  passwordGrant: false,
  codeLifetime: 60,
  accessTokenLifetime: 900,
  refreshTokenLifetime: 90 * 24 * 3600,
  refreshTokenIdleLifetime: 30 * 24 * 3600,
  sessionLifetime: 8 * 3600,
  deviceCodeLifetime: 600,
  pollingInterval: 5,
};

/** By path, below the issuer's; grants may add to them. */
const endpoints: ReadonlyMap<string, Endpoint> = new Map([
  ["/authorize", { GET: authorize, POST: authorize, cors: false }],
  ["/login", { GET: login, POST: login, cors: false }],
  ["/consent", { GET: consent, POST: consent, cors: false }],
  ["/token", { POST: token, cors: true }],
  ["/introspect", { POST: introspect, cors: false }],
  ["/revoke", { POST: revoke, cors: true }],
  ["/register", { POST: register, cors: true }],
  ["/jwks", { GET: jwks, cors: true }],
  ["/userinfo", { GET: userInfo, POST: userInfo, cors: true }],
  ["/.well-known/openid-configuration", { GET: openIdConfiguration, cors: true }],
]);

const discovery: Endpoint = { GET: metadata, cors: true };

/**
 * An authorization server: a request in, a response out, everything it remembers in `config.store`.
 * Making one costs next to nothing. Rejects only with what the store or the keys reject with.
 */
export function createAuthorizationServer(config: AuthorizationServerConfig) {
  const server: ServerContext = {
    ...config,
    policy: { ...DEFAULTS, ...config.policy },
    report: (results) => config.report?.(results),
  };
  const base = new URL(config.issuer).pathname.replace(/\/$/, "");
  // RFC 8414 §3.1: the well-known part stands before the issuer's path.
  const wellKnown = `/.well-known/oauth-authorization-server${base}`;
  return {
    async fetch(request: Request): Promise<Response> {
      const { pathname } = new URL(request.url);
      const below = pathname.startsWith(base) ? pathname.slice(base.length) : "";
      const endpoint = pathname === wellKnown ? discovery : endpointAt(below, server);
      return endpoint === undefined ? notFound() : serve(endpoint, request, server);
    },
  };
}

function endpointAt(path: string, { grants }: ServerContext): Endpoint | undefined {
  return endpoints.get(path) ?? grants.find((grant) => grant.endpoints?.[path])?.endpoints?.[path];
}

function notFound(): Response {
  return json({ error: "not_found", error_description: "No endpoint is here" }, 404);
}

async function serve(
  { GET, POST, cors }: Endpoint,
  request: Request,
  server: ServerContext,
): Promise<Response> {
  const { method } = request;
  const handler =
    method === "POST" ? POST : method === "GET" || method === "HEAD" ? GET : undefined;
  const methods = [...(GET ? ["GET", "HEAD"] : []), ...(POST ? ["POST"] : [])];
  if (cors && method === "OPTIONS") return preflight(methods);
  const response = await (handler?.(request, server) ?? notAllowed(methods, cors));
  const whole = cors ? readableByScripts(response) : response;
  return method === "HEAD" ? withoutContent(whole) : whole;
}

/** RFC 9110 §15.5.6. */
function notAllowed(methods: readonly string[], cors: boolean): Response {
  const description = `This endpoint takes ${methods.join(", ")}`;
  return json({ error: "invalid_request", error_description: description }, 405, {
    Allow: [...methods, ...(cors ? ["OPTIONS"] : [])].join(", "),
  });
}
