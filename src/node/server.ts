import { createServer, type Server } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import { createAuthorizationServer } from "../authorization-server/create.ts";
import type { Policy, SigningKeys } from "../authorization-server/ports.ts";
import { API_CLIENT, JOBS_SCOPE } from "../grants/cast.ts";
import { grantClients, grantServers } from "../grants/servers.ts";
import { createResourceServer } from "../resource-server/create.ts";
import { resources } from "../resource-server/resources.ts";
import { memoryStore } from "../store/memory.ts";
import { people } from "../world/defaults.ts";
import { newSigningKeys } from "./keys.ts";
import type { ListenOptions } from "./options.ts";

/** A server that listens. */
export interface RunningServer {
  /** The authorization server's issuer identifier, and the photo API's identifier: the origin. */
  readonly issuer: string;
  /** Lets running requests finish for a second, then resolves. */
  close(): Promise<void>;
}

type Handler = (request: Request) => Promise<Response>;

const GRACE_MS = 1000;

/**
 * Serves the authorization server and, at `<issuer>/photos` and `<issuer>/print-jobs`, the photo API over HTTP, with fresh keys and
 * everything in memory. Rejects with Node's error (`EADDRINUSE`) when it cannot listen.
 */
export async function startServer(
  { port, host }: ListenOptions,
  policy: Partial<Policy> = {},
): Promise<RunningServer> {
  const keys = await newSigningKeys();
  // Devices poll every five seconds, Node's default: they would meet the end of connections they kept.
  const server = createServer({ keepAliveTimeout: 60_000 });
  server.on("connect", (_request, socket) => socket.end(NO_TUNNEL));
  const issuer = originOf(host, await listen(server, port, host));
  // The platform's own Response shows the headers that withCookie puts on it; the adapter's would not.
  const options = { overrideGlobalObjects: false, errorHandler: toError };
  const listener = getRequestListener(handlerFor(issuer, keys, policy), options);
  server.on("request", (incoming, outgoing) => void listener(incoming, outgoing));
  return { issuer, close: () => close(server) };
}

function handlerFor(issuer: string, keys: SigningKeys, policy: Partial<Policy>): Handler {
  const now = () => Math.floor(Date.now() / 1000);
  const authorizationServer = createAuthorizationServer({
    issuer,
    store: memoryStore(),
    keys,
    now,
    people,
    clients: grantClients,
    grants: grantServers,
    policy,
    resource: {
      identifier: issuer,
      scopes: ["photos.read", "photos.write"],
      clientScopes: [JOBS_SCOPE],
    },
  });
  const api = createResourceServer({
    identifier: issuer,
    issuer,
    now,
    introspection: { clientId: API_CLIENT.id, secret: API_CLIENT.secret },
    asksAbout: "opaque",
    fetch: (request) => authorizationServer.fetch(request),
  });
  return (request) => {
    const { pathname } = new URL(request.url);
    return (isOfApi(pathname) ? api : authorizationServer).fetch(request);
  };
}

/** Both are the same origin here. */
function isOfApi(path: string): boolean {
  return resources.some((resource) => resource.path === path);
}

function toError(error: unknown): Response {
  if (error instanceof RequestError) return problem(400, "invalid_request", "The URL is malformed");
  if (isClientGone(error)) return new Response(null, { status: 400 });
  console.error(error);
  return problem(500, "server_error", "Something unexpected went wrong");
}

/** The connection broke while the body was read: nobody is left to answer. */
function isClientGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET";
}

function problem(status: number, error: string, description: string): Response {
  return Response.json({ error, error_description: description }, { status });
}

const NO_TUNNEL =
  "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST, OPTIONS\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function originOf(host: string, port: number): string {
  return new URL(`http://${host.includes(":") ? `[${host}]` : host}:${port}`).origin;
}
