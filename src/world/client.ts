import type { TraceEntry } from "../flow/trace.ts";
import type { Call, LocalRecord, SandboxSettings, Transport } from "../flow/transport.ts";
import { retried } from "../promises/retried.ts";
import type { Memory } from "../oauth/remembered.ts";
import type { WireRequest, WireResponse } from "../oauth/wire.ts";
import { jsonObject } from "../oauth/json.ts";
import { addressOf, CALL_HEADER, WORLD_HOST } from "./address.ts";
import type { SandboxView } from "./world.ts";

/** How a page reaches a sandbox: the transport of its flows, and what belongs to the sandbox itself. */
export interface SandboxClient extends Transport {
  now(): number;
  open(settings: SandboxSettings): Promise<SandboxView>;
  restart(settings: SandboxSettings): Promise<SandboxView>;
  /** Moves the sandbox's clock on. */
  advance(seconds: number): Promise<SandboxView>;
  /** Returns the sandbox to right after that entry of its trace. */
  rewind(to: string): Promise<SandboxView>;
  /** What the authorization server remembers now. */
  inspect(): Promise<Memory>;
}

/** As the browser’s own `fetch`, for paths of this origin. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** `base` ends in a slash; `fetch` reaches the world under it. */
export function sandboxClient(base: string, sandbox: string, fetch: Fetch): SandboxClient {
  let clock = 0;

  // A call acts once however often it is made, so it may be made again when nothing came back.
  async function ask<Answer>(name: string, input: object): Promise<Answer> {
    const path = addressOf(base, sandbox, `https://${WORLD_HOST}/${name}`);
    const init = {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(input),
    };
    const response = await retried(() => fetch(path, init));
    await orThrow(response);
    if (!isJson(response)) throw new NoWorld();
    // oxlint-disable-next-line typescript/no-unsafe-return -- The other end is this very version of the world.
    return response.json();
  }

  /** The real request to the site's address; what it hides from scripts is then read from the trace. */
  async function exchange(call: Call, request: WireRequest, origin?: string): Promise<TraceEntry> {
    const meant = request.headers.map(([name]) => name);
    const out = { call, headers: meant, ...(origin === undefined ? {} : { origin }) };
    const headers = new Headers(request.headers.map(([name, value]) => [name, value]));
    headers.set(CALL_HEADER, JSON.stringify(out));
    const path = addressOf(base, sandbox, request.url);
    // Redirects are in the trace; the browser would follow one out of the world.
    const redirect = "manual" as const;
    const init = { method: request.method, headers, body: request.body ?? null, redirect };
    await orThrow(await retried(() => fetch(path, init)));
    return ask<TraceEntry>("entry", { id: call.id });
  }

  /** Asks for a view of the sandbox, which says what time it is there. */
  async function view(name: string, input: object): Promise<SandboxView> {
    const seen = await ask<SandboxView>(name, input);
    clock = seen.now;
    return seen;
  }

  /** Waits for the entry of a message, which takes so many seconds. */
  async function entry(asked: Promise<TraceEntry>, took = 1): Promise<TraceEntry> {
    const written = await asked;
    clock = written.at + took;
    return written;
  }

  return {
    now: () => clock,
    open: (settings) => view("open", { settings }),
    restart: (settings) => view("restart", { settings }),
    advance: (seconds) => view("advance", { id: crypto.randomUUID(), seconds }),
    rewind: (to) => view("rewind", { id: crypto.randomUUID(), to }),
    inspect: () => ask<Memory>("inspect", {}),
    exchange: (call, request, origin) => entry(exchange(call, request, origin)),
    visit: (call: Call, request: WireRequest) => entry(ask("visit", { call, request })),
    respond: (call: Call, response: WireResponse) => entry(ask("respond", { call, response })),
    record: (call: Call, local: LocalRecord) =>
      entry(ask("record", { call, local }), local.wait ?? 0),
  };
}

/** A problem of the world itself, not an answer of a server. */
async function orThrow(response: Response): Promise<void> {
  if (!response.headers.has("Grantlab-Problem")) return;
  const problem = jsonObject(await response.text())?.problem;
  throw new Error(typeof problem === "string" ? problem : "The world did not say what went wrong.");
}

/** Thrown when what answered was the host of these files, as when the service worker was removed. */
class NoWorld extends Error {
  override readonly name = "NoWorld";
  constructor() {
    super("The servers in this browser are not running. Reload the page to start them.");
  }
}

function isJson(response: Response): boolean {
  return response.ok && response.headers.get("Content-Type")?.includes("json") === true;
}
