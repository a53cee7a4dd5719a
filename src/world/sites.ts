import { createAuthorizationServer } from "../authorization-server/create.ts";
import { inspect } from "../authorization-server/inspect.ts";
import type { AuthorizationRecords, SigningKeys } from "../authorization-server/ports.ts";
import { API, AUTH, PRINT } from "../grants/cast.ts";
import { grantClients, grantServers } from "../grants/servers.ts";
import { fromResponse, toRequest, type WireRequest, type WireResponse } from "../oauth/wire.ts";
import { createResourceServer } from "../resource-server/create.ts";
import type { PhotoRecords } from "../resource-server/photos.ts";
import { attackerSite, isAttackers } from "./attacker-site.ts";
import { clientSite } from "./client-site.ts";
import { attackersAccount, attackersClient, people } from "./defaults.ts";
import type { Sandbox, Turn } from "./sandbox.ts";

const hostOf = (origin: string) => new URL(origin).host;

/** The client's own site; where it has a server, that is the flow itself. */
export const CLIENT_HOST = hostOf(PRINT);

/** The authorization server. */
export const AUTH_HOST = hostOf(AUTH);

/** The sites of a world that keep records of their own. */
export const SITES_WITH_RECORDS: readonly string[] = [AUTH_HOST, hostOf(API)];

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
  if (url.origin === API) return photoApi(turn, keys);
  if (url.origin === PRINT) return clientSite(turn.state.settings);
  if (isAttackers(url)) return attackerSite;
  throw new NoSuchSite(url.host);
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
  const { authorizationServer: policy, without } = turn.state.settings;
  return createAuthorizationServer({
    issuer: AUTH,
    store: turn.open<AuthorizationRecords>(AUTH_HOST),
    keys,
    now: () => turn.state.now,
    people: [...people, attackersAccount],
    clients: [...grantClients, attackersClient],
    ...(policy === undefined ? {} : { policy }),
    without: new Set(without),
    grants: grantServers,
    resource: { identifier: API, scopes: ["photos.read", "photos.write"] },
    report,
  });
}

function photoApi(turn: Turn, keys: SigningKeys): Site {
  // The API asks the AS for its keys over HTTP; whose checks that request passes is no part of this message.
  const as = authorizationServer(turn, keys, () => undefined);
  return createResourceServer({
    identifier: API,
    issuer: AUTH,
    fetch: (request) => as.fetch(request),
    now: () => turn.state.now,
    report: turn.report,
    store: turn.open<PhotoRecords>(hostOf(API)),
    without: new Set(turn.state.settings.without),
  });
}
