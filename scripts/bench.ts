import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { measureBrowser } from "./bench/in-browser.ts";
import { measureOwnTokens, measureTokens } from "./bench/tokens.ts";
import { run } from "./run.ts";

interface Section {
  readonly name: string;
  readonly title: string;
  measure(): Promise<void>;
}

const SECTIONS: readonly Section[] = [
  { name: "bytes", title: "Bytes of script per page", measure: measureBytes },
  { name: "browser", title: "In the browser", measure: measureBrowser },
  { name: "tokens", title: "Authorization code + PKCE redemptions", measure: measureTokens },
  { name: "clients", title: "Client credentials", measure: measureOwnTokens },
];

const { values } = parseArgs({ options: { only: { type: "string" } } });
const chosen = SECTIONS.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  console.error(`--only takes one of ${SECTIONS.map(({ name }) => name).join(", ")}`);
  process.exitCode = 2;
}

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"})`);
for (const { title, measure } of chosen) {
  console.log(`\n${title} (load ${loadavg()[0]?.toFixed(1)})`);
  await measure();
}

async function measureBytes(): Promise<void> {
  for (const command of ["vite build --logLevel warn", "tsx scripts/size.ts"]) {
    const [program = "", ...args] = command.split(" ");
    const { code } = await run(program, args, { show: true });
    if (code !== 0) process.exitCode = 1;
  }
}
