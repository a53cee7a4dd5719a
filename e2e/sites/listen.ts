import { createServer, request as httpRequest } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { WireRequest, WireResponse } from "../../src/oauth/wire.ts";

type Handler = (request: Request) => Promise<Response>;

const LOOPBACK = "127.0.0.1";

/** Serves over HTTP at a free port of this machine, whatever the host asked for; stops with `close`. */
export async function listen(): Promise<{
  readonly port: number;
  serve(handler: Handler): void;
  close(): Promise<void>;
}> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, LOOPBACK, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("There is no port.");
  return {
    port: address.port,
    serve(handler) {
      const listener = getRequestListener(handler, { overrideGlobalObjects: false });
      server.on("request", (incoming, outgoing) => void listener(incoming, outgoing));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A request of a server or of the attacker's tools, over HTTP; redirects are not followed. */
export function send({ method, url, headers, body }: WireRequest): Promise<WireResponse> {
  const { hostname, port, pathname, search, host } = new URL(url);
  if (!hostname.endsWith(".localhost")) throw new RangeError(`${hostname} is not on this machine.`);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: LOOPBACK,
        port,
        method,
        path: pathname + search,
        headers: { ...Object.fromEntries(headers), host },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("error", reject).on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: pairs(response.rawHeaders),
            body: text,
          }),
        );
      },
    );
    request.on("error", reject).end(body);
  });
}

function pairs(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, raw[at + 1] ?? ""]] : [],
  );
}
