import { parseArgs } from "node:util";

/** Where the server listens. Port 0 means any free one. */
export interface ListenOptions {
  readonly port: number;
  readonly host: string;
}

export const USAGE = `Options: [--port 9000] [--host 127.0.0.1]
  --port  0 to 65535; 0 takes any free port
  --host  127.0.0.1, another 127.x.x.x, ::1 or localhost`;

/** What a command line asks for: to listen, to be told how, or something that cannot be done. */
export type Command =
  | { readonly kind: "listen"; readonly options: ListenOptions }
  | { readonly kind: "help" }
  | { readonly kind: "mistake"; readonly message: string };

/** Reads the arguments after the script's name. */
export function readCommand(args: readonly string[]): Command {
  const values = parse(args);
  if (typeof values === "string") return { kind: "mistake", message: values };
  if (values.help) return { kind: "help" };
  const port = portOf(values.port);
  if (port === undefined) return mistake("--port", "a number from 0 to 65535", values.port);
  if (!isLoopback(values.host)) return mistake("--host", "a loopback address", values.host);
  return { kind: "listen", options: { port, host: values.host } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: "string", default: "9000" },
        host: { type: "string", default: "127.0.0.1" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    return firstLine(error);
  }
}

function mistake(option: string, wanted: string, got: string): Command {
  return { kind: "mistake", message: `${option} must be ${wanted}, not ${JSON.stringify(got)}` };
}

function portOf(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

// The passwords are known to everybody, and plain http is fit for loopback only (RFC 8414 §2).
function isLoopback(host: string): boolean {
  return (
    host === "localhost" ||
    host === "::1" ||
    /^127(\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])){3}$/.test(host)
  );
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
