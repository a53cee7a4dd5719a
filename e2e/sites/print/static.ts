import type { SandboxSettings } from "../../../src/flow/transport.ts";
import { moved, type Origins } from "../addresses.ts";
import { script } from "../scripts.ts";
import { callbackOf, type Keeping, type PrintClient, printPage, type PrintSetup } from "./setup.ts";

/** What the page's script is told of the world. */
export interface PageSetup {
  readonly client: PrintClient;
  readonly keeps: Keeping;
  readonly challengeMethod: "S256" | "plain";
  readonly auth: string;
  readonly api: string;
  readonly callback: string;
  /** Ids of checks and precautions that the script leaves out. */
  readonly without: readonly string[];
}

/** Print as files: the same page at every path, its scripts, and its open redirector, where it has one. */
export function staticPrint(setup: PrintSetup, settings: SandboxSettings, origins: Origins) {
  const page = pageOf(setup, settings, origins);
  return {
    async fetch(request: Request): Promise<Response> {
      const { pathname, searchParams } = new URL(request.url);
      const to = searchParams.get("to");
      if (settings.openRedirector === true && pathname === "/out" && to !== null) {
        return new Response(null, { status: 302, headers: { Location: to } });
      }
      const source = await script(`print${pathname.replace(/\.js$/, "")}`);
      if (source !== undefined) return file(source, "text/javascript", {});
      return file(page, "text/html; charset=utf-8", policies(settings, origins));
    },
  };
}

/** The policies a page of Print comes with; those for scripts name the sites of this run. */
export function policies(settings: SandboxSettings, origins: Origins): Record<string, string> {
  const { referrerPolicy = "no-referrer", contentSecurityPolicy: scripts } = settings;
  return {
    "Referrer-Policy": referrerPolicy,
    ...(scripts === undefined ? {} : { "Content-Security-Policy": moved(scripts, origins) }),
  };
}

function pageOf(print: PrintSetup, { without = [] }: SandboxSettings, origins: Origins): string {
  const { client, keeps = "memory", embeds = "", challengeMethod = "S256" } = print;
  const setup: PageSetup = {
    client,
    keeps,
    challengeMethod,
    auth: origins.auth,
    api: print.api ?? origins.api,
    callback: print.callback ?? callbackOf(origins),
    without,
  };
  const json = JSON.stringify(setup).replaceAll("<", "\\u003c");
  return printPage(
    "loading",
    embeds,
    `<p>Have the photos you keep at api.localhost printed.</p><script id="setup" type="application/json">${json}</script><script src="/page.js"></script>`,
  );
}

function file(body: string, type: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(body, { headers: { "Content-Type": type, ...headers } });
}
