import { readFileSync } from "node:fs";
import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Language, LANGUAGES } from "../src/learn/languages.ts";
import { closeBrowser } from "./samples/browse.ts";
import { type Gap, gaps } from "./samples/coverage/pieces.ts";
import { expected } from "./samples/expected.ts";
import { type FoundSample, foundSamples } from "./samples/found.ts";
import { mistakesIn, type Row } from "./samples/run-row.ts";
import { toolchains } from "./samples/toolchains.ts";

/** Rows at a time: most of their time they wait. */
const AT_ONCE = 6;

const asked = process.argv.slice(2);
const samples = foundSamples().filter(
  ({ id, language }) => asked.length === 0 || asked.includes(language) || asked.includes(id),
);
const ready = new Map(
  LANGUAGES.map(({ id }) => [
    id,
    toolchains[id](foundSamples().filter((one) => one.language === id)),
  ]),
);
const counts = { passed: 0, failed: 0, skipped: 0 };
const skipped = new Set<Language>();
const left = await mkdtemp(join(tmpdir(), "grantlab-executed-"));

await eachOf(
  samples.flatMap((sample) =>
    expected
      .filter(
        ({ sample: id, languages }) => id === sample.id && isAmong(sample.language, languages),
      )
      .map((row) => ({ sample, row })),
  ),
  ({ sample, row }) => tellRow(sample, row),
);
await closeBrowser();
await eachOf(
  samples.filter(({ language }) => !skipped.has(language)),
  tellGaps,
);
await rm(left, { recursive: true });
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const rest = [...items];
  const workOff = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOff));
}

async function tellRow(sample: FoundSample, row: Row): Promise<void> {
  const name = `${nameOf(sample)} ${row.title}`;
  const begun = performance.now();
  const toolchain = toolchainOf(sample);
  const judged = await mistakesIn(row, sample, toolchain, await leftBy(sample)).catch(
    (error: unknown) => ({ mistakes: [String(error)] }),
  );
  const seconds = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if ("skip" in judged) {
    counts.skipped += 1;
    skipped.add(sample.language);
    return console.log(`skipped ${name}: ${judged.skip}`);
  }
  counts[judged.mistakes.length === 0 ? "passed" : "failed"] += 1;
  console.log(`${judged.mistakes.length === 0 ? "ok     " : "FAILED "} ${name} (${seconds})`);
  for (const mistake of judged.mistakes) console.log(mistake);
}

/** A line that no row of a sample executes is a failure of the sample. */
async function tellGaps(sample: FoundSample): Promise<void> {
  const found = await toolchainOf(sample)
    .pieces(sample.folder, await leftBy(sample))
    .then((pieces) => gaps(pieces).map(told))
    .catch((error: unknown) => [String(error)]);
  if (found.length === 0) return;
  counts.failed += 1;
  console.log(`FAILED  ${nameOf(sample)} lines that no row executes:`);
  for (const line of found) console.log(`  ${line}`);
}

function told({ file, line }: Gap): string {
  const text = readFileSync(file, "utf8").split("\n")[line - 1] ?? "";
  return `${file}:${line}  ${text.trim()}`;
}

function nameOf({ id, language }: FoundSample): string {
  return `${id.padEnd(20)} ${language.padEnd(11)}`;
}

function toolchainOf({ language }: FoundSample) {
  const toolchain = ready.get(language);
  if (toolchain === undefined) throw new RangeError(`There is no toolchain for ${language}.`);
  return toolchain;
}

/** Where the programs of a sample leave what they execute. */
async function leftBy({ id, language }: FoundSample): Promise<string> {
  const folder = join(left, language, id);
  await mkdir(folder, { recursive: true });
  return folder;
}

function isAmong(language: Language, languages?: readonly Language[]): boolean {
  return languages?.includes(language) ?? true;
}
