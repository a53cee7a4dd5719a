import type { SandboxSettings } from "../../../src/flow/transport.ts";
import { BFF_CLIENT } from "../../../src/grants/cast.ts";
import type { Origins } from "../addresses.ts";
import { bffPrint } from "./bff.ts";
import { serverPrint } from "./server.ts";
import type { PrintSetup } from "./setup.ts";
import { staticPrint } from "./static.ts";

interface Site {
  fetch(request: Request): Promise<Response>;
}

/** Print as a site of its own: files and a script, a server with sessions, or a page with a backend. */
export function printSite(setup: PrintSetup, settings: SandboxSettings, origins: Origins): Site {
  if (settings.clientSite !== "server") return staticPrint(setup, settings, origins);
  const make = setup.client.id === BFF_CLIENT.id ? bffPrint : serverPrint;
  return make(setup, settings, origins);
}
