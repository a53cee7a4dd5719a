import { connect, createServer, type Socket } from "node:net";

/** What a slow 4G connection is taken to be: 1.6 Mbit/s down for everything together, 150 ms there and back. */
export const SLOW_4G = { bytesPerMs: 200, roundTripMs: 150 };

export interface SlowLink {
  readonly port: number;
  /** Bytes that came down the line by now. */
  sent(): number;
  close(): void;
}

interface Download {
  readonly to: Socket;
  readonly waiting: Buffer[];
}

const TICK_MS = 10;
const PACKET = 1460;

/**
 * A TCP relay to a port of this machine that behaves like one slow line: every connection waits a round trip to be
 * made, what goes up and down waits half of one, and what comes down shares the line's bandwidth evenly. Unlike the
 * browser's own throttling it holds for the service worker as well.
 */
export async function slowLink(target: number, link = SLOW_4G): Promise<SlowLink> {
  const downloads = new Set<Download>();
  const delay = link.roundTripMs / 2;
  const server = createServer((near) => {
    near.setNoDelay(true);
    near.pause();
    setTimeout(() => join(near), link.roundTripMs);
  });

  function join(near: Socket): void {
    const far = connect({ port: target, host: "localhost", noDelay: true });
    const download: Download = { to: near, waiting: [] };
    downloads.add(download);
    near.on("data", (data) => setTimeout(() => far.write(data), delay));
    far.on("data", (data) => {
      for (let at = 0; at < data.length; at += PACKET) {
        download.waiting.push(data.subarray(at, at + PACKET));
      }
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => {
        if (download.waiting.length === 0) downloads.delete(download);
        if (one === near) far.destroy();
      });
    }
    near.resume();
  }

  let credit = 0;
  let total = 0;
  let before = performance.now();
  const line = setInterval(() => {
    const now = performance.now();
    credit = Math.min(credit + (now - before) * link.bytesPerMs, 50 * link.bytesPerMs);
    before = now;
    const sent = sendRound(downloads, credit, delay);
    credit -= sent;
    total += sent;
  }, TICK_MS);

  await new Promise<void>((resolve) => server.listen(0, "localhost", () => resolve()));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("There is no port.");
  return {
    port: address.port,
    sent: () => total,
    close: () => {
      clearInterval(line);
      server.close();
      for (const { to } of downloads) to.destroy();
    },
  };
}

/** Sends a packet of each download in turn, as long as the line has room; how many bytes went. */
function sendRound(downloads: ReadonlySet<Download>, room: number, delay: number): number {
  let sent = 0;
  for (let progress = true; progress && sent < room; ) {
    progress = false;
    for (const { to, waiting } of downloads) {
      const packet = sent < room ? waiting.shift() : undefined;
      if (packet === undefined) continue;
      sent += packet.length;
      progress = true;
      setTimeout(() => to.destroyed || to.write(packet), delay);
    }
  }
  return sent;
}
