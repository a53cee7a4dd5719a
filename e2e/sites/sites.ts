import { createAuthorizationServer } from "../../src/authorization-server/create.ts";
import type { AuthorizationServerConfig, Client } from "../../src/authorization-server/ports.ts";
import type { AuthorizationRecords } from "../../src/authorization-server/records.ts";
import type { SandboxSettings } from "../../src/flow/transport.ts";
import { grantClients, grantServers } from "../../src/grants/servers.ts";
import { newSigningKeys } from "../../src/node/keys.ts";
import type { CheckResult } from "../../src/oauth/checks.ts";
import { createResourceServer } from "../../src/resource-server/create.ts";
import { memoryStore } from "../../src/store/memory.ts";
import { attackersAccount, attackersClient, people } from "../../src/world/defaults.ts";
import { moved, type Origins, originsAt } from "./addresses.ts";
import { type EvilSite, evilSite } from "./evil/site.ts";
import { listen, send } from "./listen.ts";
import { callbackOf, type PrintSetup } from "./print/setup.ts";
import { printSite } from "./print/site.ts";

/** The servers of one run: the same code as in the page, at sites a browser keeps apart. */
export interface Sites {
  readonly origins: Origins;
  readonly evil: EvilSite;
  /** Ids of the checks by which the authorization server and the API refused, in order. */
  readonly refusals: readonly string[];
  /** The `Authorization` headers that came to the API, as a proxy before it sees them. */
  readonly proxied: readonly string[];
  /** The next answer to Print that something on the way keeps from it: the address it would have come to. */
  intercepted(): Promise<URL>;
  /** Moves the servers' clock on. */
  advance(seconds: number): void;
  close(): Promise<void>;
}

const keys = newSigningKeys();

/** Starts the four sites at a free port, weakened as a walk under attack says. */
export async function openSites(
  settings: SandboxSettings,
  print: (origins: Origins) => Promise<PrintSetup>,
): Promise<Sites> {
  const { port, serve, close } = await listen();
  const origins = originsAt(port);
  const refusals: string[] = [];
  const proxied: string[] = [];
  let ahead = 0;
  let intercept: ((url: URL) => void) | undefined;
  const report = (results: readonly CheckResult[]) => {
    const refused = results.find(({ outcome }) => outcome === "failed");
    if (refused !== undefined) refusals.push(refused.id);
  };
  const now = () => Math.floor(Date.now() / 1000) + ahead;
  const base = { now, report, without: new Set(settings.without) };
  const auth = createAuthorizationServer({
    ...base,
    ...(await authorizationServer(origins)),
    ...(settings.authorizationServer === undefined ? {} : { policy: settings.authorizationServer }),
  });
  const api = createResourceServer({
    ...base,
    identifier: origins.api,
    issuer: origins.auth,
    fetch: async ({ url }) => {
      const { status, body } = await send({ method: "GET", url, headers: [] });
      return new Response(body, { status });
    },
  });
  const evil = evilSite();
  const client = printSite(await print(origins), settings, origins);
  const sites = new Map(
    Object.entries({ [origins.auth]: auth, [origins.api]: api, [origins.print]: client }),
  );
  serve(async (request) => {
    const url = new URL(request.url);
    if (intercept !== undefined && url.href.startsWith(callbackOf(origins))) {
      intercept(url);
      intercept = undefined;
      return new Response("A proxy lost this.", { status: 502 });
    }
    if (url.origin === origins.api) proxied.push(request.headers.get("Authorization") ?? "");
    return (sites.get(url.origin) ?? evil).fetch(request);
  });
  return {
    origins,
    evil,
    refusals,
    proxied,
    close,
    advance: (seconds) => void (ahead += seconds),
    intercepted: () => new Promise((resolve) => (intercept = resolve)),
  };
}

/** Everything of it that no attack changes. */
async function authorizationServer(
  origins: Origins,
): Promise<Omit<AuthorizationServerConfig, "now">> {
  return {
    issuer: origins.auth,
    store: memoryStore<AuthorizationRecords>(),
    keys: await keys,
    people: [...people, attackersAccount],
    clients: [...grantClients, attackersClient].map((client) => movedClient(client, origins)),
    grants: grantServers,
    resource: { identifier: origins.api, scopes: ["photos.read", "photos.write"] },
  };
}

function movedClient(client: Client, origins: Origins): Client {
  return { ...client, redirectUris: client.redirectUris.map((uri) => moved(uri, origins)) };
}
