import type { Language } from "../src/learn/languages.ts";
import { LANGUAGES } from "../src/learn/languages.ts";
import { expected } from "./samples/expected.ts";
import { type FoundSample, foundSamples } from "./samples/found.ts";
import { mistakesIn, type Row } from "./samples/run-row.ts";
import { toolchains } from "./samples/toolchains.ts";

/** Rows at a time: most of their time they wait. */
const AT_ONCE = 3;

const asked = process.argv.slice(2);
const samples = foundSamples().filter(
  ({ id, language }) => asked.length === 0 || asked.includes(language) || asked.includes(id),
);
const starts = new Map(
  LANGUAGES.map(({ id }) => [
    id,
    toolchains[id](foundSamples().filter((one) => one.language === id)),
  ]),
);
const counts = { passed: 0, failed: 0, skipped: 0 };

const runs = samples.flatMap((sample) =>
  expected
    .filter(({ sample: id, languages }) => id === sample.id && isAmong(sample.language, languages))
    .map((row) => ({ sample, row })),
);
await Promise.all(Array.from({ length: AT_ONCE }, workOff));
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

async function workOff(): Promise<void> {
  for (let next = runs.shift(); next !== undefined; next = runs.shift()) {
    await tell(next.sample, next.row);
  }
}

async function tell({ id, language, folder }: FoundSample, row: Row): Promise<void> {
  const name = `${id.padEnd(20)} ${language.padEnd(11)} ${row.title}`;
  const start = starts.get(language);
  if (start === undefined) throw new RangeError(`There is no toolchain for ${language}.`);
  const begun = performance.now();
  const judged = await mistakesIn(row, language, folder, start).catch((error: unknown) => ({
    mistakes: [String(error)],
  }));
  const seconds = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  if ("skip" in judged) {
    counts.skipped += 1;
    return console.log(`skipped ${name}: ${judged.skip}`);
  }
  counts[judged.mistakes.length === 0 ? "passed" : "failed"] += 1;
  console.log(`${judged.mistakes.length === 0 ? "ok     " : "FAILED "} ${name} (${seconds})`);
  for (const mistake of judged.mistakes) console.log(mistake);
}

function isAmong(language: Language, languages?: readonly Language[]): boolean {
  return languages?.includes(language) ?? true;
}
