import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { grants } from "../../src/grants/index.ts";
import { LANGUAGES, whyNone } from "../../src/learn/languages.ts";
import { regionsOf } from "../../src/learn/regions.ts";
import { SERVER_FILE } from "../../src/ui/exchange/server-file.ts";
import { mayHaveRegions } from "../../src/learn/source-file.ts";
import { expected } from "./expected.ts";
import { filesIn } from "../../vite/samples.ts";
import { foundSamples } from "./found.ts";

const samples = foundSamples();
const ids = [...new Set(samples.map(({ id }) => id))];

describe.each(ids)("the samples of %s", (id) => {
  const own = samples.filter((sample) => sample.id === id);
  const languages = own.map(({ language }) => language);

  it("are in every language, or it is said why not", () => {
    const none = LANGUAGES.flatMap(({ id: language }) =>
      whyNone(id, language) === undefined ? [] : [language],
    );
    expect([...languages, ...none].toSorted()).toEqual(LANGUAGES.map((one) => one.id).toSorted());
  });

  it("are all run", () => {
    const run = expected
      .filter(({ sample }) => sample === id)
      .flatMap((row) => row.languages ?? languages);
    expect(languages.filter((language) => !run.includes(language))).toEqual([]);
  });

  it.each(own)("in $language have a README that names every file of code", ({ folder }) => {
    const readme = readFileSync(`${folder}/README.md`, "utf8");
    const code = filesIn(folder).filter((name) => /\.(ts|py|go|sh|html)$/.test(name));
    expect(code.filter((name) => !readme.includes(`- \`${name}\``))).toEqual([]);
  });

  it.each(own)(
    "in $language say how to start the server, with and without a copy",
    ({ folder }) => {
      const readme = readFileSync(`${folder}/README.md`, "utf8");
      expect(readme).toContain(`\nnode ${SERVER_FILE} --port 9000\n`);
      expect(readme).toContain("`npm run as -- --port 9000`");
    },
  );

  it.each(own)("in $language name a region once, after a step they are shown at", ({ folder }) => {
    const names = filesIn(folder)
      .filter(mayHaveRegions)
      .flatMap((name) => regionsOf(readFileSync(`${folder}/${name}`, "utf8")))
      .flatMap((region) => region.names);
    expect(names).toEqual([...new Set(names)]);
    const steps = stepsShowing(id);
    expect(names.filter((name) => !steps.includes(name))).toEqual([]);
  });
});

/** The steps of the variants whose code is in that sample. */
function stepsShowing(sample: string): readonly string[] {
  return grants
    .flatMap(({ id, variants }) => variants.filter((one) => (one.sample ?? id) === sample))
    .flatMap(({ flow }) => Object.keys(flow.steps));
}
