import { parseArgs } from "node:util";
import { createBuilder, preview } from "vite";
import { isFree } from "./ports.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: "4173" } } });

async function start(port: number): Promise<void> {
  console.log("Building Grantlab");
  const builder = await createBuilder({ logLevel: "warn" });
  await builder.buildApp();
  const server = await preview({ preview: { port, strictPort: true } });
  console.log(`Grantlab is at ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`}`);
}

/** What speaks against the port, if anything. */
async function objection(port: number): Promise<string | undefined> {
  if (!Number.isInteger(port) || port < 1 || port > 65535) return "is not a port";
  return (await isFree(port)) ? undefined : "is in use";
}

const reason = await objection(Number(values.port));
if (reason === undefined) {
  await start(Number(values.port));
} else {
  console.error(`Port ${values.port} ${reason}. Choose one: npm start -- --port 4180`);
  process.exitCode = 1;
}
