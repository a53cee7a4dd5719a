import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { enterCode, signInAndAllow } from "../../src/node/testing.ts";
import { ALICE } from "../../src/grants/cast.ts";

/** How a sample is run, and what its user does. */
export interface Running {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** What Alice answers when she is asked. */
  readonly decision?: "allow" | "deny" | undefined;
  /** What somebody makes of the address the browser is sent back to. */
  readonly forge?: ((back: URL) => URL) | undefined;
  /** What is typed at once. Otherwise nothing is, unless the browser's answer is. */
  readonly typed?: string | undefined;
  /** Whether the address the browser is sent back to is typed; otherwise the browser goes there. */
  readonly pastes?: boolean | undefined;
  /** What is done with a server once it has said its address; it is ended afterwards. The lines are added to the output. */
  readonly visit?: ((address: URL) => Promise<readonly string[]>) | undefined;
}

/** What came of it. */
export interface Ended {
  /** Null when a signal ended it, as it does servers. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
  /** The addresses it asked its user to open. */
  readonly opened: readonly URL[];
}

/** What hangs is ended after so many milliseconds. */
const PATIENCE = 45_000;

/** Runs a sample to its end, as Alice at her browser and her keyboard. */
export async function runProgram(running: Running): Promise<Ended> {
  const { program, args, folder, env, typed, pastes = false } = running;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, PYTHONUNBUFFERED: "1", PYTHONDONTWRITEBYTECODE: "1", ...env },
    timeout: PATIENCE,
  });
  const [output, errors] = [collected(child, "stdout"), collected(child, "stderr")];
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  if (typed !== undefined || !pastes) child.stdin.end(typed);
  const alice = aliceAt(child, running);
  child.stdout.on("data", () => alice.look(output()));
  const exitCode = await exit;
  const added = await alice.done();
  return {
    exitCode,
    output: [output(), ...added].join("\n"),
    errors: errors(),
    opened: alice.opened(),
  };
}

/** Runs a file of the TypeScript sample that lies beside the test at that address. */
export function runTypeScript(
  test: string,
  file: string,
  running: Pick<Running, "env" | "decision" | "typed">,
): Promise<Ended> {
  const folder = fileURLToPath(new URL("sample/typescript", test));
  const args = ["--import", "tsx", file];
  return runProgram({ program: process.execPath, args, folder, ...running });
}

const ADDRESS = /(http:\/\/\S+\/authorize\?\S+)\s/g;
const DEVICE = /(http:\/\/\S+\/device)\s[^]*\s([A-Z]{4}-[A-Z]{4})\s/;
const LISTENS = /^(?:.*\s)?(http:\/\/127\.0\.0\.1:\d+\S*)\s*$/m;

/** Alice, who does once what each thing that is shown to her asks for. */
function aliceAt(child: ChildProcess, running: Running) {
  const { decision = "allow", pastes = false, visit, forge = (back) => back } = running;
  const opened = new Map<string, Promise<readonly string[]>>();
  const act = (what: string, doing: () => Promise<readonly string[]>) => {
    if (opened.has(what)) return;
    opened.set(
      what,
      // A sample that waits for what failed here would wait for long.
      doing().catch((error: unknown) => {
        child.kill();
        return [String(error)];
      }),
    );
  };
  return {
    look(shown: string): void {
      if (visit !== undefined) {
        const [, address] = LISTENS.exec(shown) ?? [];
        if (address !== undefined) act(address, () => visited(address, visit));
        return;
      }
      for (const [, address = ""] of shown.matchAll(ADDRESS)) act(address, () => open(address));
      const [, address, code = ""] = DEVICE.exec(shown) ?? [];
      if (address !== undefined) act(address, () => enter(address, code));
    },
    opened: () => [...opened.keys()].map((address) => new URL(address)),
    done: async () => (await Promise.all(opened.values())).flat(),
  };

  async function open(address: string): Promise<readonly string[]> {
    const back = forge(await signInAndAllow(new URL(address), ALICE, decision));
    if (pastes) child.stdin?.write(`${back.href}\n`);
    else await goTo(back);
    return [];
  }

  async function enter(address: string, code: string): Promise<readonly string[]> {
    await enterCode(new URL(address), code, ALICE, decision);
    return [];
  }

  async function visited(
    address: string,
    visit: (address: URL) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const lines = await visit(new URL(address));
    child.kill();
    return lines;
  }
}

/** As a browser does, which looks for an icon wherever it comes. */
async function goTo(address: URL): Promise<void> {
  await fetch(new URL("/favicon.ico", address));
  await fetch(address);
}

function collected(child: ChildProcess, name: "stdout" | "stderr"): () => string {
  let text = "";
  child[name]?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}
