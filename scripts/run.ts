import { spawn } from "node:child_process";

export interface Ran {
  /** Null when a signal ended it. */
  readonly code: number | null;
  /** Standard output and error, in the order they came. */
  readonly output: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Shows the output while it comes as well. */
  readonly show?: boolean;
  /** The folder it runs in; the project's unless told otherwise. */
  readonly cwd?: string;
  /** Ends the program after so many milliseconds. */
  readonly timeout?: number;
}

/** Runs a program of the project or the system; npm puts the project's on the path. Never rejects. */
export function run(
  command: string,
  args: readonly string[],
  { env = {}, show = false, cwd, timeout }: RunOptions = {},
): Promise<Ran> {
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // On Windows npm's programs are .cmd files, which only a shell starts.
    shell: process.platform === "win32",
    ...(cwd === undefined ? {} : { cwd }),
    ...(timeout === undefined ? {} : { timeout }),
  });
  let output = "";
  const take = (text: string) => {
    output += text;
    if (show) process.stdout.write(text);
  };
  child.stdout.setEncoding("utf8").on("data", take);
  child.stderr.setEncoding("utf8").on("data", take);
  return new Promise((resolve) => {
    child.on("error", ({ message }) => resolve({ code: 1, output: `${output}${message}\n` }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
