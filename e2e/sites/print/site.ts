import type { SandboxSettings } from "../../../src/flow/transport.ts";
import type { Origins } from "../addresses.ts";
import { serverPrint } from "./server.ts";
import type { PrintSetup } from "./setup.ts";
import { staticPrint } from "./static.ts";

interface Site {
  fetch(request: Request): Promise<Response>;
}

/** Print as a site of its own: files and a script, or a server with sessions. */
export function printSite(setup: PrintSetup, settings: SandboxSettings, origins: Origins): Site {
  const make = settings.clientSite === "server" ? serverPrint : staticPrint;
  return make(setup, settings, origins);
}
