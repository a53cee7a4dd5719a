import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Policy } from "../../src/authorization-server/ports.ts";
import type { Language } from "../../src/learn/languages.ts";
import { freePort } from "../ports.ts";
import { GO_FOLDER_VARIABLE } from "./coverage/go.ts";
import { FOLDER_VARIABLE } from "./coverage/marks.ts";
import { keepScripts } from "./coverage/scripts.ts";
import { type RunningServer, startServer } from "../../src/node/server.ts";
import { compared } from "./compared.ts";
import { runPage } from "./run-page.ts";
import { runProgram } from "./run-program.ts";
import type { PageScript } from "./browse.ts";
import type { FoundSample } from "./found.ts";
import { startOf, type Toolchain } from "./toolchains.ts";

/** Where a row is run: what its preparations may use. */
export interface Place {
  readonly server: RunningServer;
  /** A folder of the row's own, for tokens and keys. */
  readonly folder: string;
  /** Keeps what a browser executed of the sample's scripts. */
  keep(scripts: readonly PageScript[]): void;
  /** Starts another authorization server, which ends with the row. */
  another(policy?: Partial<Policy>): Promise<RunningServer>;
  /** Has something done when the row is over. */
  later(cleanUp: () => Promise<unknown>): void;
}

type Visit = (address: URL, place: Place) => Promise<readonly string[]>;

/** One start of a program and what it has to say. */
export interface ExpectedRun {
  /** Done before: what the program is to find, and the variables that tell it where. */
  readonly prepare?: (place: Place) => Promise<Readonly<Record<string, string>>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly decision?: "allow" | "deny";
  /** What somebody makes of the address Alice's browser is sent back to. */
  readonly forge?: (back: URL) => URL;
  readonly typed?: string;
  /** For a program that serves. */
  readonly visit?: Visit;
  /** For a page: done in a browser. */
  readonly browse?: Visit;
  /** Null for a program that serves until it is ended. */
  readonly status: 0 | 1 | null;
  /** Its output has lines with these, in this order; `{issuer}` is the server's. */
  readonly output: readonly string[];
  /** Whether it says nothing else. A shell does, which shows every answer. */
  readonly whole?: boolean;
  /** The client it asks as, in every address it has its user open. */
  readonly client?: string;
  /** Not in its output, nor among its errors. */
  readonly never?: readonly string[];
  /** Its errors contain this; an expression where each language says it in words of its own. */
  readonly errors?: string | RegExp;
}

/** A row: a sample, run once or more often in one place. */
export interface Row {
  /** The grant or chapter. */
  readonly sample: string;
  /** What the runs show, after the name of the sample. */
  readonly title: string;
  /** Those it is about; every language the sample has otherwise. */
  readonly languages?: readonly Language[];
  /** The folder of the program, where a sample has several. */
  readonly program?: string;
  readonly policy?: Partial<Policy>;
  /** Whether Alice pastes the address her browser ends at. Otherwise she does for a shell, which cannot listen there. */
  readonly pastes?: boolean;
  readonly runs: readonly ExpectedRun[];
}

/** What is wrong with each run; nothing when all went as expected. What was executed is in `left` afterwards. */
export async function mistakesIn(
  row: Row,
  { language, folder: sample }: FoundSample,
  { start }: Toolchain,
  left: string,
): Promise<{ readonly skip: string } | { readonly mistakes: readonly string[] }> {
  const folder = join(sample, row.program ?? "");
  const isPage = language === "typescript" && startOf(folder).startsWith("vite");
  const started = isPage ? undefined : await start(folder);
  if (started !== undefined && "skip" in started) return started;
  if (started !== undefined && "mistake" in started) return { mistakes: [started.mistake] };
  const { place, leave } = await enterPlace(row, (scripts) =>
    keepScripts(left, inFolder(folder, scripts)),
  );
  const pastes = isPasted(row, language);
  try {
    const mistakes: string[] = [];
    for (const expected of row.runs) {
      const prepared = (await expected.prepare?.(place)) ?? {};
      const given = { ISSUER: place.server.issuer, PORT: String(await freePort()) };
      const asked = { ...given, ...prepared, ...expected.env };
      const env = { ...asked, [FOLDER_VARIABLE]: left, [GO_FOLDER_VARIABLE]: left };
      const ended =
        started === undefined
          ? await runPage(folder, asked, visitOf(expected.browse, place))
          : await runProgram({ folder, ...started, ...doneIn(expected, place), env, pastes });
      mistakes.push(...compared(expected, ended, { issuer: place.server.issuer, language }));
    }
    return { mistakes };
  } finally {
    await leave();
  }
}

function isPasted({ pastes }: Row, language: Language): boolean {
  return pastes ?? language === "curl";
}

function inFolder(folder: string, scripts: readonly PageScript[]) {
  return scripts.map(({ path, ...script }) => ({ file: resolve(folder, `.${path}`), ...script }));
}

function doneIn({ decision, forge, typed, visit }: ExpectedRun, place: Place) {
  return { decision, forge, typed, visit: visit && visitOf(visit, place) };
}

function visitOf(visit: Visit | undefined, place: Place) {
  return async (address: URL) => (await visit?.(address, place)) ?? [];
}

async function enterPlace({ policy = {} }: Row, keep: Place["keep"]) {
  const cleaning: (() => Promise<unknown>)[] = [];
  const another = async (others: Partial<Policy> = {}) => {
    const server = await startServer({ port: 0, host: "127.0.0.1" }, others);
    cleaning.push(() => server.close());
    return server;
  };
  const folder = await mkdtemp(join(tmpdir(), "grantlab-"));
  cleaning.push(() => rm(folder, { recursive: true }));
  const server = await another(policy);
  const later: Place["later"] = (cleanUp) => void cleaning.push(cleanUp);
  const place: Place = { server, folder, keep, another, later };
  const leave = async () => {
    for (const cleanUp of cleaning) await cleanUp();
  };
  return { place, leave };
}
