import { grantClients } from "../grants/servers.ts";
import { people } from "../world/defaults.ts";
import { banner } from "./banner.ts";
import { type ListenOptions, readCommand, USAGE } from "./options.ts";
import { startServer } from "./server.ts";

const command = readCommand(process.argv.slice(2));
if (command.kind === "help") console.log(USAGE);
if (command.kind === "mistake") fail(command.message, 2);
if (command.kind === "listen") await run(command.options);

async function run(options: ListenOptions) {
  try {
    const { issuer, close } = await startServer(options);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
    console.log(banner(issuer, people, grantClients));
  } catch (error) {
    fail(explain(error, options), 1);
  }
}

function explain(error: unknown, { port, host }: ListenOptions): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is in use. Choose another with --port.`;
  if (code === "EACCES")
    return `Port ${port} needs more rights. Choose one above 1023 with --port.`;
  if (code === "EADDRNOTAVAIL") return `This machine has no address ${host}.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function fail(message: string, exitCode: number) {
  console.error(message);
  process.exitCode = exitCode;
}
