import { mkdir, readFile, rm } from "node:fs/promises";
import * as v from "valibot";
import { BROWSER_VARIABLE, ensureBrowser } from "./browser.ts";
import { ensureFirefox } from "./firefox.ts";
import { freePort } from "./ports.ts";
import { type Ran, run } from "./run.ts";

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  /** Stages that begin before this one, without which it can prove nothing. */
  readonly needs?: readonly string[];
  run(): Promise<Counts>;
}

const PASSED: Counts = { passed: 1, failed: 0 };
const FAILED: Counts = { passed: 0, failed: 1 };
const REPORTS = ".cache/reports";

/**
 * One group after the other. The stages of a group begin in their order, two at a time: most keep one core busy, and the
 * samples wait a lot.
 */
const groups: readonly (readonly Stage[])[] = [
  [
    { name: "browser", run: findBrowser },
    check("format", "biome format ."),
    { name: "samples", needs: ["browser"], run: runSamples },
    check(
      "types",
      "tsc -p tsconfig.core.json",
      "tsc -p tsconfig.page.json",
      "tsc -p tsconfig.node.json",
    ),
    check("lint", "oxlint --type-aware --deny-warnings"),
    check("layers", "tsx scripts/layers.ts"),
    check("unused", "knip"),
    check("matrix", "tsx scripts/matrix.ts"),
    check("build", "vite build --logLevel warn"),
    check(
      "build under a sub-path",
      "vite build --logLevel warn --base /oauth/ --outDir dist-oauth",
    ),
    { ...check("size", "tsx scripts/size.ts"), needs: ["build"] },
  ],
  [{ name: "unit", run: unitTests }],
  [{ name: "e2e", needs: ["build", "build under a sub-path", "browser"], run: endToEnd }],
];

function check(name: string, ...commands: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const runs: Ran[] = [];
      for (const command of commands) {
        const [program = "", ...args] = command.split(" ");
        runs.push(await run(program, args));
      }
      const failures = runs.filter(({ code }) => code !== 0);
      for (const { output } of failures) console.log(output.trimEnd());
      return failures.length === 0 ? PASSED : FAILED;
    },
  };
}

async function unitTests(): Promise<Counts> {
  const file = `${REPORTS}/unit.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const ran = await run("vitest", ["run", ...reporters]);
  if (ran.code !== 0) console.log(ran.output.trimEnd());
  const report = await readReport(file, UnitReport);
  return counted(ran, report && { passed: report.numPassedTests, failed: report.numFailedTests });
}

const UnitReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });

/** Every sample of every language whose toolchain is there; what is skipped neither passes nor fails. */
async function runSamples(): Promise<Counts> {
  const ran = await run("tsx", ["scripts/samples.ts"]);
  const { passed, failed } =
    /(?<passed>\d+) passed, (?<failed>\d+) failed/.exec(ran.output)?.groups ?? {};
  const skipped = ran.output.split("\n").filter((line) => line.startsWith("skipped "));
  for (const line of ran.code === 0 ? skipped : [ran.output.trimEnd()]) console.log(line);
  return counted(ran, { passed: Number(passed ?? 0), failed: Number(failed ?? 0) });
}

async function findBrowser(): Promise<Counts> {
  try {
    process.env[BROWSER_VARIABLE] = await ensureBrowser();
    await ensureFirefox();
    return PASSED;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

async function endToEnd(): Promise<Counts> {
  const file = `${REPORTS}/e2e.json`;
  const ran = await run("playwright", ["test", "--reporter=list,json"], {
    show: true,
    env: {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      PLAYWRIGHT_FORCE_TTY: "0",
      GRANTLAB_PORT: String(await freePort()),
      GRANTLAB_SUBPATH_PORT: String(await freePort()),
    },
  });
  const stats = (await readReport(file, EndToEndReport))?.stats;
  return counted(ran, stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

const EndToEndReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
});

/** The report's counts; a run that ended badly without a failed test is one failure, and so is an empty one. */
function counted({ code }: Ran, counts: Counts | undefined): Counts {
  if (counts === undefined || counts.passed + counts.failed === 0) return FAILED;
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function readReport<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  try {
    return v.parse(schema, JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

async function runStages(): Promise<Counts> {
  const results = new Map<string, Promise<Counts>>();
  for (const group of groups) {
    const rest = [...group];
    const workOff = async () => {
      for (let stage = rest.shift(); stage !== undefined; stage = rest.shift()) {
        const running = runStage(stage, results);
        results.set(stage.name, running);
        await running;
      }
    };
    await Promise.all([workOff(), workOff()]);
  }
  const all = await Promise.all(results.values());
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}

async function runStage(
  { name, needs = [], run: begin }: Stage,
  results: ReadonlyMap<string, Promise<Counts>>,
): Promise<Counts> {
  let missing: string | undefined;
  for (const need of needs) if ((await results.get(need))?.failed !== 0) missing ??= need;
  const start = performance.now();
  const counts = missing === undefined ? await begin() : FAILED;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const outcome = missing === undefined ? `${seconds} s` : `not run: ${missing} failed`;
  console.log(`${counts.failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(24)} ${outcome}`);
  return counts;
}

await rm(REPORTS, { recursive: true, force: true });
await mkdir(REPORTS, { recursive: true });
const { passed, failed } = await runStages();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
