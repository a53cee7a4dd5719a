import { parseArgs } from "node:util";
import { createBuilder, preview } from "vite";
import { isFree } from "./ports.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: "4173" } } });
const port = Number(values.port);

if (!Number.isInteger(port) || !(await isFree(port))) {
  console.error(`Port ${values.port} cannot be used. Try another: npm start -- --port 4174`);
  process.exit(1);
}

console.log("Building Grantlab");
await (await createBuilder({ logLevel: "warn" })).buildApp();
const server = await preview({ preview: { port, strictPort: true } });
console.log(`Grantlab is at ${server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`}`);
