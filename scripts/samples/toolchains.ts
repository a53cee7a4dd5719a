import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Language } from "../../src/learn/languages.ts";
import { jsonObject } from "../../src/oauth/json.ts";
import { filesIn } from "../../vite/samples.ts";
import { run } from "../run.ts";
import { buildCovered, goPieces } from "./coverage/go.ts";
import { javascriptPieces } from "./coverage/javascript.ts";
import { copied, markedPieces } from "./coverage/marks.ts";
import type { Piece } from "./coverage/pieces.ts";
import { RECORDER } from "./coverage/scripts.ts";
import { copyMarked } from "./coverage/shell.ts";
import type { FoundSample } from "./found.ts";
import { transpile, transpiledName } from "./transpile.ts";

/** How a program is started; or why it cannot be on this machine, or what is wrong with it. */
export type Start =
  | {
      readonly program: string;
      readonly args: readonly string[];
      /** Where, if not in its own folder. */
      readonly folder?: string;
    }
  | { readonly skip: string }
  | { readonly mistake: string };

/** What a language needs to run its samples, and to tell what of them was executed. */
export interface Toolchain {
  /** Makes a program ready to start; `folder` is the sample's, or one of its programs'. */
  start(folder: string): Promise<Start>;
  /** What was executed of the sample in that folder; `left` is where its programs left it. */
  pieces(folder: string, left: string): Promise<readonly Piece[]>;
}

const CACHE = resolve(".cache/samples");

/** The toolchain of a language, for those samples. */
export const toolchains: Readonly<
  Record<Language, (samples: readonly FoundSample[]) => Toolchain>
> = {
  typescript: () => {
    const record = once(recorder);
    return {
      start: onceEach(async (folder) => typescript(folder, await record())),
      pieces: (folder, left) => javascriptPieces(folder, left, copyOf("typescript", folder)),
    };
  },
  curl: () => ({
    start: onceEach(async (folder) => {
      const copy = copyOf("curl", folder);
      await copyMarked(folder, copy);
      return { program: "sh", args: ["client.sh"], folder: copy };
    }),
    pieces: (folder, left) => markedPieces(folder, copyOf("curl", folder), left),
  }),
  python: (samples) => {
    const ready = once(() => virtualEnvironment(samples));
    return {
      start: onceEach(async (folder) => {
        const made = await ready();
        return "skip" in made ? made : python(made.program, folder);
      }),
      pieces: async (folder, left) => [
        ...(await markedPieces(folder, copyOf("python", folder), left)),
        ...(await javascriptPieces(folder, left)),
      ],
    };
  },
  go: () => ({
    start: onceEach(build),
    pieces: async (folder, left) => [
      ...(await goPieces(folder, left)),
      ...(await javascriptPieces(folder, left)),
    ],
  }),
};

/** What `npm start` says, transpiled once instead of at every start; `record` is imported before. */
async function typescript(folder: string, record: string): Promise<Start> {
  const [tool = "", file = ""] = startOf(folder).split(" ");
  if (tool !== "tsx") return { mistake: `${folder} starts with ${tool}.` };
  const copy = copyOf("typescript", folder);
  await copied(folder, copy);
  await transpile(
    copy,
    filesIn(copy).filter((name) => name.endsWith(".ts")),
  );
  const args = ["--import", record, transpiledName(file)];
  return { program: process.execPath, args, folder: copy };
}

/** The address of what keeps what a process executed. */
async function recorder(): Promise<string> {
  const copy = join(CACHE, "recorder");
  await copied("scripts/samples/coverage", copy);
  await transpile(copy, RECORDER);
  return pathToFileURL(join(copy, transpiledName(RECORDER[0]))).href;
}

/** The start script of the package in that folder. */
export function startOf(folder: string): string {
  const manifest = jsonObject(readFileSync(join(folder, "package.json"), "utf8"));
  const scripts = manifest?.["scripts"];
  const isSet = typeof scripts === "object" && scripts !== null && "start" in scripts;
  if (!isSet) throw new TypeError(`The package in ${folder} has no start script.`);
  return String(scripts.start);
}

async function python(program: string, folder: string): Promise<Start> {
  const copy = copyOf("python", folder);
  await copied(folder, copy);
  const marked = await run(program, ["scripts/samples/coverage/mark.py", folder, copy]);
  if (marked.code !== 0) return { mistake: marked.output };
  return { program, args: [programIn(folder)], folder: copy };
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
  const copy = copyOf("go", folder);
  const program = `${copy}.program`;
  const built = await buildCovered(folder, copy, program);
  return built.code === 0 ? { program, args: [] } : { mistake: built.output };
}

function lastLine({ output }: { readonly output: string }): string {
  return output.trim().split("\n").at(-1) ?? "";
}

function copyOf(language: Language, folder: string): string {
  return join(CACHE, language, folder.replaceAll(/\W+/g, "-"));
}

function onceEach(make: (folder: string) => Promise<Start>): (folder: string) => Promise<Start> {
  const made = new Map<string, Promise<Start>>();
  return (folder) => {
    const one = made.get(folder) ?? make(folder);
    made.set(folder, one);
    return one;
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
