import type { SandboxSettings } from "../../../src/flow/transport.ts";
import { BFF_CLIENT, MEDIATING_CLIENT } from "../../../src/grants/cast.ts";
import type { Origins } from "../addresses.ts";
import { backendPrint, forFrontend, mediating } from "./backend.ts";
import { serverPrint } from "./server.ts";
import type { PrintSetup } from "./setup.ts";
import { staticPrint } from "./static.ts";

interface Site {
  fetch(request: Request): Promise<Response>;
}

/** By the client that each is. */
const BACKENDS = new Map([
  [BFF_CLIENT.id, forFrontend],
  [MEDIATING_CLIENT.id, mediating],
]);

/** Print as a site of its own: files and a script, a server with sessions, or a page with a backend. */
export function printSite(setup: PrintSetup, settings: SandboxSettings, origins: Origins): Site {
  if (settings.clientSite !== "server") return staticPrint(setup, settings, origins);
  const backend = BACKENDS.get(setup.client.id);
  if (backend === undefined) return serverPrint(setup, settings, origins);
  return backendPrint(backend, setup, settings, origins);
}
