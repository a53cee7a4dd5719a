import type { RequestListener } from "node:http";
import { createServer } from "node:http";

/** Serves on a free loopback port, to which the origin is then known. */
export async function listen(listenerFor: (origin: string) => RequestListener): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("There is no port.");
  const origin = `http://127.0.0.1:${address.port}`;
  server.on("request", listenerFor(origin));
  return origin;
}
