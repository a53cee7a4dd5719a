import type { SandboxSettings } from "../flow/transport.ts";
import { CALLBACK, PRINT } from "../grants/cast.ts";
import { isNative } from "../oauth/redirect-uri.ts";
import type { WireRequest } from "../oauth/wire.ts";
import { isRedirector } from "./client-site.ts";

/** Whether the client itself answers this: its server, or its app on the user's device. Then the flow does. */
export function isHeld(settings: SandboxSettings, request: WireRequest): boolean {
  switch (settings.clientSite) {
    case "server":
      return new URL(request.url).origin === PRINT && !isRedirector(settings, request);
    case "app":
      return isNative(request.url) || isClaimed(request);
    case "static":
      return false;
  }
}

/**
 * Whether the device opens an app instead of the address, so that nothing comes back to the browser: a private-use
 * scheme, or an https address the app has claimed (RFC 8252 §7.1, §7.2).
 */
export function opensApp(settings: SandboxSettings, request: WireRequest): boolean {
  if (settings.clientSite !== "app") return false;
  return !/^https?:/.test(request.url) || isClaimed(request);
}

function isClaimed({ url }: WireRequest): boolean {
  const { origin, pathname } = new URL(url);
  return origin + pathname === CALLBACK;
}
