import { Hono } from "hono";
import { authorize } from "./endpoints/authorize.ts";
import { consent } from "./endpoints/consent.ts";
import { introspect } from "./endpoints/introspect.ts";
import { login } from "./endpoints/login.ts";
import { jwks, metadata } from "./endpoints/metadata.ts";
import { register } from "./endpoints/register.ts";
import { revoke } from "./endpoints/revoke.ts";
import { token } from "./endpoints/token.ts";
import type { AuthorizationServerConfig, Policy, ServerContext } from "./ports.ts";
import { json, preflight, readableByScripts } from "./respond.ts";

type Handler = (request: Request, server: ServerContext) => Promise<Response>;

interface Endpoint {
  readonly path: string;
  readonly methods: Readonly<Record<string, Handler>>;
  /** Whether scripts of other origins may call it; never where cookies decide (RFC 9700 §2.6). */
  readonly cors: boolean;
}

const DEFAULTS: Policy = {
  codeLifetime: 60,
  accessTokenLifetime: 900,
  refreshTokenLifetime: 30 * 24 * 3600,
  sessionLifetime: 8 * 3600,
};

const endpoints: readonly Endpoint[] = [
  { path: "/authorize", methods: { GET: authorize, POST: authorize }, cors: false },
  { path: "/login", methods: { GET: login, POST: login }, cors: false },
  { path: "/consent", methods: { GET: consent, POST: consent }, cors: false },
  { path: "/token", methods: { POST: token }, cors: true },
  { path: "/introspect", methods: { POST: introspect }, cors: false },
  { path: "/revoke", methods: { POST: revoke }, cors: true },
  { path: "/register", methods: { POST: register }, cors: true },
  { path: "/jwks", methods: { GET: jwks }, cors: true },
];

/** An authorization server: a request in, a response out, everything it remembers in `config.store`. */
export function createAuthorizationServer(config: AuthorizationServerConfig) {
  const server: ServerContext = {
    ...config,
    policy: { ...DEFAULTS, ...config.policy },
    report: (results) => config.report?.(results),
  };
  const base = new URL(config.issuer).pathname.replace(/\/$/, "");
  // RFC 8414 §3.1: the well-known part stands before the issuer's path.
  const wellKnown = `/.well-known/oauth-authorization-server${base}`;
  const routes = [
    { path: wellKnown, methods: { GET: metadata }, cors: true },
    ...endpoints.map((endpoint) => ({ ...endpoint, path: base + endpoint.path })),
  ];
  const app = new Hono();
  for (const route of routes) app.all(route.path, ({ req }) => serve(route, req.raw, server));
  app.notFound(() => json({ error: "not_found", error_description: "No endpoint is here" }, 404));
  return { fetch: async (request: Request): Promise<Response> => app.fetch(request) };
}

async function serve(
  { methods, cors }: Endpoint,
  request: Request,
  server: ServerContext,
): Promise<Response> {
  const handler = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
  if (handler === undefined) return otherMethod(Object.keys(methods), cors, request.method);
  const response = await handler(request, server);
  return cors ? readableByScripts(response) : response;
}

function otherMethod(methods: readonly string[], cors: boolean, method: string): Response {
  if (cors && method === "OPTIONS") return preflight([...methods]);
  const description = `This endpoint takes ${methods.join(" and ")}`;
  return json({ error: "invalid_request", error_description: description }, 405, {
    Allow: methods.join(", "),
  });
}
