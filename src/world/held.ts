import type { SandboxSettings } from "../flow/transport.ts";
import { PRINT } from "../grants/cast.ts";
import { isNative } from "../oauth/redirect-uri.ts";
import type { WireRequest } from "../oauth/wire.ts";
import { isRedirector } from "./client-site.ts";

/** Whether the client itself answers this: its server, or its app on the user's device. Then the flow does. */
export function isHeld(settings: SandboxSettings, request: WireRequest): boolean {
  switch (settings.clientSite) {
    case "server":
      return new URL(request.url).origin === PRINT && !isRedirector(settings, request);
    case "app":
      return isNative(request.url);
    case "static":
      return false;
  }
}
