import type { LocalStep } from "../../../flow/define-flow.ts";
import { LOOPBACK_CALLBACK } from "../../cast.ts";
import { prepare } from "../request.ts";

/** Ports that no service has been assigned (RFC 6335 §6); the system gives out one of those that are free. */
const [FIRST_PORT, PORTS] = [49_152, 16_384];

/** The loopback redirect URI with the port the app listens at (RFC 8252 §7.3). */
export function listenAddress(): string {
  const [random = 0] = crypto.getRandomValues(new Uint16Array(1));
  const address = new URL(LOOPBACK_CALLBACK);
  address.port = String(FIRST_PORT + (random % PORTS));
  return address.href;
}

/** Whether an address is one the app listens at. */
export function isLoopback(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && hostname === new URL(LOOPBACK_CALLBACK).hostname;
}

interface Preparing
  extends Pick<LocalStep<string, string, string>, "title" | "spec" | "why" | "button"> {
  redirectUri(): string;
}

/** The app makes what it needs for a request, and decides where it will take the answer. */
export function preparing({ redirectUri, ...facts }: Preparing) {
  return {
    kind: "local",
    from: "app",
    to: "app",
    channel: "local",
    stage: "ask",
    chapter: "ask",
    ...facts,
    run: async () => ({
      outcome: "made",
      values: { redirect_uri: redirectUri(), ...(await prepare(true)) },
    }),
    outcomes: { made: { label: "made", next: "authorize" } },
  } satisfies LocalStep<"authorize", "redirect_uri" | "state" | "verifier" | "challenge", "app">;
}
