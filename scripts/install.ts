import { existsSync, readFileSync } from "node:fs";
import { run } from "./run.ts";

/** A way to get a program that is missing. */
export interface Installation {
  readonly title: string;
  readonly commands: readonly (readonly [string, ...string[]])[];
}

/** Says why and what, then does it; whether that went well. */
export async function install(why: string, { title, commands }: Installation): Promise<boolean> {
  console.log(`${why}. Installing ${title}: ${show(commands)}`);
  return runAll(commands);
}

/** Debian's package of that name, where it can be installed. */
export function debianPackage(name: string): readonly Installation[] {
  if (!isRoot() || !isDebian()) return [];
  return [
    {
      title: `Debian's package ${name}`,
      commands: [
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", name],
      ],
    },
  ];
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Ubuntu's packages of browsers only lead to a snap. */
function isDebian(): boolean {
  const file = "/etc/os-release";
  return existsSync(file) && /^ID="?(debian|raspbian)"?$/m.test(readFileSync(file, "utf8"));
}

async function runAll(commands: Installation["commands"]): Promise<boolean> {
  for (const [command, ...args] of commands) {
    const { code, output } = await run(command, args, {
      env: { DEBIAN_FRONTEND: "noninteractive" },
      timeout: 600_000,
    });
    if (code === 0) continue;
    console.log(`${command} failed:\n${output.trimEnd().split("\n").slice(-8).join("\n")}`);
    return false;
  }
  return true;
}

function show(commands: Installation["commands"]): string {
  return commands.map((words) => words.join(" ")).join(" && ");
}
