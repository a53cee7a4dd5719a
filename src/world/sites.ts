import { allowBefore } from "../authorization-server/allowed-before.ts";
import { createAuthorizationServer, DEFAULTS } from "../authorization-server/create.ts";
import { inspect } from "../authorization-server/inspect.ts";
import type { SigningKeys } from "../authorization-server/ports.ts";
import type { AuthorizationRecords } from "../authorization-server/records.ts";
import { API, API_CLIENT, ARCHIVE, AUTH, JOBS_SCOPE, PRINT } from "../grants/cast.ts";
import { grantClients, grantServers } from "../grants/servers.ts";
import type { SandboxSettings } from "../flow/transport.ts";
import { fromResponse, toRequest, type WireRequest, type WireResponse } from "../oauth/wire.ts";
import { createResourceServer } from "../resource-server/create.ts";
import type { PhotoRecords } from "../resource-server/photos.ts";
import { attackerSite, isAttackers } from "./attacker-site.ts";
import { clientSite } from "./client-site.ts";
import { attackersAccount, attackersClient, people } from "./defaults.ts";
import { misissuing } from "./misissuing.ts";
import type { Sandbox, Turn } from "./sandbox.ts";

const hostOf = (origin: string) => new URL(origin).host;

/** The authorization server. */
export const AUTH_HOST = hostOf(AUTH);

/** The sites of a world that keep records of their own. */
export const SITES_WITH_RECORDS: readonly string[] = [AUTH_HOST, hostOf(API), hostOf(ARCHIVE)];

/** Thrown for an address at which nobody answers, as when a name cannot be resolved. */
export class NoSuchSite extends Error {
  override readonly name = "NoSuchSite";
  constructor(host: string) {
    super(
      `Nobody answers at ${host}. The sites here are auth.example, api.example and print.example.`,
    );
  }
}

/** Sends a request to a server of the world and gives its answer. Throws `NoSuchSite`. */
export async function dispatch(
  request: WireRequest,
  turn: Turn,
  keys: SigningKeys,
): Promise<WireResponse> {
  const server = serverAt(new URL(request.url), turn, keys);
  return fromResponse(await server.fetch(toRequest(request)));
}

function serverAt(url: URL, turn: Turn, keys: SigningKeys): Site {
  if (url.origin === AUTH) return authorizationServer(turn, keys, turn.report);
  if (url.origin === API || url.origin === ARCHIVE) return photoApi(turn, keys, url.origin);
  if (url.origin === PRINT) return clientSite(turn.state.settings);
  if (isAttackers(url)) return attackerSite;
  throw new NoSuchSite(url.host);
}

/** Has the servers of a sandbox that is about to begin remember what a user allowed before; `now` in epoch seconds. */
export async function rememberAllowed(
  sandbox: Sandbox,
  { allowed }: SandboxSettings,
  now: number,
): Promise<void> {
  if (allowed === undefined) return;
  const expiresAt = now + DEFAULTS.codeLifetime;
  await allowBefore(sandbox.store<AuthorizationRecords>(AUTH_HOST), allowed, expiresAt);
}

/** What the authorization server of a sandbox remembers. */
export function insideAuthorizationServer(sandbox: Sandbox, now: number) {
  return inspect({
    store: sandbox.store<AuthorizationRecords>(AUTH_HOST),
    clients: [...grantClients, attackersClient],
    now: () => now,
  });
}

interface Site {
  fetch(request: Request): Promise<Response>;
}

function authorizationServer(turn: Turn, keys: SigningKeys, report: Turn["report"]): Site {
  const { authorizationServer: policy, without, misissued } = turn.state.settings;
  const server = createAuthorizationServer({
    issuer: AUTH,
    store: turn.open<AuthorizationRecords>(AUTH_HOST),
    keys,
    now: () => turn.state.now,
    people: [...people, attackersAccount],
    clients: [...grantClients, attackersClient],
    ...(policy === undefined ? {} : { policy }),
    without: new Set(without),
    grants: grantServers,
    resource: {
      identifier: API,
      scopes: ["photos.read", "photos.write"],
      clientScopes: [JOBS_SCOPE],
    },
    report,
  });
  if (misissued === undefined) return server;
  return { fetch: async (request) => misissuing(await server.fetch(request), keys, misissued) };
}

function photoApi(turn: Turn, keys: SigningKeys, identifier: string): Site {
  const { without, introspection, trustedIssuer, apiCutOff } = turn.state.settings;
  // The API asks the AS for its keys over HTTP; whose checks that request passes is no part of this message.
  const as = authorizationServer(turn, keys, () => undefined);
  return createResourceServer({
    identifier,
    // Where the keys are is set up besides, so that a wrong issuer is all that is wrong.
    ...(trustedIssuer === undefined
      ? { issuer: AUTH }
      : { issuer: trustedIssuer, jwksUri: `${AUTH}/jwks` }),
    fetch: apiCutOff === true ? noRoute : (request) => asking(as, request, turn),
    now: () => turn.state.now,
    report: turn.report,
    store: turn.open<PhotoRecords>(hostOf(identifier)),
    without: new Set(without),
    ...(introspection === true
      ? { introspection: { clientId: API_CLIENT.id, secret: API_CLIENT.secret } }
      : {}),
  });
}

/** As `fetch` does where no connection comes about (Fetch §4.6). */
function noRoute(): Promise<never> {
  return Promise.reject(new TypeError("No connection to the authorization server"));
}

/** What the API asks the authorization server; the trace tells of it, but for keys, which an API keeps. */
async function asking(as: Site, request: Request, turn: Turn): Promise<Response> {
  const { method, url, headers } = request;
  if (method === "GET") return as.fetch(request);
  const body = await request.clone().text();
  const response = await as.fetch(request);
  turn.asks({
    request: { method, url, headers: [...headers.entries()], body },
    response: await fromResponse(response.clone()),
  });
  return response;
}
