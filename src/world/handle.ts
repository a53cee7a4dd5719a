import * as v from "valibot";
import type { HeaderList, WireRequest } from "../oauth/wire.ts";
import { type Address, CALL_HEADER, parseAddress, WORLD_HOST } from "./address.ts";
import { exchangeCall, worldCalls } from "./protocol.ts";
import { NoSuchSite } from "./sites.ts";
import type { World } from "./world.ts";

/**
 * Answers the requests under a world's prefix; nothing for any other request. `world` is asked for at the
 * first of them. `base` ends in a slash.
 */
export function handleWith(world: () => Promise<World>, base: string) {
  return function handle(request: Request): Promise<Response> | undefined {
    const address = parseAddress(base, request.url);
    if (address === undefined) return undefined;
    return world()
      .then((opened) => answer(opened, address, request))
      .catch(explain);
  };
}

function answer(world: World, address: Address, request: Request): Promise<Response> {
  return address.host === WORLD_HOST
    ? control(world, address, request)
    : exchange(world, address, request);
}

/** A request to a site: it goes to the server there and its answer comes back, like over a network. */
async function exchange(
  world: World,
  { sandbox, publicUrl }: Address,
  request: Request,
): Promise<Response> {
  const out = outOfBand(request);
  const text = await request.text();
  const wire: WireRequest = {
    method: request.method,
    url: publicUrl,
    headers: out?.headers ?? meant(request, [...request.headers.keys()]),
    ...(request.method === "GET" || request.method === "HEAD" ? {} : { body: text }),
  };
  const { response } = await world.exchange(sandbox, out?.call, wire, out?.origin);
  if (response === undefined) {
    // The client's own server answers later, in a message of its own; a page learns of that from the trace.
    if (out === undefined) throw new Error("The server did not answer.");
    return new Response(null, { status: 202 });
  }
  const body = [204, 304].includes(response.status) ? null : response.body;
  const headers = response.headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(body, { status: response.status, headers });
}

function outOfBand(request: Request) {
  const header = request.headers.get(CALL_HEADER);
  if (header === null) return undefined;
  const { headers, ...rest } = v.parse(exchangeCall, JSON.parse(header));
  return { ...rest, headers: meant(request, headers) };
}

function meant(request: Request, names: readonly string[]): HeaderList {
  return names
    .filter((name) => name.toLowerCase() !== CALL_HEADER.toLowerCase())
    .map((name) => [name, request.headers.get(name) ?? ""]);
}

async function control(
  world: World,
  { sandbox, publicUrl }: Address,
  request: Request,
): Promise<Response> {
  const name = new URL(publicUrl).pathname.slice(1);
  const input: unknown = await request.json();
  return Response.json(await perform(world, sandbox, name, input));
}

function perform(world: World, sandbox: string, name: string, input: unknown): Promise<unknown> {
  switch (name) {
    case "open":
      return world.open(sandbox, v.parse(worldCalls.open, input).settings);
    case "restart":
      return world.restart(sandbox, v.parse(worldCalls.restart, input).settings);
    case "advance": {
      const { id, seconds } = v.parse(worldCalls.advance, input);
      return world.advance(sandbox, id, seconds);
    }
    case "entry":
      return world.entry(sandbox, v.parse(worldCalls.entry, input).id);
    case "rewind": {
      const { id, to } = v.parse(worldCalls.rewind, input);
      return world.rewind(sandbox, id, to);
    }
    case "inspect":
      v.parse(worldCalls.inspect, input);
      return world.inspect(sandbox);
    case "visit": {
      const { call, request } = v.parse(worldCalls.visit, input);
      return world.visit(sandbox, call, request);
    }
    case "respond": {
      const { call, response } = v.parse(worldCalls.respond, input);
      return world.respond(sandbox, call, response);
    }
    case "record": {
      const { call, local } = v.parse(worldCalls.record, input);
      return world.record(sandbox, call, local);
    }
    default:
      throw new RangeError(`A world has no call “${name}”.`);
  }
}

/** Says what went wrong. 502: nobody answers there; 400: the call makes no sense. */
function explain(error: unknown): Response {
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof NoSuchSite ? 502 : 400;
  return Response.json({ problem: message }, { status, headers: { "Grantlab-Problem": "1" } });
}
