import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Whether nothing listens on the port of this machine yet; port 0 is always free. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "localhost", () => server.close(() => resolve(true)));
  });
}

const given = new Set<number>();

/** A port nothing listens on, and none that was given before. */
export async function freePort(): Promise<number> {
  for (;;) {
    // Below those that systems give to connections, which would take it again before somebody listens there.
    const port = randomInt(20_000, 32_000);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}
