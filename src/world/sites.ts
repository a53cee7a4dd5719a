import { createAuthorizationServer } from "../authorization-server/create.ts";
import type { AuthorizationRecords, SigningKeys } from "../authorization-server/ports.ts";
import { API, AUTH, PRINT } from "../grants/cast.ts";
import { grantServers } from "../grants/servers.ts";
import { fromResponse, toRequest, type WireRequest, type WireResponse } from "../oauth/wire.ts";
import { createResourceServer } from "../resource-server/create.ts";
import type { PhotoRecords } from "../resource-server/photos.ts";
import { defaultClients, people } from "./defaults.ts";
import type { Turn } from "./sandbox.ts";

const hostOf = (origin: string) => new URL(origin).host;

/** The client's own site; its server is the flow itself. */
export const CLIENT_HOST = hostOf(PRINT);

/** The sites of a world that keep records of their own. */
export const SITES_WITH_RECORDS: readonly string[] = [hostOf(AUTH), hostOf(API)];

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
  throw new NoSuchSite(url.host);
}

interface Site {
  fetch(request: Request): Promise<Response>;
}

function authorizationServer(turn: Turn, keys: SigningKeys, report: Turn["report"]): Site {
  return createAuthorizationServer({
    issuer: AUTH,
    store: turn.open<AuthorizationRecords>(hostOf(AUTH)),
    keys,
    now: () => turn.state.now,
    people,
    clients: defaultClients,
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
  });
}

// Its script is the flow, so none is named here.
const STATIC_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Print</title><style>:root{color-scheme:light dark}:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}body{margin:0;font:16px/1.5 "Inter Variable",Inter,system-ui,sans-serif;background:light-dark(#fff,#1c1b19);color:light-dark(#1a1a18,#f2f1ec)}main{max-width:30rem;margin:0 auto;padding:1.5rem}h1{font-size:1.25rem}button{min-height:2.75rem;padding:.5rem 1.25rem;font:inherit;font-weight:600;border:0;border-radius:.5rem;color:light-dark(#fff,#14142b);background:light-dark(#1d4fc4,#84b4ff)}</style></head><body><main><h1>Print</h1><p>Have the photos you keep at api.example printed.</p><button type="button">Log in with auth.example</button></main></body></html>`;

/** What the client's site answers when it is only static files: the same page for every path. */
export const staticPage: WireResponse = {
  status: 200,
  headers: [
    ["Content-Type", "text/html; charset=utf-8"],
    ["Referrer-Policy", "no-referrer"],
  ],
  body: STATIC_PAGE,
};
