import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Language } from "../../src/learn/languages.ts";
import { jsonObject } from "../../src/oauth/json.ts";
import { run } from "../run.ts";
import type { FoundSample } from "./found.ts";

/** How a program is started in its folder; or why it cannot be on this machine, or what is wrong with it. */
export type Start =
  | { readonly program: string; readonly args: readonly string[] }
  | { readonly skip: string }
  | { readonly mistake: string };

const CACHE = resolve(".cache/samples");

/** Makes the samples of a language ready to start; `folder` is the sample's, or one of its programs'. */
export const toolchains: Readonly<
  Record<Language, (samples: readonly FoundSample[]) => (folder: string) => Promise<Start>>
> = {
  typescript: () => (folder) => Promise.resolve(typescript(folder)),
  curl: () => () => Promise.resolve({ program: "sh", args: ["client.sh"] }),
  python: (samples) => {
    const ready = once(() => virtualEnvironment(samples));
    return async (folder) => {
      const made = await ready();
      return "skip" in made ? made : { ...made, args: [programIn(folder)] };
    };
  },
  go: () => {
    const built = new Map<string, Promise<Start>>();
    return (folder) => {
      const one = built.get(folder) ?? build(folder);
      built.set(folder, one);
      return one;
    };
  },
};

/** What `npm start` says. */
function typescript(folder: string): Start {
  const [tool = "", file = ""] = startOf(folder).split(" ");
  if (tool !== "tsx") return { mistake: `${folder} starts with ${tool}.` };
  return { program: process.execPath, args: ["--import", "tsx", file] };
}

/** The start script of the package in that folder. */
export function startOf(folder: string): string {
  const manifest = jsonObject(readFileSync(join(folder, "package.json"), "utf8"));
  const scripts = manifest?.["scripts"];
  const isSet = typeof scripts === "object" && scripts !== null && "start" in scripts;
  if (!isSet) throw new TypeError(`The package in ${folder} has no start script.`);
  return String(scripts.start);
}

/** The file to run, named after what it is. */
function programIn(folder: string): string {
  const names = ["client.py", "api.py", "server.py"];
  return names.find((name) => existsSync(join(folder, name))) ?? "client.py";
}

/** One for all samples, kept until what they require changes. */
async function virtualEnvironment(
  samples: readonly FoundSample[],
): Promise<{ readonly program: string } | { readonly skip: string }> {
  const lines = samples.flatMap(({ folder }) =>
    readFileSync(join(folder, "requirements.txt"), "utf8").split("\n"),
  );
  const required = [...new Set(lines.map((line) => line.trim()))].filter((line) => line !== "");
  const text = `${required.toSorted().join("\n")}\n`;
  const folder = join(
    CACHE,
    "python",
    createHash("sha256").update(text).digest("hex").slice(0, 12),
  );
  const program = join(folder, "bin", "python");
  const done = join(folder, "requirements.txt");
  if (existsSync(done)) return { program };
  const made = await run("python3", ["-m", "venv", folder]);
  if (made.code !== 0) return { skip: `python3 makes no virtual environment: ${lastLine(made)}` };
  await writeFile(`${done}.new`, text);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  const installed = await run(program, [...pip, "-r", `${done}.new`]);
  if (installed.code !== 0) return { skip: `pip installs no Authlib: ${lastLine(installed)}` };
  await writeFile(done, text);
  return { program };
}

async function build(folder: string): Promise<Start> {
  const version = await run("go", ["version"]);
  if (version.code !== 0) return { skip: `there is no go: ${lastLine(version)}` };
  const fetched = await run("go", ["mod", "download"], { cwd: folder });
  if (fetched.code !== 0) return { skip: `go fetches no modules: ${lastLine(fetched)}` };
  const program = join(CACHE, "go", folder.replaceAll(/\W+/g, "-"));
  await mkdir(join(CACHE, "go"), { recursive: true });
  const built = await run("go", ["build", "-o", program, "."], { cwd: folder });
  return built.code === 0 ? { program, args: [] } : { mistake: built.output };
}

function lastLine({ output }: { readonly output: string }): string {
  return output.trim().split("\n").at(-1) ?? "";
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
